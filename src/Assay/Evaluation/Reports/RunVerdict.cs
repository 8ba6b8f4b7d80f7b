using Assay.Units;

namespace Assay.Evaluation.Reports;

/// <summary>What a run comes to, in sentences. "Better" stands only where a test, corrected for the number of pairs, says so.</summary>
public static class RunVerdict
{
    /// <summary>One to four sentences, the most important first.</summary>
    public static IReadOnlyList<string> Of(RunReport report)
    {
        var scored = report.Models.Where(m => m.Overall is { } o && o.Tally.Scored > 0).ToArray();
        if (report.Items.Count == 0) return ["The suite has no sample, so there is nothing to score."];
        if (scored.Length == 0) return ["No trial has a score yet."];
        var covered = scored.Where(m => m.Overall!.Tally.IsCovered).OrderByDescending(m => m.Overall!.AtLeast + m.Overall.AtMost).ThenBy(m => m.Place).ToArray();
        var sentences = new List<string>();
        if (covered.Length == 1 && report.Models.Count == 1) sentences.Add(Alone(covered[0]));
        else if (covered.Length > 1) sentences.AddRange(Leader(report, covered));
        else if (report.Models.Count > 1) sentences.Add("No winner is named.");
        sentences.AddRange(report.Models.Where(m => m.Overall is { Tally.IsCovered: false }).Take(3).Select(m => $"{m.Name}: {Coverage.Missing(m.Overall!.Tally.Scored, m.Overall.Tally.All, "a score")}"));
        return sentences;
    }

    private static string Alone(ModelReport model) => model.Overall!.Interval.Match(
        i => $"{model.Name} scores {ReportWords.Score(model.Overall)} (95 %: {ReportWords.Interval(i)}) on {Words.Plural(model.Overall.Items, "item")}.",
        why => $"{model.Name} scores {ReportWords.Score(model.Overall)}. {why}");

    private static IEnumerable<string> Leader(RunReport report, ModelReport[] covered)
    {
        var leader = covered[0];
        var tests = covered[1..].Select(m => (Model: m, Test: report.Pair(leader.Place, m.Place))).ToArray();
        var beaten = tests.Where(t => t.Test.Outcome == PairOutcome.FirstBetter).ToArray();
        var others = tests.Where(t => t.Test.Outcome != PairOutcome.FirstBetter).ToArray();
        var corrected = report.Pairs.Count > 1 ? ", corrected for the number of pairs" : "";
        if (beaten.Length > 0)
        {
            var worst = beaten.MaxBy(t => t.Test.CorrectedP);
            yield return $"{leader.Name} is better than {Words.List([.. beaten.Select(By)])}: {worst.Test.Method.Name()}{corrected}, {(beaten.Length > 1 ? "at most " : "")}{ReportWords.P(worst.Test.CorrectedP!.Value)}.";
        }
        foreach (var (model, test) in others.Take(2)) yield return Undecided(report, leader, model, test);
        if (others.Length > 2) yield return $"Nor can they tell it from {Words.List([.. others[2..].Select(t => t.Model.Name)])}.";
    }

    /// <summary>"acme/heron-2 by 12.4 points (2.4 to 22.5)".</summary>
    private static string By((ModelReport Model, PairTest Test) beaten) => beaten.Model.Name + beaten.Test.Difference.Match(d => $" by {ReportWords.Difference(d).TrimStart('+')}", _ => "");

    private static string Undecided(RunReport report, ModelReport leader, ModelReport other, PairTest test) =>
        ReportWords.Sentence(test, leader.Name, other.Name, report.Pairs.Count)
        + PairReport.Of(test, leader, other, report.Items).ItemsNeeded.Match(n => $" About {Words.Plural(n, "item")} would tell a difference as seen here.", _ => "");
}
