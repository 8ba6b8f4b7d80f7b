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
        var benchmarkNames = ResultsOfModels.OtherNames(Of(SubjectKind.Benchmark));
        var benchmarks = Of(SubjectKind.Benchmark).Where(b => !benchmarkNames.ContainsKey(b.Id)).Select(b => new Benchmark(b.Id, NameOf(b.Claims, b.Id), b.Claims.About()));

        var placed = new OfferPlacement([.. Of(SubjectKind.Model)], [.. Of(SubjectKind.Offer)], providers);
        var offers = placed.ByModel;
        var results = new Lazy<ResultsOfModels>(() => new([.. Of(SubjectKind.Model)], [.. Of(SubjectKind.Labelled)], offers.Select(o => o.Key).Where(id => !placed.Listed.Contains(id)), benchmarkNames, unattributed));
        var slugs = Slugs.For(placed.Listed.Select(id => (id, true)).Concat(offers.Select(o => o.Key).Where(id => !placed.Listed.Contains(id)).Select(id => (id, false))));
        var models = slugs.Keys.Order(StringComparer.Ordinal).Select(id => new Model(
            id, slugs[id], placed.Listed.Contains(id), subjects.GetValueOrDefault(Subject.Model(id), ClaimGroup.Empty), [.. placed.OtherIds[id]], [.. offers[id]], results, organizations)).ToArray();
        return new(day, models, providers.Values, organizations.Values, benchmarks, placed.OfNoModel, placed.Matcher, results, count) { Ended = ended };
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

    private static string NameOf(ClaimGroup claims, string fallback) => claims.Text(Property.DisplayName) ?? fallback;
}
