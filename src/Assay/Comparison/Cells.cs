using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison;

/// <summary>Facts as cells of a row: the one place that decides how each state and type of value is shown.</summary>
public static class Cells
{
    /// <summary>A cell for any fact.</summary>
    public static Cell Of(IFact fact) => fact.State switch
    {
        FactState.Unknown => new("unknown", FactState.Unknown, [], Note: fact.Why),
        FactState.NotApplicable => new("not applicable", FactState.NotApplicable, fact.Claims, Note: fact.Why),
        FactState.No => new("no", FactState.No, fact.Claims),
        FactState.Disputed => new(Display(fact.Settled), FactState.Disputed, fact.Claims, Exact: Exact(fact.Settled), Note: fact.Why),
        _ => new(Display(fact.Settled), FactState.Known, fact.Claims, Exact: Exact(fact.Settled)),
    };

    /// <summary>A value that a rule worked out from claims.</summary>
    public static Cell Known(string display, IEnumerable<Claim> claims, string? exact = null) => new(display, FactState.Known, [.. claims], Exact: exact);

    /// <summary>Nothing is known; why.</summary>
    public static Cell Unknown(string why) => new("unknown", FactState.Unknown, [], Note: why);

    /// <summary>Marks the best cells of a row; none where all known values are equal or fewer than two can be compared.</summary>
    /// <param name="values">One a cell; null where it cannot be compared (unknown, unconfirmed).</param>
    public static IReadOnlyList<Cell> MarkBest(IReadOnlyList<Cell> cells, IReadOnlyList<decimal?> values, bool higherIsBetter)
    {
        var known = values.OfType<decimal>().ToArray();
        if (known.Length < 2 || known.Distinct().Count() < 2) return cells;
        var best = higherIsBetter ? known.Max() : known.Min();
        return [.. cells.Select((c, i) => c with { Best = values[i] == best })];
    }

    public static string Display(object? value) => value switch
    {
        null => "unknown",
        true => "yes",
        false => "no",
        decimal number => Format.Count(number),
        IReadOnlyList<string> items => string.Join(", ", items),
        _ => value.ToString() ?? "",
    };

    private static string? Exact(object? value) => value switch
    {
        TokenCount { Tokens: >= 1000 } tokens => Format.Exact(tokens.Tokens) + " tokens",
        decimal number when number >= 1000 => Format.Exact(number),
        UnitPrice price => Exact(price),
        _ => null,
    };

    /// <summary>Null where the short display holds every digit: "$2.50", and not "exactly $2.50" beside it.</summary>
    private static string? Exact(UnitPrice price) =>
        "$" + price.Usd.ToString("0.00##########################", System.Globalization.CultureInfo.InvariantCulture) is var exact && exact != Format.Usd(price.Usd) ? exact : null;
}
