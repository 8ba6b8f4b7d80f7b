namespace Assay.Statistics;

/// <summary>Whether voters favour a side. Sides are drawn at random, so with fair voters the left one wins half of the decided votes.</summary>
public sealed record PositionBias(int LeftWins, int RightWins, int Ties)
{
    public int Decided => LeftWins + RightWins;

    /// <summary>Left wins among decided votes, 0 to 1, with the Wilson interval.</summary>
    public Inference<Estimate> LeftShare => Decided == 0
        ? Inference.NotEnough<Estimate>("No vote is decided: nothing tells whether voters favour a side.")
        : Inference.Of(new Estimate((double)LeftWins / Decided, Proportion.Wilson(LeftWins, Decided)));

    /// <summary>The exact two-sided binomial test against one half; null where no vote is decided.</summary>
    public double? P => SignTest.P(LeftWins, RightWins);

    public static PositionBias Of(IEnumerable<VoteCount> votes) => votes.Aggregate(new PositionBias(0, 0, 0),
        (sum, v) => new(sum.LeftWins + v.LeftWins, sum.RightWins + v.RightWins, sum.Ties + v.Ties));
}
