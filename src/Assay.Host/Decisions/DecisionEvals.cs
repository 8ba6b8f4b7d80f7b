using Assay.Adapters.Runs;
using Assay.Calls;
using Assay.Evaluation.Reports;
using Assay.Host.Comparison;
using Assay.Host.Evaluation;

namespace Assay.Host.Decisions;

/// <summary>Own runs of suites that asked the models of a comparison.</summary>
/// <param name="reports">Asked for only where there is such a run.</param>
public sealed class DecisionEvals(Func<RunReports> reports)
{
    private const string Pages = "/evals/";

    /// <summary>The page of a run, which is also the address that its claims name.</summary>
    internal static string Address(string run) => Pages + run;

    /// <summary>Runs whose results stand in the catalogue of that day as claims on these models, the newest first. A function of the catalogue: a run that changes changes its claims.</summary>
    internal IReadOnlyList<DecisionEval> Of(ComparisonAnswer.Compared compared) =>
    [
        .. ComparisonClaims.Of(compared.View).Select(c => c.Url).Where(u => u?.StartsWith(Pages, StringComparison.Ordinal) == true).Select(u => u![Pages.Length..])
            .Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal).Select(run => Of(compared, run)).OfType<DecisionEval>(),
    ];

    /// <summary>A run as it was scored by the day of the comparison; null where it is not kept, was not scored by then, or asked none of the models.</summary>
    /// <param name="run">Its id, whole.</param>
    internal DecisionEval? Of(ComparisonAnswer.Compared compared, string run)
    {
        var kept = reports();
        if (kept.Find(run) is not { } newest) return null;
        var by = newest.Scorings.Count(s => DateOnly.FromDateTime(s.At.UtcDateTime) <= compared.Catalog.AsOf);
        if (newest.Scorings.Count > 0 && by == 0) return null;
        var found = by is > 0 && by < newest.Scorings.Count ? kept.Find(run, by, out _)! : newest;
        var asked = found.Report.Models.Select(m => (Report: m, Id: RunsAsClaims.ModelId(compared.Catalog, m.Name)))
            .Where(m => m.Report.Overall is not null && compared.Models.Any(c => c.Id == m.Id)).ToArray();
        return asked.Length == 0 ? null : new()
        {
            Run = found.Run.Id, Date = found.Run.Created.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Suite = found.Run.Suite.Id, SuiteVersion = found.Run.Suite.Version,
            SuiteHash = found.Run.SuiteHash, Samples = found.Run.Samples, Settings = RunClaims.Settings(found.Run.Settings), Scoring = found.Scoring,
            Scores = [.. asked.Select(m => Score(m.Report, m.Id!))],
            Pairs = [.. found.Report.Pairs.Where(p => asked.Any(m => m.Report.Place == p.First) && asked.Any(m => m.Report.Place == p.Second)).Select(p => Pair(found.Report, p))],
            Claims = [],
        };
    }

    /// <summary>Whether at least two of the models were asked the same.</summary>
    internal static bool Compares(DecisionEval eval) => eval.Scores.Select(s => s.Model).Distinct(StringComparer.Ordinal).Count() > 1;

    private static DecisionScore Score(ModelReport model, string id)
    {
        var score = EvalViews.Score(model.Overall!);
        return new(id, model.Name, score.Display, score.Interval, score.Items, score.Tally.Passed, score.Tally.Failed, score.Tally.Open);
    }

    private static DecisionPair Pair(RunReport report, PairTest test)
    {
        var pair = EvalViews.Pair(test, report.Models[test.First].Name, report.Models[test.Second].Name, report.Pairs.Count);
        // Enough digits to tell two records apart, and as many on every machine.
        return new(pair.First, pair.Second, pair.Outcome, pair.Sentence, pair.Method, pair.Items, pair.CorrectedP is { } p ? Math.Round((decimal)p, 6) : null);
    }
}
