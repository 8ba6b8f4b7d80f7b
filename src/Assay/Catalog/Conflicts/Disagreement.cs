using Assay.Units;

namespace Assay.Catalog.Conflicts;

/// <summary>Statements of several sources on one field of one offer that do not agree, before anybody has asked why.</summary>
/// <param name="Offer">Of which they speak.</param>
/// <param name="Field">What they say something of.</param>
/// <param name="Statements">All of them, by precedence: the first is the one that would be picked.</param>
/// <param name="Past">What was said of the offer before.</param>
internal sealed record Disagreement(Offer Offer, ConflictField Field, IReadOnlyList<Statement> Statements, IReadOnlyList<Claim> Past)
{
    /// <summary>Values with those who give them, the smallest first; what agrees within the tolerance is one value.</summary>
    public IReadOnlyList<IReadOnlyList<Statement>> Values { get; } = Grouped(Field, Statements);

    public int Sources => Statements.Select(s => s.Publisher).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The greatest by the smallest; null of flags, and where the smallest is 0.</summary>
    public decimal? Ratio { get; } = Field.IsFlag || Statements.Min(s => s.Number) is not (> 0 and var least) ? null : Statements.Max(s => s.Number) / least;

    /// <summary>Whether those that are left say one thing, when some are set aside; not where nobody is left.</summary>
    public bool AgreeWithout(IReadOnlyCollection<Statement> aside)
    {
        Statement[] rest = [.. Statements.Where(s => !aside.Contains(s))];
        return aside.Count > 0 && rest.Length > 0 && Grouped(Field, rest).Count == 1;
    }

    /// <summary>"$0.30", "131,072 tokens", "yes".</summary>
    public string Text(decimal value) => Field.IsPrice ? Exact(value) : Field.IsLimit ? Format.Exact(value) + " tokens" : value > 0 ? "yes" : "no";

    /// <summary>"LiteLLM", "LiteLLM and Portkey".</summary>
    public static string Names(IEnumerable<Statement> statements) => Words.List([.. statements.Select(s => s.Publisher).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)]);

    // Two prices that the short form shows as one would read as no disagreement.
    private string Exact(decimal value) => Statements.Select(s => s.Number).Distinct().CountBy(Format.Usd).Any(short_ => short_.Value > 1)
        ? "$" + value.ToString("0.00##########", System.Globalization.CultureInfo.InvariantCulture) : Format.Usd(value);

    private static List<IReadOnlyList<Statement>> Grouped(ConflictField field, IEnumerable<Statement> statements)
    {
        var values = new List<List<Statement>>();
        foreach (var statement in statements.OrderBy(s => s.Number))
        {
            if (values is [.., var last] && Tolerance.Agree(last[0].Number, statement.Number, Tolerance.Of(field.Property))) last.Add(statement);
            else values.Add([statement]);
        }
        return [.. values];
    }
}
