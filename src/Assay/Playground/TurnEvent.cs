using Assay.Calls;

namespace Assay.Playground;

/// <summary>What happens while a turn runs, of all lanes in one order. Numbers begin with 1 and have no gaps, so whoever lost the connection can go on.</summary>
public abstract record TurnEvent(int Number)
{
    /// <summary>The first event: what was asked of whom.</summary>
    public sealed record Started(int Number, Turn Turn) : TurnEvent(Number);

    /// <summary>The image, where it was still to be read when the turn started.</summary>
    public sealed record Pictured(int Number, SentImage Image) : TurnEvent(Number);

    /// <summary>Something happened in one lane. <see cref="CallEvent.Ended"/> is the lane's last, and comes when the transcript is kept.</summary>
    public sealed record OfLane(int Number, int Place, CallEvent What) : TurnEvent(Number);

    /// <summary>The last event: every lane has ended.</summary>
    public sealed record Ended(int Number) : TurnEvent(Number);
}
