using System.Globalization;
using Assay.Catalog;
using Assay.Statistics;

namespace Assay.Comparison.Rules.VisionEvals;

/// <summary>
/// Tells the results of a model on vision evals, run by run, with interval and band on the exact ratio; or that they were not run, and what would run them.
/// </summary>
internal sealed class VisionEvalsRule : FactRule
{
    public override string Id => "vision-evals";
    public override Section Section => Section.VisionEvals;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var groups = VisionEvalTable.Of([model]);
        if (groups.Count == 0)
        {
            yield return Say(model, "not-run", VisionEvalTable.NotRun(model), []);
            yield break;
        }
        foreach (var group in groups)
        {
            var column = group.Columns[0]!;
            var suite = group.Benchmark == VisionEvalSuites.Published ? "the vision evals" : $"{VisionEvalSuites.Own}, Assay's own vision evals";
            var how = group.Settings is null ? "" : $" ({group.Settings})";
            yield return column.Overall is { } overall
                ? Say(model, "told", $"{model.Name} on {suite}, as run by {group.By}{how}: {BenchmarkWords.Value(overall.Score)}{Interval(overall.Score)}, {Band(overall.Score)}.", [.. column.All.Select(r => r.Claim)])
                : Say(model, "told", $"{model.Name} on {suite}, as run by {group.By}{how}: told by category only.", [.. column.All.Select(r => r.Claim)]);
        }
    }

    private static string Interval(BenchmarkScore score) => BenchmarkLead.IntervalOf(score) is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $", 95 % interval {interval.Low:0.0} to {interval.High:0.0} %") : "";

    /// <summary>On the exact ratio: 50 of 67 is 74.63 % and not three quarters, however it is rounded.</summary>
    private static string Band(BenchmarkScore score)
    {
        var band = BenchmarkLead.BandOf(score);
        return band is Statistics.Band.NotDecided ? "in no one band, for some items have no answer" : $"{band.Name()} band ({band.Words()})";
    }
}
