using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>A turn that can start: every name found, the image decoded or at hand, a request for each model.</summary>
public sealed record TurnPlan
{
    public required ModelTask Task { get; init; }

    /// <inheritdoc cref="Assay.Playground.Turn.Prompt"/>
    public required string Prompt { get; init; }

    public IReadOnlyList<CallImage> Images { get; init; } = [];
    public string? Reference { get; init; }

    /// <summary>Brings the image where it is still to be read; the requests have none then. Null where all is there.</summary>
    public ReadLater? Later { get; init; }

    /// <summary>Calls the models in place of the usual way, such as under a cap; null for the usual way.</summary>
    public CallModel? Call { get; init; }

    /// <summary>One for each lane, in order.</summary>
    public required IReadOnlyList<CallRequest> Requests { get; init; }
}

/// <summary>How much the playground does at once.</summary>
public sealed record TurnLimits
{
    /// <summary>Turns that run at the same time; one more is refused until one ends.</summary>
    public int Turns { get; init; } = 8;

    /// <summary>The longest that a lane may take, the installing of a local engine included.</summary>
    public TimeSpan Lane { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the events of a turn can be asked for again after it has ended.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromMinutes(10);
}
