namespace Assay.Statistics;

/// <summary>Pairs as the fit needs them: of so many votes the first of the pair took so many points, a win being one and a tie half.</summary>
internal sealed class PairScores(VoteTable table)
{
    public int Models { get; } = table.Models.Length;
    public int[] First { get; } = [.. table.Pairs.Select(p => p.First)];
    public int[] Second { get; } = [.. table.Pairs.Select(p => p.Second)];
    public double[] Votes { get; } = [.. table.Pairs.Select(p => (double)p.Votes)];
    public double[] Points { get; } = [.. table.Pairs.Select(p => p.FirstWins + p.Ties / 2.0)];

    /// <summary>Who took a point off whom.</summary>
    public List<int>[] Beats()
    {
        var beats = new List<int>[Models];
        for (var i = 0; i < Models; i++) beats[i] = [];
        for (var k = 0; k < First.Length; k++)
        {
            if (Points[k] > 0) beats[First[k]].Add(Second[k]);
            if (Votes[k] > Points[k]) beats[Second[k]].Add(First[k]);
        }
        return beats;
    }
}
