using Assay.Calls;
using Assay.Playground;

namespace Assay.Arena;

/// <summary>Two models on one task, whose names are hidden until the vote. What they answered is in its turn, lane 0 the left one and lane 1 the right one.</summary>
public sealed record Battle
{
    /// <summary>Of the same form as the id of a turn, and not that of its turn: the one tells nothing of the other.</summary>
    public required TurnId Id { get; init; }

    public required TurnId Turn { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required ModelTask Task { get; init; }

    /// <summary>The user's own words; empty where the task's own prompt was sent.</summary>
    public required string Prompt { get; init; }

    /// <summary>SHA-256 of the image that was sent; null where there is none, or it was deleted with the turn.</summary>
    public string? Image { get; init; }

    public required Contestant Left { get; init; }
    public required Contestant Right { get; init; }

    /// <summary>References of the models that the pair was drawn from; empty where it was drawn from all.</summary>
    public IReadOnlyList<string> Pool { get; init; } = [];

    /// <summary>Who started it.</summary>
    public required string Voter { get; init; }
}

/// <summary>One side of a battle.</summary>
/// <param name="Ref">What was called.</param>
/// <param name="Model">The name in ratings: the id in the catalogue, else the reference; so a model is one, whoever serves it.</param>
public sealed record Contestant(ModelRef Ref, string Model);
