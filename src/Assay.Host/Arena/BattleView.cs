using Assay.Host.Playground;

namespace Assay.Host.Arena;

/// <summary>A battle as every surface shows it to one voter. Before that voter's vote nothing in it tells the models.</summary>
public sealed record BattleView
{
    public required string Id { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Task { get; init; }

    /// <summary>The user's own words.</summary>
    public required string Prompt { get; init; }

    public SentImageView? Image { get; init; }

    /// <summary>
    /// <c>running</c>; <c>open</c>: both have answered, and this voter may vote; <c>voted</c>; <c>void</c>: one brought no answer, so there is nothing to vote on;
    /// <c>gone</c>: the answers were deleted.
    /// </summary>
    public required string State { get; init; }

    /// <summary>The state in words.</summary>
    public required string Words { get; init; }

    /// <summary>What this voter said: <c>left</c>, <c>right</c>, <c>tie</c> or <c>both_bad</c>; null before.</summary>
    public string? Vote { get; init; }

    /// <summary>In the answer to a vote: whether it counts. Null elsewhere.</summary>
    public bool? Counted { get; init; }

    /// <summary>The left one, A.</summary>
    public required SideView Left { get; init; }

    /// <summary>The right one, B.</summary>
    public required SideView Right { get; init; }
}

/// <summary>One side of a battle.</summary>
public sealed record SideView
{
    /// <summary><c>a</c> on the left, <c>b</c> on the right.</summary>
    public required string Side { get; init; }

    /// <summary><c>running</c>, <c>replied</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>The reply; null where none came, or where it is shown as boxes or labels: how they were written would tell the family of the model.</summary>
    public string? Text { get; init; }

    /// <summary>What one must know to judge the reply: that it was cut, held back, or cannot be read.</summary>
    public string? Note { get; init; }

    /// <summary>What was found; null where the task asks for no boxes, or they cannot be read.</summary>
    public IReadOnlyList<BoxView>? Boxes { get; init; }

    /// <summary>Ranked labels; null where the task asks for none, or they cannot be read.</summary>
    public IReadOnlyList<LabelView>? Labels { get; init; }

    /// <summary>The model with all there is to tell of its call; null until the voter may know.</summary>
    public LaneView? Model { get; init; }
}
