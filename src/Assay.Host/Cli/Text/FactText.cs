using Assay.Host.Catalog;
using Assay.Host.Comparison;

namespace Assay.Host.Cli.Text;

/// <summary>The five states of a fact in text: a glyph and a word, so that neither needs the other.</summary>
public static class FactText
{
    public const string Legend = "✓ yes · ✗ no · ? unknown: no source we hold says · – not applicable · ≠ disputed: sources disagree, the picked value first · † unconfirmed: rumour or estimate";

    /// <param name="exact">With the exact figure behind a short one.</param>
    public static Phrase Of(FactView fact, bool exact = false) =>
        Write(fact.State, fact.Display, exact ? fact.Exact : null, fact.Claims, fact.Unconfirmed, yesNo: fact.Value is bool || fact.State == "no", best: false);

    public static Phrase Of(CellView cell) =>
        Write(cell.State, cell.Display, null, cell.Claims, cell.Claims is [{ Unconfirmed: true }, ..], yesNo: cell.Display is "yes" or "no", cell.Best);

    private static Phrase Write(string state, string display, string? exact, IReadOnlyList<ClaimView> claims, bool unconfirmed, bool yesNo, bool best)
    {
        var value = exact is null || exact == display ? display : $"{display} ({exact})";
        if (yesNo) value = (display == "no" ? "✗ " : "✓ ") + value;
        if (unconfirmed) value += " † unconfirmed";
        if (best) value += " (ahead)";
        return state switch
        {
            "unknown" => new("? " + display, Tone.Unknown),
            "not_applicable" => new("– " + display, Tone.Quiet),
            "disputed" => new($"≠ {value}{Others(display, claims)}", Tone.Disputed),
            _ when yesNo => new(value, display == "no" ? Tone.No : Tone.Yes),
            _ => new(value, best ? Tone.Strong : Tone.Plain),
        };
    }

    /// <summary>What the other sources say, each value once; in full where the short forms are the same.</summary>
    private static string Others(string picked, IReadOnlyList<ClaimView> claims)
    {
        var said = claims.Where(c => !c.Unconfirmed && !c.Forced).ToArray();
        var others = Unlike(picked, said.Select(c => c.Display));
        if (others.Length == 0 && claims.Count > 0) others = Unlike(claims[0].Value, said.Select(c => c.Value));
        return others.Length == 0 ? "" : $", also said: {string.Join("; ", others)}";
    }

    private static string[] Unlike(string picked, IEnumerable<string> said) =>
        [.. said.Where(s => !string.Equals(s, picked, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
