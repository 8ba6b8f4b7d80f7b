namespace Assay.Statistics;

/// <summary>
/// Ratings with 95 % intervals from the sandwich variance (Huber 1967; White 1982): the curvature says how sharp the maximum is, the votes'
/// own scatter how far it would move, so ties and voters who do not keep to the model are accounted for. For many votes; with few the bootstrap is safer.
/// </summary>
public static class RatingSandwich
{
    public static Inference<Ratings> Of(VoteTable votes, RatingScale scale) =>
        BradleyTerry.Fit(votes).Then(fit => scale.Place(votes).Then(anchor => Of(votes, scale, fit, anchor)));

    private static Inference<Ratings> Of(VoteTable votes, RatingScale scale, Strengths fit, int anchor)
    {
        var pairs = new PairScores(votes);
        double[] logs = [.. fit.Logs];
        var scatter = Scatter(votes, pairs, logs);
        if (!scatter.Any(s => s > 0)) return Inference.NotEnough<Ratings>("Every vote is a tie: nothing shows how much votes scatter, so there is no interval. Decided votes are needed.");
        if (Cholesky.Of(BradleyTerry.Curvature(pairs, logs))?.Inverse() is not { } inverse)
            return Inference.NotEnough<Ratings>("The votes are too one-sided for the precision of a double. More votes between unequal models are needed.");
        return Inference.Of(Ratings.Of(votes, [.. Enumerable.Range(0, logs.Length).Select(i =>
        {
            var half = Proportion.Z95 * RatingScale.PointsPerLog * Math.Sqrt(Variance(pairs, scatter, inverse, i, anchor));
            var points = scale.Of(logs, i, anchor);
            return new Estimate(points, points - half, points + half);
        })], scale, rounds: null, withoutAnswer: 0));
    }

    /// <summary>The squared surplus of points over what the fit expects, summed over the votes of each pair.</summary>
    private static double[] Scatter(VoteTable votes, PairScores pairs, double[] logs) => [.. votes.Pairs.Select((pair, k) =>
    {
        var p = BradleyTerry.FirstWins(pairs, logs, k);
        return pair.FirstWins * (1 - p) * (1 - p) + pair.SecondWins * p * p + pair.Ties * (0.5 - p) * (0.5 - p);
    })];

    /// <summary>Of the distance from the anchor. A vote pulls its two models by equal amounts, so the constant in the inverse falls out.</summary>
    private static double Variance(PairScores pairs, double[] scatter, double[][] inverse, int model, int anchor)
    {
        var sum = 0.0;
        for (var k = 0; k < scatter.Length; k++)
        {
            var pull = inverse[model][pairs.First[k]] - inverse[model][pairs.Second[k]];
            if (anchor >= 0) pull -= inverse[anchor][pairs.First[k]] - inverse[anchor][pairs.Second[k]];
            sum += scatter[k] * pull * pull;
        }
        return sum;
    }
}
