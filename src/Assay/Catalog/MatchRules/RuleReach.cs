using System.Runtime.InteropServices;

namespace Assay.Catalog.MatchRules;

/// <summary>
/// Brings what the rows of a price list say to the ids that the list's own rules send to them: ids that a rule names, and those of the
/// provider that other sources know. What is brought carries a note and <see cref="Claim.ByRuleOf"/>: the price may be right and the rule wrong.
/// </summary>
internal static class RuleReach
{
    /// <summary>Adds to the claims by subject; a subject of which the list itself speaks gets nothing.</summary>
    public static void Extend(Dictionary<Subject, List<Claim>> groups)
    {
        var lists = new Dictionary<(string Provider, string Qualifiers, string Publisher), List<Row>>();
        foreach (var (subject, claims) in groups)
        {
            if (subject.Kind is not SubjectKind.Offer) continue;
            foreach (var claim in claims)
            {
                if (claim.Property != Property.MatchRule || !MatchRule.TryParse(claim.Value.Text, out var rule)) continue;
                var id = OfferId.Parse(subject.Id);
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, (id.Provider, id.Qualifiers, claim.Source.Publisher), out _);
                (list ??= []).Add(new(id.ModelAtProvider, rule, [.. claims.Where(c => Travels(c.Property) && c.Source.Publisher == claim.Source.Publisher)]));
            }
        }
        if (lists.Count == 0) return;

        var known = groups.Keys.Where(s => s.Kind is SubjectKind.Offer).Select(s => OfferId.Parse(s.Id)).ToLookup(o => (o.Provider, o.Qualifiers), o => o.ModelAtProvider);
        foreach (var (list, rows) in lists) Extend(groups, (list.Provider, list.Qualifiers), rows, known[(list.Provider, list.Qualifiers)]);
    }

    private static void Extend(Dictionary<Subject, List<Claim>> groups, (string Provider, string Qualifiers) at, List<Row> rows, IEnumerable<string> known)
    {
        var table = new RuleTable(rows);
        var own = rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in known.Concat(table.NamedIds).Distinct(StringComparer.Ordinal).Where(id => !own.Contains(id)).ToArray())
        {
            if (table.First(id) is not var (row, hit) || row.Claims.Count == 0) continue;
            var offer = Subject.Offer(new OfferId(at.Provider, id, at.Qualifiers).ToString());
            ref var claims = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, offer, out _);
            claims ??= [];
            var note = $"by its rule {hit} this id is priced by row {row.Id}";
            foreach (var claim in row.Claims) claims.Add(claim with { Subject = offer, ByRuleOf = row.Id, Note = claim.Note is { } told ? $"{note}; {told}" : note });
        }
    }

    private static bool Travels(Property property) => property == Property.ContextWindow || property.Name.StartsWith("price.", StringComparison.Ordinal);

    internal sealed record Row(string Id, MatchRule Rule, IReadOnlyList<Claim> Claims);
}
