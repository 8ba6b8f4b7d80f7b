namespace Assay.Arena;

/// <summary>What a voter says of two replies. The numbers are those of the store; zero is "not decided" and never kept.</summary>
public enum VoteOutcome
{
    NotDecided = 0,

    /// <summary>The left reply is better.</summary>
    Left = 1,

    /// <summary>The right reply is better.</summary>
    Right = 2,

    /// <summary>Both are as good.</summary>
    Tie = 3,

    /// <summary>Neither is of use. Counts as a tie in ratings: it tells nothing of which is better.</summary>
    BothBad = 4,
}

/// <summary>The words for outcomes, as addresses and requests write them.</summary>
public static class VoteOutcomes
{
    public static IReadOnlyList<VoteOutcome> All { get; } = [VoteOutcome.Left, VoteOutcome.Right, VoteOutcome.Tie, VoteOutcome.BothBad];

    public static string Name(this VoteOutcome outcome) => outcome switch
    {
        VoteOutcome.Left => "left",
        VoteOutcome.Right => "right",
        VoteOutcome.Tie => "tie",
        VoteOutcome.BothBad => "both_bad",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Only a decided outcome has a name."),
    };

    /// <summary>Null where the word means none; <c>both-bad</c> is read as <c>both_bad</c>.</summary>
    public static VoteOutcome? Find(string? word) => word?.Replace('-', '_') is { } name && All.Where(o => o.Name() == name).ToArray() is [var found] ? found : null;
}
