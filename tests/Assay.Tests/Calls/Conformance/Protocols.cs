using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Calls;

namespace Assay.Tests.Calls.Conformance;

public class OpenAiChatConformance : ProtocolConformance
{
    protected override string Protocol => "openai-chat";
}

public class OpenAiResponsesConformance : ProtocolConformance
{
    protected override string Protocol => "openai-responses";
}

public class AnthropicConformance : ProtocolConformance
{
    protected override string Protocol => "anthropic";
    protected override StopReason[] Stops => [StopReason.Complete, StopReason.Length, StopReason.ToolCalls, StopReason.Refusal, StopReason.Unknown];
    protected override Usage Told => new() { Origin = UsageOrigin.Reported, Input = 100, Output = 40, CacheRead = 60, CacheWrite = 30 };
}

public class GeminiConformance : ProtocolConformance
{
    protected override string Protocol => "gemini";
    protected override bool Refuses => false;
    protected override Usage Told => new() { Origin = UsageOrigin.Reported, Input = 300, Output = 40, Reasoning = 25, CacheRead = 60, ImageInput = 258 };
}

public class OllamaConformance : ProtocolConformance
{
    protected override string Protocol => "ollama";
    protected override StopReason[] Stops => [StopReason.Complete, StopReason.Length, StopReason.ToolCalls, StopReason.Unknown];
    protected override bool Refuses => false;
    protected override Usage Told => new() { Origin = UsageOrigin.Reported, Input = 100, Output = 40 };
}

/// <summary>Both bridges in one: our caller as an IChatClient, and that IChatClient as a protocol.</summary>
public class ChatClientConformance : ProtocolConformance
{
    protected override string Protocol => "bridge";
    protected override StopReason[] Stops => [StopReason.Complete, StopReason.Length, StopReason.ToolCalls, StopReason.ContentFilter];
    protected override bool Refuses => false;
    protected override bool OverTheWire => false;

    private protected override Task<CallBench> Open() => CallBench.Start(Protocol, streams: Streams, more: (server, time) => [new ChatClientProtocol(Protocol, (endpoint, model) =>
    {
        var inner = new ModelCaller(WireProtocols.All(new WireHttp(time)), new(() => new() { All = [new("inner") { Protocol = "openai-chat", BaseUrl = endpoint.Base!.AbsoluteUri, ApiKeyEnv = "INNER" }] }, _ => endpoint.Key),
            () => new TestCatalog().Snapshot(), time, new Random(7), new() { Attempts = 1, FirstByte = TimeSpan.FromHours(1), Idle = TimeSpan.FromHours(1), Whole = TimeSpan.FromHours(1) });
        return new CallerChatClient(inner, new("inner", model), new() { Stream = Streams });
    })]);
}

public sealed class OpenAiChatAsOneConformance : OpenAiChatConformance
{
    protected override bool Streams => false;
}

public sealed class OpenAiResponsesAsOneConformance : OpenAiResponsesConformance
{
    protected override bool Streams => false;
}

public sealed class AnthropicAsOneConformance : AnthropicConformance
{
    protected override bool Streams => false;
}

public sealed class GeminiAsOneConformance : GeminiConformance
{
    protected override bool Streams => false;
}

public sealed class OllamaAsOneConformance : OllamaConformance
{
    protected override bool Streams => false;
}

public sealed class ChatClientAsOneConformance : ChatClientConformance
{
    protected override bool Streams => false;
}
