using Assay.Calls;
using Assay.Host.Playground;
using Assay.Playground;

namespace Assay.Host.Cli;

/// <summary>The course of a turn as lines, where they go to a file or another program.</summary>
internal static class LaneLines
{
    public static async Task Follow(TurnRun turn, TurnView shown, TextWriter to)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var what in turn.Follow())
        {
            if (what is not TurnEvent.OfLane lane || LaneWords.Of(lane.What) is not { } words) continue;
            // How far an installation is, at each tenth of the way, and once where several lanes wait for it.
            if (lane.What is CallEvent.Progress progress && !told.Add($"{words.Split(':')[0]} {(int?)(progress.Done * 10)}")) continue;
            await to.WriteLineAsync($"{shown.Lanes[lane.Place].Model}: {words}");
        }
        await to.FlushAsync();
    }
}

/// <summary>What happens in a lane, in a few words.</summary>
internal static class LaneWords
{
    /// <summary>Null for what is not worth a line, such as a piece of text.</summary>
    public static string? Of(CallEvent what) => what switch
    {
        CallEvent.AttemptStarted { Number: 1 } => "asked",
        CallEvent.AttemptStarted a => $"attempt {a.Number}",
        CallEvent.Waiting w => w.Why,
        CallEvent.Progress p => p.Words,
        CallEvent.AttemptFailed f => f.RetryIn is { } retry ? $"{f.Failure.Message} Trying again in {LaneText.Time(retry.TotalMilliseconds)}." : f.Failure.Message,
        CallEvent.Ended e => e.Transcript.Outcome switch
        {
            CallOutcome.Replied => $"answered after {LaneText.Time(e.Transcript.Total.TotalMilliseconds)}",
            CallOutcome.Failed => "no answer",
            _ => "stopped",
        },
        _ => null,
    };
}
