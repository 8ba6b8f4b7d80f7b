using Assay.Statistics;

namespace Assay.Arena;

/// <summary>
/// Draws the two models of a battle, and their sides. Models with fewer votes come more often, and so do pairs: a weight of 1 / (1 + votes) each, so that none is
/// certain and none shut out. Sides are even chances.
/// </summary>
public static class PairChoice
{
    /// <param name="models">Two or more, each once.</param>
    /// <param name="votes">What was voted so far; models that are not in the list are passed over.</param>
    /// <param name="chance">Uniform on [0, 1).</param>
    /// <exception cref="ArgumentException">There are fewer than two models.</exception>
    public static (string Left, string Right) Draw(IReadOnlyList<string> models, IEnumerable<VoteCount> votes, Func<double> chance)
    {
        if (models.Count < 2) throw new ArgumentException($"A battle is between two models, and {models.Count} are given; give at least two.", nameof(models));
        var place = models.Select((m, i) => (m, i)).ToDictionary(m => m.m, m => m.i, StringComparer.Ordinal);
        var (own, pairs) = (new int[models.Count], new Dictionary<(int, int), int>());
        foreach (var vote in votes)
        {
            if (!place.TryGetValue(vote.Left, out var left) || !place.TryGetValue(vote.Right, out var right)) continue;
            var count = vote.LeftWins + vote.RightWins + vote.Ties;
            own[left] += count;
            own[right] += count;
            pairs[(Math.Min(left, right), Math.Max(left, right))] = pairs.GetValueOrDefault((Math.Min(left, right), Math.Max(left, right))) + count;
        }
        var first = Pick([.. own.Select(n => 1.0 / (1 + n))], chance());
        var second = Pick([.. Enumerable.Range(0, models.Count).Select(i => i == first ? 0 : 1.0 / (1 + pairs.GetValueOrDefault((Math.Min(first, i), Math.Max(first, i)))))], chance());
        return chance() < 0.5 ? (models[first], models[second]) : (models[second], models[first]);
    }

    private static int Pick(double[] weights, double chance)
    {
        var left = chance * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0 && left < weights[i]) return i;
            left -= weights[i];
        }
        // Rounding may leave a rest behind the last.
        return Array.FindLastIndex(weights, w => w > 0);
    }
}
