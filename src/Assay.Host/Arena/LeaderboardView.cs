namespace Assay.Host.Arena;

/// <summary>What votes say of models, as page, JSON and command line show it.</summary>
public sealed record LeaderboardView
{
    /// <summary>Votes of this task alone; null for all votes.</summary>
    public string? Task { get; init; }

    public required int Votes { get; init; }
    public required int Models { get; init; }

    /// <summary>Votes by task, the most first; a null task is one that nobody told.</summary>
    public required IReadOnlyList<TaskVotesView> Tasks { get; init; }

    /// <summary>What points are counted from, in words; null where there are no ratings.</summary>
    public string? Scale { get; init; }

    /// <summary><c>bootstrap</c> or <c>sandwich</c>: where the intervals come from; null where there are no ratings.</summary>
    public string? Intervals { get; init; }

    /// <summary>Why there are no ratings; null where there are.</summary>
    public string? Why { get; init; }

    /// <summary>Groups of models within which ratings could be told, where the votes fall into several; empty else.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; init; } = [];

    /// <summary>The best first; without ratings, those with the most votes first.</summary>
    public required IReadOnlyList<RatingView> Rows { get; init; }

    /// <summary>Every pair that was voted on.</summary>
    public required IReadOnlyList<PairView> Pairs { get; init; }

    public required PositionView Position { get; init; }
}

public sealed record TaskVotesView(string? Task, int Votes);

/// <summary>A model and its votes.</summary>
public sealed record RatingView
{
    /// <summary>Its id in the catalogue, else its name as the votes write it.</summary>
    public required string Model { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether the catalogue has a page of it.</summary>
    public required bool Known { get; init; }

    /// <summary>Points: 400·log10 of the strength. Null where there are no ratings.</summary>
    public double? Points { get; init; }

    /// <summary>Ends of the 95 % interval.</summary>
    public double? Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public double? High { get; init; }

    /// <summary>1 and the number of models that are surely better.</summary>
    public int? BestRank { get; init; }

    /// <summary>Behind no model that is surely worse.</summary>
    public int? WorstRank { get; init; }

    public required int Votes { get; init; }
    public required int Wins { get; init; }
    public required int Losses { get; init; }

    /// <summary>Ties, and votes that both are bad.</summary>
    public required int Ties { get; init; }
}

/// <summary>Two models against each other, whichever side each stood on.</summary>
/// <param name="Share">Wins of A and half the ties, of all votes, 0 to 1; with its 95 % interval.</param>
public sealed record PairView(string A, string B, int AWins, int BWins, int Ties, double Share, double Low, double High);

/// <summary>Whether voters favour a side.</summary>
/// <param name="Ties">Ties, and votes that both are bad.</param>
/// <param name="LeftShare">Of decided votes, 0 to 1; null where none is decided.</param>
/// <param name="P">Of the exact test against one half.</param>
/// <param name="Words">What follows.</param>
public sealed record PositionView(int LeftWins, int RightWins, int Ties, int BothBad, double? LeftShare, double? Low, double? High, double? P, string Words);
