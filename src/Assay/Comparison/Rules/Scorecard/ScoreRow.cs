using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>What the rows of the scorecard share: one cell a model in page order, and the side that is ahead.</summary>
internal static class ScoreRow
{
    /// <summary>A row that has a better side.</summary>
    public static Finding Of(IComparisonRule rule, ComparisonContext context, string label, IReadOnlyList<Cell> cells)
    {
        var known = cells.Count(c => c.State is not (FactState.Unknown or FactState.NotApplicable));
        return Row(rule, context, label, cells, cells.Any(c => c.Best) ? "ahead" : known < 2 ? "unknown" : "level");
    }

    /// <summary>A row that only tells: no side is better.</summary>
    public static Finding Told(IComparisonRule rule, ComparisonContext context, string label, IReadOnlyList<Cell> cells) =>
        Row(rule, context, label, cells, cells.Any(c => c.Claims.Count > 0 || c.State is FactState.NotApplicable) ? "told" : "unknown");

    public static Finding OfTokens(IComparisonRule rule, ComparisonContext context, string label, Func<Model, Fact<TokenCount>> size)
    {
        Cell[] cells = [.. context.Models.Select(m => Cells.Of(size(m)))];
        decimal?[] values = [.. context.Models.Select(m => !context.IsRetired(m) && size(m).TryGetConfirmed(out var tokens) ? tokens.Tokens : (decimal?)null)];
        return Of(rule, context, label, Mark(cells, values, higherIsBetter: true, Level.Size));
    }

    /// <summary>Marks the best, unless all values that can be compared are level. Retired models must come with null: nobody's pick is never best.</summary>
    public static IReadOnlyList<Cell> Mark(IReadOnlyList<Cell> cells, IReadOnlyList<decimal?> values, bool higherIsBetter, decimal level)
    {
        var known = values.OfType<decimal>().ToArray();
        return known.Length < 2 || Level.Within(known.Max(), known.Min(), level) ? cells : Cells.MarkBest(cells, values, higherIsBetter);
    }

    /// <summary>Why a retired model has no entry here.</summary>
    public static Cell Retired(Model model, DateOnly day) =>
        new("not applicable", FactState.NotApplicable, Cited.End(model.Lifecycle), Note: LifecycleWords.Predicate(model.Lifecycle, day));

    private static Finding Row(IComparisonRule rule, ComparisonContext context, string label, IReadOnlyList<Cell> cells, string decision)
    {
        var best = cells.Index().Where(c => c.Item.Best).ToArray();
        return new()
        {
            Rule = rule.Id, Section = Section.Scorecard, Text = label, Cells = cells, Decision = decision,
            Favors = best is [var one] ? context.Models[one.Index].Id : null,
            Claims = [.. cells.SelectMany(c => c.Claims)], Models = [.. context.Models.Select(m => m.Id)],
        };
    }
}
