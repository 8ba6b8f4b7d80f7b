namespace Assay.Catalog.MatchRules;

/// <summary>
/// The rules of one provider's list: the first row that takes in an id prices it. First in the order of row ids, which is the order of the
/// files; ids that rules name are looked up, so that hundreds of rows are not tried for each of hundreds of ids.
/// </summary>
internal sealed class RuleTable
{
    private readonly RuleReach.Row[] rows;
    private readonly Dictionary<string, int> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> open = [];

    public RuleTable(IEnumerable<RuleReach.Row> unsorted)
    {
        rows = [.. unsorted.OrderBy(r => r.Id, StringComparer.Ordinal)];
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Length; i++)
        {
            var (ids, others) = rows[i].Rule.Named;
            foreach (var id in ids)
            {
                byName.TryAdd(id, i);
                named.Add(id);
            }
            if (others) open.Add(i);
        }
        NamedIds = named;
    }

    /// <summary>As the rules write them.</summary>
    public IReadOnlyCollection<string> NamedIds { get; }

    /// <summary>The row that prices an id and the part of its rule that says so; null when none does.</summary>
    public (RuleReach.Row Row, MatchRule Hit)? First(string id)
    {
        var first = byName.TryGetValue(id, out var named) ? named : int.MaxValue;
        foreach (var i in open)
        {
            if (i >= first) break;
            if (rows[i].Rule.Hit(id) is { } hit) return (rows[i], hit);
        }
        return first < rows.Length ? (rows[first], rows[first].Rule.Hit(id)!) : null;
    }
}
