using System.Collections.Immutable;

namespace Assay.Statistics;

/// <summary>Strengths by the Bradley–Terry model: the first beats the second with probability s₁ / (s₁ + s₂).</summary>
/// <param name="Models">In ordinal order.</param>
/// <param name="Logs">Natural logarithms of the strengths, whose mean is 0.</param>
/// <param name="Steps">Newton steps until no logarithm moved by more than 1e-8.</param>
public sealed record Strengths(ImmutableArray<string> Models, ImmutableArray<double> Logs, int Steps)
{
    /// <summary>The strength of the model at that place; the geometric mean of all is 1.</summary>
    public double this[int model] => Math.Exp(Logs[model]);
}

/// <summary>
/// Strengths from votes by maximum likelihood: all votes at once, so their order does not matter, as it does for online Elo. A tie counts half a win
/// for each side. Newton's method on the logarithms, concave and so with one maximum; a step costs the pairs, and the cube of the models at the speed of dot products.
/// </summary>
public static class BradleyTerry
{
    private const int MostSteps = 100;
    private const double Still = 1e-8, LongestStep = 5;

    /// <summary>Refuses votes that do not hang together (<see cref="VoteGroups"/>), by name.</summary>
    public static Inference<Strengths> Fit(VoteTable votes)
    {
        if (votes.Models.Length < 2) return Inference.NotEnough<Strengths>("No votes: strengths need votes on at least two models.");
        var groups = VoteGroups.Of(votes);
        if (groups.Count > 1) return Inference.NotEnough<Strengths>(VoteGroups.Refusal(groups));
        return Climb(new PairScores(votes), new double[votes.Models.Length]) is var (logs, steps)
            ? Inference.Of(new Strengths(votes.Models, [.. logs], steps))
            : Inference.NotEnough<Strengths>($"The fit did not settle within {MostSteps} steps: the votes are too one-sided for the precision of a double. More votes between unequal models are needed.");
    }

    /// <summary>The maximum from a start whose mean is 0; null where it is not reached. The votes must hang together.</summary>
    internal static (double[] Logs, int Steps)? Climb(PairScores pairs, double[] start)
    {
        var logs = start;
        var height = LogLikelihood(pairs, logs);
        for (var step = 1; step <= MostSteps; step++)
        {
            if (Cholesky.Of(Curvature(pairs, logs)) is not { } curvature) return null;
            var move = curvature.Solve(Slope(pairs, logs));
            var longest = move.Max(Math.Abs);
            var share = Math.Min(1, LongestStep / longest);
            var (next, nextHeight) = Moved(pairs, logs, move, share);
            // Near the top the heights differ by rounding alone: there the step is right, and halving it would never end.
            while (nextHeight < height - 1e-9 * Math.Abs(height) && longest * share > Still) (next, nextHeight) = Moved(pairs, logs, move, share /= 2);
            (logs, height) = (next, nextHeight);
            if (longest <= Still) return (logs, step);
        }
        return null;
    }

    private static (double[] Logs, double Height) Moved(PairScores pairs, double[] logs, double[] move, double share)
    {
        var next = new double[logs.Length];
        for (var i = 0; i < next.Length; i++) next[i] = logs[i] + share * move[i];
        var mean = next.Average();
        for (var i = 0; i < next.Length; i++) next[i] -= mean;
        return (next, LogLikelihood(pairs, next));
    }

    private static double LogLikelihood(PairScores pairs, double[] logs)
    {
        var sum = 0.0;
        for (var k = 0; k < pairs.First.Length; k++)
        {
            var lead = logs[pairs.First[k]] - logs[pairs.Second[k]];
            sum += pairs.Points[k] * lead - pairs.Votes[k] * (Math.Max(lead, 0) + Math.Log(1 + Math.Exp(-Math.Abs(lead))));
        }
        return sum;
    }

    private static double[] Slope(PairScores pairs, double[] logs)
    {
        var slope = new double[logs.Length];
        for (var k = 0; k < pairs.First.Length; k++)
        {
            var surplus = pairs.Points[k] - pairs.Votes[k] * FirstWins(pairs, logs, k);
            slope[pairs.First[k]] += surplus;
            slope[pairs.Second[k]] -= surplus;
        }
        return slope;
    }

    /// <summary>
    /// Minus the second derivatives, lower half. They say nothing of a shift of all logarithms, so a constant is added everywhere: the matrix becomes
    /// positive definite, and a solution for a right side that sums to 0 is the one with mean 0.
    /// </summary>
    internal static double[][] Curvature(PairScores pairs, double[] logs)
    {
        var rows = new double[logs.Length][];
        for (var i = 0; i < rows.Length; i++) rows[i] = new double[rows.Length];
        var trace = 0.0;
        for (var k = 0; k < pairs.First.Length; k++)
        {
            var p = FirstWins(pairs, logs, k);
            var weight = pairs.Votes[k] * p * (1 - p);
            rows[pairs.First[k]][pairs.First[k]] += weight;
            rows[pairs.Second[k]][pairs.Second[k]] += weight;
            rows[pairs.Second[k]][pairs.First[k]] -= weight;
            trace += 2 * weight;
        }
        var shift = trace / rows.Length / rows.Length;
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j <= i; j++) rows[i][j] += shift;
        return rows;
    }

    internal static double FirstWins(PairScores pairs, double[] logs, int pair) => 1 / (1 + Math.Exp(logs[pairs.Second[pair]] - logs[pairs.First[pair]]));
}
