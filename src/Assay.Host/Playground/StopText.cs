using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>Why a model stopped, in words, where a reader must know it to judge the reply.</summary>
internal static class StopText
{
    /// <summary>Null where it was simply done.</summary>
    public static string? Of(CallOutcome.Replied r) => r.Stop switch
    {
        StopReason.Complete => null,
        StopReason.Length => "Cut: the model reached its limit of output tokens.",
        StopReason.ToolCalls => $"The model wants tools called, and none were offered: {string.Join(", ", r.ToolCalls.Select(t => t.Name))}.",
        StopReason.ContentFilter => "Held back by the provider's filter." + Said(r),
        StopReason.Refusal => "The model declined." + Said(r),
        StopReason.Empty => "Done, and no text came.",
        _ => r.StopWord is null ? "The stream ended without a reason." : $"Stopped for a reason not known here: “{r.StopWord}”.",
    };

    private static string Said(CallOutcome.Replied r) => r.RefusalText is { Length: > 0 } said ? $" It says: “{said}”" : "";
}
