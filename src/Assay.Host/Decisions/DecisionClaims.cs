using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Decisions;
using Assay.Host.Catalog;

namespace Assay.Host.Decisions;

/// <summary>The claims of a record: each once, numbered in the order of its first use.</summary>
internal sealed class DecisionClaims
{
    private readonly Dictionary<Claim, int> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Hash, string AsOf, string? Retrieved), int> same = [];
    private readonly List<(DecisionClaim Claim, List<string> Parts)> all = [];

    /// <summary>Ids of claims that a part rests on.</summary>
    /// <param name="part">Name of the part; null for claims that are only to be listed.</param>
    public IReadOnlyList<string> Cite(IEnumerable<ClaimView> claims, string? part)
    {
        var (ids, known) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var view in claims)
        {
            var place = Place(view);
            if (part is not null && !all[place].Parts.Contains(part)) all[place].Parts.Add(part);
            if (known.Add(all[place].Claim.Id)) ids.Add(all[place].Claim.Id);
        }
        return ids;
    }

    public IReadOnlyList<DecisionClaim> All => [.. all.Select(c => c.Claim with { CitedIn = c.Parts })];

    /// <summary>Claims that hold on a day on the things that a record speaks of.</summary>
    public static IReadOnlyList<DecisionClaim> HeldOn(IEnumerable<Claim> claims, DecisionRecord record, DateOnly day)
    {
        var subjects = record.Claims.Select(c => (c.SubjectKind, c.Subject)).ToHashSet();
        var held = new DecisionClaims();
        held.Cite(claims.Where(c => c.HoldsOn(day) && subjects.Contains((c.Subject.Kind.ToString().ToLowerInvariant(), c.Subject.Id))).Select(c => ClaimView.Of(c, picked: false)), part: null);
        return held.All;
    }

    private int Place(ClaimView view)
    {
        var claim = view.Claim!;
        if (places.TryGetValue(claim, out var known)) return known;
        var says = ClaimStatement.Of(claim);
        var key = (says.Hash, view.AsOf, view.Retrieved);
        if (!same.TryGetValue(key, out var place))
        {
            place = same[key] = all.Count;
            all.Add((new()
            {
                Id = $"c{place + 1}", Sha256 = key.Hash, SubjectKind = says.SubjectKind, Subject = says.Subject, Property = says.Property, ValueKind = says.ValueKind, Value = says.Value, Display = view.Display,
                Quoted = says.Quoted, Publisher = says.Publisher, Url = says.Url, Rank = view.Rank, AsOf = view.AsOf, Retrieved = view.Retrieved, Scope = view.Scope, Unconfirmed = says.Unconfirmed, Forced = says.Forced,
                Note = view.Note, CitedIn = [],
            }, []));
        }
        return places[claim] = place;
    }
}
