using Assay.Catalog.MatchRules;
using Assay.Units;

namespace Assay.Catalog;

/// <summary>Claims → facts: what the catalogue is on one day. Pure: the same claims and day give the same snapshot.</summary>
public static class CatalogBuilder
{
    /// <param name="claims">All claims ever made, in any order; those that do not hold on the day are passed over.</param>
    /// <param name="day">The day asked for.</param>
    public static CatalogSnapshot Build(IEnumerable<Claim> claims, DateOnly day)
    {
        var groups = new Dictionary<Subject, List<Claim>>();
        var unattributed = new List<Claim>();
        var ended = new List<Claim>();
        var count = 0;
        foreach (var claim in claims)
        {
            if (!claim.HoldsOn(day))
            {
                if (claim.To <= day && claim.Subject.Kind is SubjectKind.Offer) ended.Add(claim);
                continue;
            }
            count++;
            if (claim.Subject.Kind is SubjectKind.Unattributed)
            {
                unattributed.Add(claim);
                continue;
            }
            ref var group = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(groups, claim.Subject, out _);
            (group ??= []).Add(claim);
        }
        JoinSpellings(groups);
        RuleReach.Extend(groups);
        var subjects = groups.ToDictionary(g => g.Key, g => new ClaimGroup(g.Value));
        IEnumerable<(string Id, ClaimGroup Claims)> Of(SubjectKind kind) => subjects.Where(s => s.Key.Kind == kind).Select(s => (s.Key.Id, s.Value));

        var organizations = Of(SubjectKind.Organization).ToDictionary(o => o.Id, o => new Organization(o.Id, NameOf(o.Claims, o.Id), o.Claims.About()), StringComparer.Ordinal);
        var providers = Of(SubjectKind.Provider).ToDictionary(p => p.Id, p => new Provider(p.Id, NameOf(p.Claims, p.Id), p.Claims.About()), StringComparer.Ordinal);
        var benchmarks = Of(SubjectKind.Benchmark).Select(b => new Benchmark(b.Id, NameOf(b.Claims, b.Id), b.Claims.About()));

        var offers = Offers(Of(SubjectKind.Model), Of(SubjectKind.Offer), providers);
        var ids = Of(SubjectKind.Model).Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var slugs = Slugs.For(ids.Select(id => (id, true)).Concat(offers.Select(o => o.Key).Where(id => !ids.Contains(id)).Select(id => (id, false))));
        var models = slugs.Keys.Order(StringComparer.Ordinal).Select(id =>
        {
            var own = subjects.GetValueOrDefault(Subject.Model(id), ClaimGroup.Empty);
            return ModelBuilder.Build(id, slugs[id], ids.Contains(id), own, [.. offers[id]], organizations);
        }).ToArray();
        return new(day, models, providers.Values, organizations.Values, benchmarks, unattributed, count) { Ended = ended };
    }

    /// <summary>One source writes <c>minimax/MiniMax-M2</c>, another <c>minimax/minimax-m2</c>: one model, under the spelling in small letters.</summary>
    private static void JoinSpellings(Dictionary<Subject, List<Claim>> groups)
    {
        foreach (var same in groups.Keys.Where(s => s.Kind is SubjectKind.Model).GroupBy(s => s.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).ToArray())
        {
            var keep = same.MaxBy(s => s.Id, StringComparer.Ordinal);
            foreach (var other in same.Where(s => s != keep))
            {
                groups[keep].AddRange(groups[other]);
                groups.Remove(other);
            }
        }
    }

    private static ILookup<string, Offer> Offers(
        IEnumerable<(string Id, ClaimGroup Claims)> models, IEnumerable<(string Id, ClaimGroup Claims)> offers, Dictionary<string, Provider> providers)
    {
        var makers = providers.Values.Where(p => p.Organization is not null).ToDictionary(p => p.Id, p => p.Organization!, StringComparer.Ordinal);
        var matcher = new ModelMatcher(models.Select(m => (m.Id, m.Claims.On(Property.Alias).Select(a => a.Value.Text))), makers);
        return offers.Select(o =>
        {
            var id = OfferId.Parse(o.Id);
            if (!providers.TryGetValue(id.Provider, out var provider)) provider = providers[id.Provider] = new(id.Provider, id.Provider, new Dictionary<string, Fact<string>>());
            var match = o.Claims.On(Property.Serves) is [var stated, ..]
                ? new MatchDecision(stated.Value.Text, MatchKind.Stated, $"{stated.Source.Publisher} says that it serves {stated.Value.Text}")
                : matcher.Match(id);
            return OfferBuilder.Build(id, provider, match, o.Claims);
        }).OrderBy(o => o.Id.ToString(), StringComparer.Ordinal).ToLookup(o => o.Match.ModelId, StringComparer.OrdinalIgnoreCase);
    }

    private static string NameOf(ClaimGroup claims, string fallback) => claims.Text(Property.DisplayName) ?? fallback;
}
