using System.Text;
using System.Text.Json;
using Assay.Adapters.Calls;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

/// <summary>Calls that nobody reads along: the answer is one document.</summary>
public sealed class AsOneTests
{
    private static readonly CallOptions AsOne = new() { Stream = false };

    private static async Task<Transcript> Says(string protocol, string body, string type = "application/json")
    {
        await using var bench = await CallBench.Start(protocol, streams: false);
        return await bench.Says(new Script { Body = body, Type = type });
    }

    private static CallFailure Failure(Transcript transcript) => transcript.Outcome.ShouldBeOfType<CallOutcome.Failed>().Failure;

    [Theory]
    [InlineData("openai-chat", "/v1/chat/completions", """{"model":"small","messages":[{"role":"user","content":"Say hello"}],"stream":false}""")]
    [InlineData("openai-responses", "/v1/responses", """{"model":"small","input":[{"role":"user","content":[{"type":"input_text","text":"Say hello"}]}],"stream":false,"store":false}""")]
    [InlineData("anthropic", "/anthropic/v1/messages", """{"model":"small","max_tokens":4096,"messages":[{"role":"user","content":[{"type":"text","text":"Say hello"}]}],"stream":false}""")]
    [InlineData("gemini", "/v1beta/models/small:generateContent", """{"contents":[{"role":"user","parts":[{"text":"Say hello"}]}],"generationConfig":{}}""")]
    [InlineData("ollama", "/api/chat", """{"model":"small","messages":[{"role":"user","content":"Say hello"}],"stream":false,"options":{}}""")]
    public async Task Every_protocol_asks_for_one_document_in_its_own_way(string protocol, string path, string body)
    {
        await using var bench = await CallBench.Start(protocol, streams: false);
        var exchange = (await bench.Says(Script.Hello)).Exchange.ShouldNotBeNull();
        Encoding.UTF8.GetString(exchange.Request.Span).ShouldBe(body);
        bench.Server.Calls.ShouldHaveSingleItem().Path.ShouldBe(path);
        JsonDocument.Parse(exchange.Reply!.Value).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task A_server_that_streams_all_the_same_is_read()
    {
        var transcript = await Says("openai-chat", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n", "text/event-stream");
        transcript.Text.ShouldBe("Hello");
        transcript.Attempts.Single().FirstToken.ShouldBeNull();
        (await Says("ollama", """{"message":{"content":"Hel"}}""" + "\n" + """{"message":{"content":"lo"},"done":true,"done_reason":"stop"}""", "application/x-ndjson")).Text.ShouldBe("Hello");
    }

    [Theory]
    [InlineData("openai-responses", """{"object":"list","data":[]}""")]
    [InlineData("anthropic", """{"object":"list","data":[]}""")]
    [InlineData("openai-chat", """{"object":"list","data":[]}""")]
    [InlineData("gemini", "[1]")]
    public async Task Another_document_is_no_answer(string protocol, string body) => Failure(await Says(protocol, body)).Kind.ShouldBeOneOf(FailureKind.Malformed, FailureKind.CutStream);

    [Fact]
    public async Task A_document_of_another_kind_says_what_was_asked_for()
    {
        var failure = Failure(await Says("openai-chat", "<html>Sign in</html>", "text/html"));
        failure.Message.ShouldContain("'text/html', where 'application/json' was asked for");
        failure.Message.ShouldContain("Sign in");
    }

    [Fact]
    public async Task Reasoning_of_a_response_is_read_from_its_summary_and_its_content()
    {
        var reply = (await Says("openai-responses", """
            {"model":"m","status":"completed","output":[
              {"type":"reasoning","summary":[{"type":"summary_text","text":"Short. "}],"content":[{"type":"reasoning_text","text":"Long."}]},
              {"type":"message","content":[{"type":"output_text","text":"One "},{"type":"output_text","text":"two"}]}]}
            """)).Outcome.ShouldBeOfType<CallOutcome.Replied>();
        (reply.Text, reply.Reasoning, reply.Stop).ShouldBe(("One two", "Short. Long.", StopReason.Complete));
    }

    [Fact]
    public async Task Half_an_answer_that_falls_silent_is_given_up()
    {
        await using var bench = await CallBench.Start(streams: false);
        bench.Server.Says("small", Script.Hello with { BeforeEnd = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) });
        var call = bench.Call(CallBench.Asks("small"), AsOne with { Limits = new() { Attempts = 1 } });
        await bench.Server.Asked("small");
        while (!call.IsCompleted)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        var failure = Failure((await call).Transcript);
        failure.Kind.ShouldBe(FailureKind.TimedOut);
        failure.PossiblyPaid.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_may_take_longer_to_begin_than_a_stream_may()
    {
        await using var bench = await CallBench.Start();
        using var clock = new AttemptClock(new(), local: false, streams: false, bench.Time, TestContext.Current.CancellationToken);
        bench.Time.Advance(TimeSpan.FromMinutes(9));
        clock.Expired.ShouldBeNull();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        clock.Expired.ShouldNotBeNull().Kind.ShouldBe(FailureKind.TimedOut);
        // What runs here tells how far it is, in either form.
        using var local = new AttemptClock(new(), local: true, streams: false, bench.Time, TestContext.Current.CancellationToken);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        local.Expired.ShouldNotBeNull().Message.ShouldBe("No answer began within 2 minutes.");
    }

    [Fact]
    public async Task A_connection_that_is_torn_in_the_middle_is_a_cut_answer_and_is_asked_for_again()
    {
        await using var bench = await CallBench.Start(streams: false);
        bench.Server.Says("small", Script.Hello with { Reset = true, BeforeEnd = Task.Delay(20, TestContext.Current.CancellationToken) }, Script.Hello);
        var transcript = (await bench.Call(CallBench.Asks("small"))).Transcript;
        transcript.Text.ShouldBe("Hello, world");
        transcript.Attempts[0].Failure.ShouldNotBeNull().PossiblyPaid.ShouldBeTrue();
    }

    [Fact]
    public async Task Stopping_before_the_answer_is_an_outcome_that_may_be_paid()
    {
        await using var bench = await CallBench.Start(streams: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bench.Server.Says("small", Script.Hello with { Before = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) });
        var call = bench.Call(CallBench.Asks("small"), cancellationToken: stop.Token);
        await bench.Server.Asked("small");
        await stop.CancelAsync();
        (await call).Transcript.Outcome.ShouldBe(new CallOutcome.Cancelled(PossiblyPaid: true));
    }

    [Fact]
    public async Task Many_answers_at_once_keep_their_own_bytes()
    {
        await using var bench = await CallBench.Start(streams: false);
        foreach (var i in Enumerable.Range(0, 40)) bench.Server.Says($"m{i}", Script.Hello with { Pieces = [$"I am m{i}. ", new string((char)('a' + i % 26), 3_000 * (i % 5))] });
        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => bench.Caller.Ask(CallBench.Asks($"m{i}", $"Who are you, m{i}?"), AsOne, TestContext.Current.CancellationToken)));
        foreach (var (transcript, i) in all.Select((t, i) => (t, i)))
        {
            Encoding.UTF8.GetString(transcript.Exchange!.Request.Span).ShouldContain($"Who are you, m{i}?");
            Encoding.UTF8.GetString(transcript.Exchange.Reply!.Value.Span).ShouldContain(transcript.Text!);
            transcript.Text.ShouldStartWith($"I am m{i}. ");
        }
    }
}
