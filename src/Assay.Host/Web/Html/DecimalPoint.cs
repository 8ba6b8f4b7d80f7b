namespace Assay.Host.Web.Html;

/// <summary>
/// Sets the decimal points of a column under each other: behind each right-aligned figure goes the blank that its missing decimals
/// would take, in spaces as wide as a digit and as a point.
/// </summary>
/// <param name="decimals">The most decimals that a figure of the column has.</param>
public sealed class DecimalPoint(int decimals)
{
    private const char PointWide = '\u2008', DigitWide = '\u2007';

    public static DecimalPoint Of(IEnumerable<string?> figures) => new(figures.Select(f => f is null ? 0 : Decimals(f)).DefaultIfEmpty().Max());

    public string After(string figure)
    {
        var own = Decimals(figure);
        return own >= decimals ? "" : new string(PointWide, own == 0 ? 1 : 0) + new string(DigitWide, decimals - own);
    }

    private static int Decimals(string figure) => figure.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? figure.AsSpan(point + 1).Length : 0;
}
