namespace Assay.Statistics;

/// <summary>Whether a candidate may take a baseline's place.</summary>
public enum MarginOutcome
{
    NotDecided = 0,

    /// <summary>The whole interval lies within the margin below the baseline, or above it.</summary>
    NotWorse = 1,

    /// <summary>The whole interval lies below 0 and reaches beyond the margin.</summary>
    Worse = 2,

    /// <summary>The interval holds both "as good" and "worse than allowed", or there is none.</summary>
    NotEnoughEvidence = 3,
}

public static class Margin
{
    /// <param name="difference">Candidate minus baseline, more being better, with the 95 % interval.</param>
    /// <param name="margin">The greatest loss that does not matter, 0 or more, in the unit of the difference. To be chosen before the results are seen.</param>
    public static MarginOutcome Outcome(Estimate difference, double margin)
    {
        if (!(margin >= 0 && double.IsFinite(margin))) throw new ArgumentOutOfRangeException(nameof(margin), margin, "Allowed is 0 and above, such as 0.02 for two points of a hundred.");
        return difference.Low > -margin ? MarginOutcome.NotWorse
            : difference.High < 0 ? MarginOutcome.Worse
            : MarginOutcome.NotEnoughEvidence;
    }

    /// <summary>The same; what could not be estimated is not enough evidence.</summary>
    public static MarginOutcome Outcome(Inference<Estimate> difference, double margin) =>
        difference.Match(d => Outcome(d, margin), _ => Outcome(new Estimate(0, double.NegativeInfinity, double.PositiveInfinity), margin));
}
