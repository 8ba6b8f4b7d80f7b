using Assay.Statistics;

namespace Assay.Arena;

/// <summary>One vote on two models.</summary>
/// <param name="Left">The model on the left, by the name of its battle or file.</param>
/// <param name="Right">Another one.</param>
public sealed record Vote(string Left, string Right, VoteOutcome Outcome)
{
    /// <summary>Null where it is not told.</summary>
    public string? Task { get; init; }

    /// <summary>Who voted: a pseudonym. Null where it is not told.</summary>
    public string? Voter { get; init; }

    /// <summary>To the millisecond. Null where it is not told.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Of the prompt, as the source writes it. Null where it is not told.</summary>
    public string? Language { get; init; }

    /// <summary>The battle it is on; null where it is not told.</summary>
    public string? Battle { get; init; }
}

/// <summary>Votes of one task on two models, added up by where each stood.</summary>
/// <param name="Task">Null where it is not told.</param>
/// <param name="BothBad">Among the ties of <see cref="VoteCount"/>.</param>
public sealed record VoteTally(string? Task, string Left, string Right, int LeftWins, int RightWins, int Ties, int BothBad)
{
    public int Votes => LeftWins + RightWins + Ties + BothBad;

    public VoteCount Count => new(Left, Right, LeftWins, RightWins, Ties + BothBad);
}
