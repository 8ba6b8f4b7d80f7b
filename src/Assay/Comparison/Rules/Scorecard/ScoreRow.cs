using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>What the rows of the scorecard share: one cell a model in page order, and the side that is ahead.</summary>
internal static class ScoreRow
{
    public static Finding Of(IComparisonRule rule, ComparisonContext context, string label, IReadOnlyList<Cell> cells)
    {
        var best = cells.Select((c, i) => (c, i)).Where(x => x.c.Best).ToArray();
        var known = cells.Count(c => c.State is not FactState.Unknown);
        return new()
        {
            Rule = rule.Id, Section = Section.Scorecard, Text = label, Cells = cells,
            Decision = best.Length > 0 ? "ahead" : known < 2 ? "unknown" : "level",
            Favors = best.Length == 1 ? context.Models[best[0].i].Id : null,
            Claims = [.. cells.SelectMany(c => c.Claims)], Models = [.. context.Models.Select(m => m.Id)],
        };
    }

    public static Finding OfTokens(IComparisonRule rule, ComparisonContext context, string label, Func<Model, Fact<TokenCount>> size)
    {
        var facts = context.Models.Select(size).ToArray();
        var cells = Cells.MarkBest([.. facts.Select(Cells.Of)], [.. facts.Select(f => f.TryGetConfirmed(out var t) ? t.Tokens : (decimal?)null)], higherIsBetter: true);
        return Of(rule, context, label, cells);
    }
}
