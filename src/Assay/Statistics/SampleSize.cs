namespace Assay.Statistics;

/// <summary>How many items a comparison needs before it can tell.</summary>
public static class SampleSize
{
    /// <summary>
    /// Items for a paired comparison of passes and fails that finds a true difference: ((z_{α/2}·√ψ + z_β·√(ψ−δ²)) / δ)², rounded up.
    /// </summary>
    /// <param name="difference">δ, of pass rates, -1 to 1 and at least a millionth; its sign does not matter.</param>
    /// <param name="discordance">ψ, the share of items on which the two differ: at least |δ|, at most 1.</param>
    /// <param name="power">The chance to find the difference, 0.5 to 0.999.</param>
    /// <param name="alpha">The chance to find one where none is, two-sided, 0.0001 to 0.2.</param>
    public static long Paired(double difference, double discordance, double power = 0.8, double alpha = 0.05)
    {
        var delta = Math.Abs(difference);
        if (!(delta is >= 1e-6 and <= 1)) throw new ArgumentOutOfRangeException(nameof(difference), difference, "Allowed is -1 to 1, at least 0.000001 away from 0: no number of items tells a difference of 0.");
        if (!(discordance >= delta && discordance <= 1))
            throw new ArgumentOutOfRangeException(nameof(discordance), discordance, $"Allowed is {delta} to 1: the two differ on at least as many items as one leads by.");
        if (!(power is >= 0.5 and <= 0.999)) throw new ArgumentOutOfRangeException(nameof(power), power, "Allowed is 0.5 to 0.999; usual is 0.8.");
        if (!(alpha is >= 0.0001 and <= 0.2)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Allowed is 0.0001 to 0.2; usual is 0.05.");
        var root = (NormalDistribution.Quantile(1 - alpha / 2) * Math.Sqrt(discordance) + NormalDistribution.Quantile(power) * Math.Sqrt(discordance - delta * delta)) / delta;
        return (long)Math.Ceiling(root * root);
    }

    /// <summary>
    /// Items for a mean difference of any kind, related items included, from one already seen: n·((z_{α/2} + z_β)·SE / δ)², rounded up, because a standard error
    /// falls with the root of the number of items of the same sort.
    /// </summary>
    /// <param name="difference">δ, not 0; its sign does not matter.</param>
    /// <param name="standardError">Of that difference as seen, above 0.</param>
    /// <param name="items">That it was seen on, at least 1.</param>
    public static long ForMean(double difference, double standardError, int items, double power = 0.8, double alpha = 0.05)
    {
        if (!(Math.Abs(difference) >= 1e-6 && double.IsFinite(difference))) throw new ArgumentOutOfRangeException(nameof(difference), difference, "Allowed is anything at least 0.000001 away from 0: no number of items tells a difference of 0.");
        if (!(standardError > 0 && double.IsFinite(standardError))) throw new ArgumentOutOfRangeException(nameof(standardError), standardError, "Allowed is above 0.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        var root = (NormalDistribution.Quantile(1 - alpha / 2) + NormalDistribution.Quantile(power)) * standardError / difference;
        return (long)Math.Min(long.MaxValue / 2.0, Math.Ceiling(items * root * root));
    }

    /// <summary>The smallest lead, in items, that McNemar's exact test can call significant, with nothing lost; with losses the lead must be greater still.</summary>
    /// <param name="items">In the suite, at least 1.</param>
    public static Inference<int> LeastSignificantLead(int items, double alpha = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(items);
        if (!(alpha is >= 0.0001 and <= 0.2)) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Allowed is 0.0001 to 0.2; usual is 0.05.");
        var lead = 1;
        while (SignTest.P(lead, 0) > alpha) lead++;
        return lead <= items ? Inference.Of(lead)
            : Inference.NotEnough<int>($"On {items} item{(items == 1 ? "" : "s")} no lead can be significant at {alpha}: it takes {lead} items won and none lost.");
    }
}
