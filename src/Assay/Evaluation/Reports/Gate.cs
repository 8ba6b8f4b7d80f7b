using Assay.Statistics;
using Assay.Units;

namespace Assay.Evaluation.Reports;

/// <summary>Whether a candidate may take a baseline's place: for programs that must decide.</summary>
public sealed record Gate
{
    /// <summary>0.02: two points of a hundred.</summary>
    public const double UsualMargin = 0.02;

    /// <summary>The candidate is first, the baseline second.</summary>
    public required PairReport Pair { get; init; }

    /// <summary>The greatest loss that does not matter, 0 to 1, set before the results are seen.</summary>
    public required double Margin { get; init; }

    public required MarginOutcome Outcome { get; init; }

    /// <summary>The whole interval lies above 0 and the test bears it out: more than asked for.</summary>
    public bool IsBetter => Outcome == MarginOutcome.NotWorse && Pair.Test.Outcome == PairOutcome.FirstBetter && Pair.Test.Difference is Inference<Estimate>.Estimated { Value.Low: > 0 };

    /// <param name="pair">Candidate minus baseline.</param>
    public static Gate Of(PairReport pair, double margin) => new()
    {
        // A candidate that failed calls on hard items must not pass on the rest.
        Pair = pair, Margin = margin, Outcome = pair.Test.IsCovered ? Statistics.Margin.Outcome(pair.Test.Difference, margin) : MarginOutcome.NotEnoughEvidence,
    };

    /// <summary>In a sentence.</summary>
    public string Sentence(string candidate, string baseline) => Outcome switch
    {
        MarginOutcome.NotWorse when IsBetter => $"{candidate} is better than {baseline}: the whole interval of the difference lies above 0, and the test bears it out.",
        MarginOutcome.NotWorse => $"{candidate} is not worse than {baseline} by {ReportWords.Points(Margin)} or more: the whole interval of the difference lies above −{ReportWords.Points(Margin)}.",
        MarginOutcome.Worse => $"{candidate} is worse than {baseline}: the whole interval of the difference lies below 0 and reaches to −{ReportWords.Points(Margin)} or beyond.",
        _ when !Pair.Test.IsCovered => $"Not enough evidence: fewer than 90 % of the trials of {candidate} or {baseline} have a score. Make good the failed calls first.",
        _ => Pair.Test.Difference.Match(
            _ => $"Not enough evidence: the interval of the difference holds losses below and beyond the margin of {ReportWords.Points(Margin)}.",
            why => $"Not enough evidence. {why}"),
    };
}
