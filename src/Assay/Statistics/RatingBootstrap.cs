namespace Assay.Statistics;

/// <summary>
/// Ratings with 95 % intervals from the bootstrap: each round draws the votes anew, every count by a Poisson number around itself (so the total varies as well),
/// and fits them; the interval holds the middle 95 % of the rounds.
/// </summary>
public static class RatingBootstrap
{
    /// <summary>Fewer rounds have nothing beyond the ends of a 95 % interval.</summary>
    public const int FewestRounds = 40;

    /// <param name="random">Uniform on [0, 1) and seeded by the caller: the same seed gives the same intervals.</param>
    /// <param name="rounds">At least <see cref="FewestRounds"/>.</param>
    public static Inference<Ratings> Of(VoteTable votes, RatingScale scale, Func<double> random, int rounds = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, FewestRounds);
        return BradleyTerry.Fit(votes).Then(fit => scale.Place(votes).Then(anchor => Of(votes, scale, fit, anchor, random, rounds)));
    }

    private static Inference<Ratings> Of(VoteTable votes, RatingScale scale, Strengths fit, int anchor, Func<double> random, int rounds)
    {
        if (votes.Pairs.All(p => p.FirstWins + p.SecondWins == 0))
            return Inference.NotEnough<Ratings>("Every vote is a tie: votes drawn anew would all be the same, so there is no interval. Decided votes are needed.");
        var drawn = new PairScores(votes);
        double[] start = [.. fit.Logs];
        var points = new List<double>[start.Length];
        for (var i = 0; i < points.Length; i++) points[i] = new(rounds);
        for (var round = 0; round < rounds; round++)
        {
            Draw(votes, drawn, random);
            if (VoteGroups.Components(drawn.Beats()).Count > 1 || BradleyTerry.Climb(drawn, start) is not var (logs, _)) continue;
            for (var i = 0; i < points.Length; i++) points[i].Add(scale.Of(logs, i, anchor));
        }
        var without = rounds - points[0].Count;
        // Rounds without an answer are those whose strengths run off to infinity: left out in number, they would make the intervals too narrow.
        if (without * 20 > rounds)
            return Inference.NotEnough<Ratings>($"In {without} of {rounds} rounds of the bootstrap the drawn votes did not hang together, so the intervals would be too narrow. More votes are needed where few link the models.");
        return Inference.Of(Ratings.Of(votes, [.. points.Select((p, i) => Middle(scale.Of(start, i, anchor), p))], scale, rounds, without));
    }

    private static void Draw(VoteTable votes, PairScores into, Func<double> random)
    {
        for (var k = 0; k < votes.Pairs.Length; k++)
        {
            var pair = votes.Pairs[k];
            double wins = Poisson.Draw(pair.FirstWins, random), losses = Poisson.Draw(pair.SecondWins, random), ties = Poisson.Draw(pair.Ties, random);
            into.Votes[k] = wins + losses + ties;
            into.Points[k] = wins + ties / 2;
        }
    }

    private static Estimate Middle(double value, List<double> rounds)
    {
        rounds.Sort();
        // The middle of the rounds may, rarely, lie beside the estimate; an interval that leaves out its own estimate would be misread.
        return new(value, Math.Min(value, Quantile.OfSorted(rounds, 0.025)), Math.Max(value, Quantile.OfSorted(rounds, 0.975)));
    }
}
