using Assay.Statistics;

namespace Assay.Tests.Statistics;

/// <summary>Votes made up with a seed.</summary>
internal static class ArenaVotes
{
    /// <summary>Any counts at all, also such that do not hang together.</summary>
    public static VoteTable Random(int models, int perPair, int seed)
    {
        var random = new Random(seed);
        return VoteTable.Of(from a in Enumerable.Range(0, models) from b in Enumerable.Range(0, a)
                            select new VoteCount($"m{a:000}", $"m{b:000}", random.Next(perPair), random.Next(perPair), random.Next(perPair)));
    }

    /// <summary>Votes as the model has them, a fifth of them ties by a rule that leaves the expected points as they are.</summary>
    /// <param name="logs">The strengths behind the votes, with mean 0.</param>
    public static VoteTable Drawn(int models, int votes, int seed, out double[] logs)
    {
        var random = new Random(seed);
        double[] raw = [.. Enumerable.Range(0, models).Select(_ => 2 * random.NextDouble() - 1)];
        var mean = raw.Average();
        double[] strengths = logs = [.. raw.Select(s => s - mean)];
        var counts = new Dictionary<(int, int), int[]>();
        for (var i = 0; i < votes; i++)
        {
            int a = random.Next(models), b = (a + 1 + random.Next(models - 1)) % models;
            var p = 1 / (1 + Math.Exp(strengths[b] - strengths[a]));
            // Where a tie takes the place of both a win and a loss with the same chance, the mean of the points stays p.
            var tie = 0.4 * Math.Min(p, 1 - p);
            var drawn = random.NextDouble();
            var outcome = drawn < p - tie / 2 ? 0 : drawn < p + tie / 2 ? 2 : 1;
            if (!counts.TryGetValue((a, b), out var cell)) counts[(a, b)] = cell = new int[3];
            cell[outcome]++;
        }
        return VoteTable.Of(counts.Select(c => new VoteCount($"m{c.Key.Item1:000}", $"m{c.Key.Item2:000}", c.Value[0], c.Value[1], c.Value[2])));
    }
}
