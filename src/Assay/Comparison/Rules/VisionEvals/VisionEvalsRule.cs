using Assay.Catalog;
using Assay.Comparison.Rules.Benchmarks;
using Assay.Units;

namespace Assay.Comparison.Rules.VisionEvals;

/// <summary>
/// Tells the results of a model on the vision evals, run by run, overall and by category, each with its band on the exact ratio;
/// or that they were not run.
/// </summary>
internal sealed class VisionEvalsRule : FactRule
{
    public override string Id => "vision-evals";
    public override Section Section => Section.VisionEvals;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var results = model.Results.Where(r => r.Score.Benchmark == VisionEvalSuite.Id && r.Score.Unit == "percent" && !r.Claim.Unconfirmed).ToArray();
        if (results.Length == 0)
        {
            yield return Say(model, "not-run", $"The vision evals were not run on {model.Name}, as far as is known; that is no result, not a bad one.", []);
            yield break;
        }
        var runs = results.GroupBy(r => (r.Claim.Source.Publisher, r.Score.MeasuredBy, r.Score.Version, r.Score.Settings, r.Score.Date))
            .OrderBy(g => g.First().Claim, Comparer<Claim>.Create(Precedence.Compare));
        foreach (var run in runs)
        {
            var by = run.Key.MeasuredBy ?? run.Key.Publisher;
            string[] parts =
            [
                .. run.Where(r => r.Score.Category is null).Select(r => $"overall {Result(r.Score)}"),
                .. run.Where(r => r.Score.Category is not null).OrderBy(r => r.Score.Category, StringComparer.Ordinal).Select(r => $"{r.Score.Category}: {Result(r.Score)}"),
            ];
            yield return Say(model, "told", $"{model.Name} on the vision evals, as run by {by}: {string.Join("; ", parts)}.", [.. run.Select(r => r.Claim)]);
        }
    }

    private static string Result(BenchmarkScore score) => $"{BenchmarkWords.Value(score)}, {Band(score)}";

    /// <summary>On the exact ratio: 50 of 67 is 74.63 % and not three quarters, however it is rounded.</summary>
    internal static string Band(BenchmarkScore score)
    {
        var percent = BenchmarkLead.Counted(score, out var passed, out var n) ? 100m * passed / n : score.Value;
        return percent >= 75 ? "upper band (75 % and more)" : percent >= 40 ? "middle band (40 % to less than 75 %)" : "lower band (less than 40 %)";
    }
}
