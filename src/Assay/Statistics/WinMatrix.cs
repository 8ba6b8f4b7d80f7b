using System.Collections.Immutable;

namespace Assay.Statistics;

/// <summary>How one model fared against another.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct HeadToHead(int Wins, int Losses, int Ties)
{
    public int Votes => Wins + Losses + Ties;

    /// <summary>Wins plus half the ties, of all votes, 0 to 1, with its Wilson interval (with ties rather too wide than too narrow).</summary>
    public Inference<Estimate> Share
    {
        get
        {
            if (Votes == 0) return Inference.NotEnough<Estimate>("No vote compares the two.");
            var share = (Wins + Ties / 2.0) / Votes;
            return Inference.Of(new Estimate(share, Proportion.Wilson(share, Votes)));
        }
    }
}

/// <summary>Every model against every other.</summary>
public sealed class WinMatrix
{
    private readonly HeadToHead[,] _cells;

    private WinMatrix(ImmutableArray<string> models, HeadToHead[,] cells) => (Models, _cells) = (models, cells);

    /// <summary>Of rows and columns alike, in ordinal order.</summary>
    public ImmutableArray<string> Models { get; }

    /// <summary>The model of the row against that of the column; nothing but zeros where they never met.</summary>
    public HeadToHead this[int row, int column] => _cells[row, column];

    public static WinMatrix Of(VoteTable votes)
    {
        var cells = new HeadToHead[votes.Models.Length, votes.Models.Length];
        foreach (var p in votes.Pairs)
        {
            cells[p.First, p.Second] = new(p.FirstWins, p.SecondWins, p.Ties);
            cells[p.Second, p.First] = new(p.SecondWins, p.FirstWins, p.Ties);
        }
        return new(votes.Models, cells);
    }
}
