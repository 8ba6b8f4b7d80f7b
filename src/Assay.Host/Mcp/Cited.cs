using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Mcp;

/// <summary>Figures in the text of a tool, each with who says it and as of when.</summary>
internal static class Cited
{
    public static Phrase Of(FactView fact) => FactText.Of(fact, exact: true);

    /// <summary>"Google, 2025-03-12"; several for what is disputed; empty where nobody says.</summary>
    public static string Source(FactView fact) => Sources(fact.Claims, fact.State == "disputed" ? 3 : 1);

    /// <summary>"Google, 2025-03-12; models.dev, 2026-07-02".</summary>
    public static string Sources(IReadOnlyList<ClaimView> claims, int most = 2) => string.Join("; ", claims.Take(most).Select(Of).Distinct(StringComparer.Ordinal));

    /// <summary>A sentence with what it rests on in brackets.</summary>
    public static string Sentence(string text, IReadOnlyList<ClaimView> claims) => claims.Count == 0 ? text : $"{text} [{Sources(claims)}{(claims.Count > 2 ? $" and {claims.Count - 2} more" : "")}]";

    private static string Of(ClaimView claim) => $"{Visible.Line(claim.Source, 60)}, {claim.AsOf}{(claim.Unconfirmed ? " †" : "")}";
}
