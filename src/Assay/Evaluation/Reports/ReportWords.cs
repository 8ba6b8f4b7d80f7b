using System.Globalization;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Evaluation.Reports;

/// <summary>Figures of reports in words, the same on every surface.</summary>
public static class ReportWords
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>"74.6 %". Only a whole is 100 %, and only nothing is 0 %.</summary>
    public static string Percent(double share)
    {
        var text = Format.Percent((decimal)share);
        return text == "100 %" && share < 1 ? "above 99.9 %" : text == "0 %" && share > 0 ? "below 0.1 %" : text;
    }

    /// <summary>"6.2 points": of a difference of shares.</summary>
    public static string Points(double difference)
    {
        var points = Math.Round((decimal)difference * 100, 1, MidpointRounding.AwayFromZero);
        return $"{(points < 0 ? "−" : "")}{Math.Abs(points).ToString("0.#", Culture)} {(Math.Abs(points) == 1 ? "point" : "points")}";
    }

    /// <summary>"+6.2 points (−1.4 to 13.8)".</summary>
    public static string Difference(Estimate difference) => $"{(difference.Value > 0 ? "+" : "")}{Points(difference.Value)} ({Bare(difference.Low)} to {Bare(difference.High)})";

    /// <summary>"63.0–83.5 %".</summary>
    public static string Interval((double Low, double High) interval) => $"{Bare(interval.Low)}–{Bare(interval.High)} %";

    /// <summary>"p = 0.012", "p &lt; 0.0001".</summary>
    public static string P(double p) => p < 0.0001 ? "p < 0.0001" : $"p = {(p >= 0.995 ? "1" : p.ToString(p < 0.001 ? "0.0000" : p < 0.1 ? "0.000" : "0.00", Culture))}";

    /// <summary>"74.6 %", or what it can be: "61.2 % to 70.1 %", with as many digits as tell the two ends apart.</summary>
    public static string Score(ScoreReport score)
    {
        if (score.IsWhole) return Percent(score.AtLeast);
        var (low, high) = (Percent(score.AtLeast), Percent(score.AtMost));
        for (var digits = 2; low == high && digits < 8; digits++) (low, high) = (Fine(score.AtLeast, digits), Fine(score.AtMost, digits));
        return $"{low} to {high}";
    }

    private static string Fine(double share, int digits) => Math.Round((decimal)share * 100, digits, MidpointRounding.AwayFromZero).ToString("0." + new string('#', digits), Culture) + " %";

    /// <summary>What a test says of two models, in one sentence. "Better" only where the test, corrected for the number of pairs, says so.</summary>
    public static string Sentence(PairTest test, string first, string second, int pairs)
    {
        var p = test.CorrectedP is { } known ? $", {test.Method.Name()}, {P(known)}{(pairs > 1 ? $" corrected for {pairs} pairs" : "")}" : "";
        var found = test.Difference.Match(d => Difference(d) + p, why => why.TrimEnd('.'));
        return test.Outcome switch
        {
            PairOutcome.FirstBetter => $"{first} is better than {second}: {found}.",
            PairOutcome.SecondBetter => $"{first} is worse than {second}: {found}.",
            PairOutcome.Identical => $"{first} and {second} do alike on every one of {Words.Plural(test.Items, "item")}.",
            PairOutcome.CannotTell => $"These items cannot tell {first} from {second}: {found}.{(LeavesOutZero(test) ? " The interval is of this pair alone and leaves out 0; the test, which decides, does not bear that out." : "")}",
            _ when test.Items == 0 => $"{first} and {second} have no item in common that both have a score on.",
            _ => $"No winner is named between {first} and {second}: below 90 % of the trials of one of them have a score.",
        };
    }

    private static bool LeavesOutZero(PairTest test) => test.Difference.Match(d => d.Low > 0 || d.High < 0, _ => false);

    public static string Name(this PairMethod method) => method == PairMethod.McNemar ? "McNemar's exact test" : "t-test of paired differences, related items clustered";

    /// <summary>What stands behind an interval, as a phrase.</summary>
    public static string Name(this ScoreMethod method) => method switch
    {
        ScoreMethod.Wilson => "Wilson",
        ScoreMethod.ClusteredMean => "Student's t of the mean over items, related items clustered",
        ScoreMethod.WilsonOverClusters => "Wilson over clusters, because the values show no spread",
        _ => "none",
    };

    /// <summary>"12 errored, 3 not run": trials without a score by kind; empty where there are none.</summary>
    public static string Open(Tally tally) => string.Join(", ", new[]
    {
        (tally.Errored, "errored"), (tally.Refused, "refused"), (tally.Interrupted, "interrupted"), (tally.Unscored, "answered but unscored"), (tally.NotRun, "not run"),
    }.Where(c => c.Item1 > 0).Select(c => $"{Format.Exact(c.Item1)} {c.Item2}"));

    private static string Bare(double share) => Math.Round((decimal)share * 100, 1, MidpointRounding.AwayFromZero) is var value && value < 0 ? "−" + (-value).ToString("0.0", Culture) : value.ToString("0.0", Culture);
}
