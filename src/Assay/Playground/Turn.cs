using Assay.Calls;

namespace Assay.Playground;

/// <summary>One task put to several models at once, with what each of them answered.</summary>
public sealed record Turn
{
    /// <summary>Most models of one turn.</summary>
    public const int MostLanes = 8;

    public required TurnId Id { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required ModelTask Task { get; init; }

    /// <summary>The user's own words; empty where the task's own prompt was sent. What each model was sent is in its transcript.</summary>
    public required string Prompt { get; init; }

    /// <summary>What was sent, in order; the bytes lie in the store by hash. None as long as the image is still to be read.</summary>
    public IReadOnlyList<SentImage> Images { get; init; } = [];

    /// <summary>The text that the image truly holds, where the user gave it; replies are measured against it.</summary>
    public string? Reference { get; init; }

    /// <summary>In the order in which the models were chosen.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>The same with the transcript of one lane.</summary>
    public Turn With(int place, Transcript transcript) => this with { Lanes = [.. Lanes.Select(l => l.Place == place ? l with { Transcript = transcript } : l)] };
}

/// <summary>One model of a turn.</summary>
/// <param name="Place">0 and above: its order, hue and shape.</param>
/// <param name="Transcript">Null while it runs, or for ever where the program ended before the call did.</param>
public sealed record Lane(int Place, ModelRef Model, Transcript? Transcript = null);
