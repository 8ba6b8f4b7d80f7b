using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>What a reply says of the image.</summary>
public sealed record ReadingView
{
    public static ReadingView? Of(Transcript transcript, CallOutcome.Replied reply) => null;
}
