using System.Text;
using Assay.Adapters.Calls;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls.Conformance;

/// <summary>What every protocol must do with what a provider may send. A protocol's own class says which it is and what its provider cannot express.</summary>
public abstract partial class ProtocolConformance : IAsyncLifetime
{
    /// <summary>Id of the protocol.</summary>
    protected abstract string Protocol { get; }

    /// <summary>Reasons to stop that the provider can tell.</summary>
    protected virtual StopReason[] Stops => [StopReason.Complete, StopReason.Length, StopReason.ToolCalls, StopReason.ContentFilter, StopReason.Unknown];

    /// <summary>Whether a refusal has a form of its own.</summary>
    protected virtual bool Refuses => true;

    /// <summary>The most detailed usage that the provider tells.</summary>
    protected virtual Usage Told => new() { Origin = UsageOrigin.Reported, Input = 100, Output = 40, Reasoning = 25, CacheRead = 60 };

    /// <summary>Whether the bytes of the exchange are the provider's own.</summary>
    protected virtual bool OverTheWire => true;

    /// <summary>Whether answers are asked for piece by piece, or as one document.</summary>
    protected virtual bool Streams => true;

    private protected virtual Task<CallBench> Open() => CallBench.Start(Protocol, streams: Streams);

    private protected CallBench Bench { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bench = await Open();

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static CallOutcome.Replied Reply(Transcript transcript) => transcript.Outcome.ShouldBeOfType<CallOutcome.Replied>((transcript.Outcome as CallOutcome.Failed)?.Failure.Message);

    private protected static CallFailure Failure(Transcript transcript) => transcript.Outcome.ShouldBeOfType<CallOutcome.Failed>().Failure;

    [Fact]
    public async Task Text_comes_in_pieces_and_is_whole_in_the_end()
    {
        Bench.Server.Says("small", Script.Hello);
        var (transcript, events) = await Bench.Call(CallBench.Asks("small"));
        events.OfType<CallEvent.Text>().Select(t => t.Piece).ShouldBe(Streams ? ["Hello", ", ", "world"] : ["Hello, world"]);
        var reply = Reply(transcript);
        reply.Text.ShouldBe("Hello, world");
        reply.Stop.ShouldBe(StopReason.Complete);
        var attempt = transcript.Attempts.ShouldHaveSingleItem();
        attempt.Failure.ShouldBeNull();
        // Of an answer that comes as one, nobody can tell when its first word was written.
        attempt.FirstToken.HasValue.ShouldBe(Streams);
        attempt.FirstByte.ShouldNotBeNull();
        events.OfType<CallEvent.Ended>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_model_is_asked_by_its_id_with_the_key_in_a_header_and_nowhere_else()
    {
        var transcript = await Bench.Says(Script.Hello);
        var call = Bench.Server.Calls.ShouldHaveSingleItem();
        call.Model.ShouldBe("small");
        call.Path.ShouldNotContain(CallBench.Key);
        call.Path.ShouldNotContain("key=");
        call.Headers.Values.Count(v => v.Contains(CallBench.Key, StringComparison.Ordinal)).ShouldBe(1);
        var kept = transcript.Exchange.ShouldNotBeNull();
        Everything(transcript).ShouldNotContain(CallBench.Key);
        kept.Address.ShouldNotContain(CallBench.Key);
    }

    [Fact]
    public async Task An_image_arrives_byte_for_byte_before_the_prompt()
    {
        var images = new[] { CallBench.Image(1), CallBench.Image(2) };
        await Bench.Call(CallBench.Asks("small") with { Task = ModelTask.Ask, Images = images, Prompt = "What is this?" });
        Bench.Server.Calls.ShouldHaveSingleItem().Images.ShouldBe(images.Select(i => i.Hash));
    }

    [Fact]
    public async Task What_is_kept_of_a_request_are_its_bytes_with_the_image()
    {
        if (!OverTheWire) return;
        var bytes = Enumerable.Range(0, 300_001).Select(i => (byte)(i * 7 % 251)).ToArray();
        var image = new CallImage(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), "image/jpeg", 640, 480, bytes);
        var transcript = (await Bench.Call(CallBench.Asks("small") with { Task = ModelTask.Ask, Images = [image] })).Transcript;
        var call = Bench.Server.Calls.ShouldHaveSingleItem();
        call.Images.ShouldBe([image.Hash]);
        Encoding.UTF8.GetString(transcript.Exchange!.Request.Span).ShouldBe(call.Body.GetRawText());
    }

    [Fact]
    public async Task Instructions_are_sent_apart_from_the_prompt()
    {
        await Bench.Call(CallBench.Asks("small", "Grüße, 世界 👋") with { System = "Be brief." });
        var body = Bench.Server.Calls.ShouldHaveSingleItem().Body.GetRawText();
        body.ShouldContain("Be brief.");
        System.Text.RegularExpressions.Regex.Unescape(body.Replace("\\\"", "", StringComparison.Ordinal)).ShouldContain("Grüße, 世界 👋");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task The_text_is_the_same_however_the_bytes_are_split(int bytes)
    {
        const string text = "Grüße, 世界 👋🏽 – \"quoted\"\nand a second line";
        Reply(await Bench.Says(Script.Hello with { Pieces = [.. text.EnumerateRunes().Select(r => r.ToString())], Split = bytes })).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Lines_may_end_as_on_Windows_and_comments_are_passed_over() =>
        Reply(await Bench.Says(Script.Hello with { CrLf = true, Comments = Protocol != "ollama", Split = 5 })).Text.ShouldBe("Hello, world");

    [Fact]
    public async Task Usage_is_as_the_provider_tells_it()
    {
        var usage = (await Bench.Says(Script.Hello with { Usage = Told })).Usage.ShouldNotBeNull();
        (usage with { CacheWrite = usage.CacheWrite is 0 ? null : usage.CacheWrite }).ShouldBe(Told);
    }

    [Fact]
    public async Task Usage_that_is_not_told_is_counted_and_says_so()
    {
        var usage = (await Bench.Says(Script.Hello with { Usage = null })).Usage.ShouldNotBeNull();
        usage.Origin.ShouldBe(UsageOrigin.Counted);
        usage.Input.ShouldBe(TokenEstimate.Of("Say hello"));
        usage.Output.ShouldBe(TokenEstimate.Of("Hello, world"));
    }

    [Fact]
    public async Task Every_reason_to_stop_is_told_apart()
    {
        foreach (var stop in Stops)
        {
            var reply = Reply(await Bench.Says(Script.Hello with { Stop = stop, Tools = stop is StopReason.ToolCalls ? [new("call-1", "look", "{\"at\":[1,2]}")] : [] }));
            reply.Stop.ShouldBe(stop);
            reply.Text.ShouldBe("Hello, world");
            if (stop is not StopReason.ToolCalls) reply.StopWord.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_refusal_is_no_text()
    {
        if (!Refuses) return;
        var reply = Reply(await Bench.Says(new Script { Stop = StopReason.Refusal, Refusal = "I cannot help with that." }));
        reply.Stop.ShouldBe(StopReason.Refusal);
        reply.Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reasoning_stands_apart_from_the_text()
    {
        Bench.Server.Says("small", Script.Hello with { Thoughts = ["Let me ", "think."] });
        var (transcript, events) = await Bench.Call(CallBench.Asks("small"));
        Reply(transcript).Reasoning.ShouldBe("Let me think.");
        Reply(transcript).Text.ShouldBe("Hello, world");
        events.OfType<CallEvent.Reasoning>().Select(t => t.Piece).Aggregate(string.Concat).ShouldBe("Let me think.");
    }

    [Fact]
    public async Task Tool_calls_come_whole()
    {
        var reply = Reply(await Bench.Says(new Script { Stop = StopReason.ToolCalls, Tools = [new("call-1", "look", "{\"at\":[1,2]}"), new("call-2", "read", "{}")] }));
        reply.ToolCalls.Select(t => (t.Name, t.Arguments)).ShouldBe([("look", "{\"at\":[1,2]}"), ("read", "{}")]);
        reply.Stop.ShouldBe(StopReason.ToolCalls);
        reply.ToolCalls.Select(t => t.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Done_without_a_word_is_an_empty_reply() => Reply(await Bench.Says(new Script())).Stop.ShouldBe(StopReason.Empty);

    [Fact]
    public async Task What_the_filter_holds_back_is_told_as_such()
    {
        if (!Stops.Contains(StopReason.ContentFilter)) return;
        var reply = Reply(await Bench.Says(new Script { Stop = StopReason.ContentFilter }));
        reply.Stop.ShouldBe(StopReason.ContentFilter);
        reply.Text.ShouldBeEmpty();
    }

    /// <summary>All that a transcript keeps, as one text.</summary>
    private static string Everything(Transcript transcript)
    {
        var all = new StringBuilder(transcript.ToString()).Append(transcript.Outcome);
        foreach (var attempt in transcript.Attempts) all.Append(attempt).Append(attempt.Failure);
        if (transcript.Exchange is not { } e) return all.ToString();
        foreach (var (name, value) in e.RequestHeaders.Concat(e.ReplyHeaders)) all.Append(name).Append(value);
        return all.Append(e.Address).Append(Encoding.UTF8.GetString(e.Request.Span)).Append(Encoding.UTF8.GetString((e.Reply ?? default).Span)).ToString();
    }
}
