using System.Text;
using Assay.Adapters.Calls;
using Assay.Calls;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

/// <summary>Forms of single providers that are not in every dialect.</summary>
public sealed class WireTests
{
    private static async Task<Transcript> Says(string protocol, string body, string? type = null, int status = 200)
    {
        await using var bench = await CallBench.Start(protocol);
        return await bench.Says(new Script { Body = body, Type = type ?? "text/event-stream", Status = status });
    }

    [Fact]
    public async Task A_whole_answer_in_place_of_a_stream_is_read()
    {
        var transcript = await Says("openai-chat", """{"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}""", "application/json");
        transcript.Text.ShouldBe("Hello");
        transcript.Usage!.Output.ShouldBe(1);
        (await Says("ollama", """{"model":"m","message":{"content":"Hello"},"done":true,"done_reason":"stop"}""", "application/json")).Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task An_error_with_status_200_is_a_failure()
    {
        var failure = ((await Says("openai-chat", """{"error":{"message":"Provider is down","code":502}}""", "application/json")).Outcome as CallOutcome.Failed)!.Failure;
        failure.Kind.ShouldBe(FailureKind.ProviderError);
        failure.Message.ShouldContain("Provider is down");
    }

    [Fact]
    public async Task Thinking_parts_and_reasoning_beside_the_output_are_read()
    {
        var transcript = await Says("openai-chat", """
            data: {"choices":[{"index":0,"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm."}]}]}}]}

            data: {"choices":[{"index":0,"delta":{"content":[{"type":"text","text":"Yes"}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":35,"completion_tokens_details":{"reasoning_tokens":20}}}

            data: [DONE]
            """);
        (transcript.Text, ((CallOutcome.Replied)transcript.Outcome).Reasoning, transcript.Usage!.Output).ShouldBe(("Yes", "Hm.", 25));
    }

    [Fact]
    public async Task A_stream_without_its_last_word_is_done_once_the_reason_has_come() =>
        (await Says("openai-chat", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n")).Text.ShouldBe("Hi");

    [Fact]
    public async Task Out_of_credit_is_not_waited_for()
    {
        var transcript = await Says("openai-chat", """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}""", "application/json", 429);
        transcript.Attempts.Count.ShouldBe(1);
        ((CallOutcome.Failed)transcript.Outcome).Failure.MayPass.ShouldBeFalse();
    }

    [Fact]
    public async Task Google_asks_to_wait_among_the_details()
    {
        var transcript = await Says("gemini", """{"error":{"code":429,"message":"Quota","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"21.5s"}]}}""", "application/json", 429);
        transcript.Attempts[0].Failure!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(21.5));
    }

    [Fact]
    public async Task Times_of_an_attempt_go_from_first_byte_to_first_word_to_end()
    {
        await using var bench = await CallBench.Start();
        var attempt = (await bench.Says(Script.Hello)).Attempts.Single();
        attempt.Status.ShouldBe(200);
        attempt.FirstByte.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(attempt.FirstToken.ShouldNotBeNull());
        attempt.FirstToken!.Value.ShouldBeLessThanOrEqualTo(attempt.Duration);
    }

    [Fact]
    public async Task The_exchange_holds_the_exact_bytes()
    {
        await using var bench = await CallBench.Start();
        var exchange = (await bench.Says(Script.Hello)).Exchange.ShouldNotBeNull();
        Encoding.UTF8.GetString(exchange.Request.Span).ShouldBe("""{"model":"small","messages":[{"role":"user","content":"Say hello"}],"stream":true,"stream_options":{"include_usage":true}}""");
        Encoding.UTF8.GetString(exchange.Reply!.Value.Span).ShouldEndWith("data: [DONE]\n\n");
        exchange.RequestHeaders.ShouldContain(new KeyValuePair<string, string>("Authorization", "[removed]"));
    }

    [Fact]
    public async Task Nobody_at_home_is_no_connection()
    {
        await using var bench = await CallBench.Start(declare: d => d with { BaseUrl = "http://127.0.0.1:1/v1" });
        var failure = ((await bench.Call(CallBench.Asks("small"))).Transcript.Outcome as CallOutcome.Failed)!.Failure;
        failure.Kind.ShouldBe(FailureKind.Connection);
        failure.PossiblyPaid.ShouldBeFalse();
        failure.Message.ShouldContain("http://127.0.0.1:1");
    }

    [Fact]
    public async Task The_caller_is_a_chat_client()
    {
        await using var bench = await CallBench.Start();
        using var client = new CallerChatClient(bench.Caller, new("mock", "small"));
        bench.Server.Says("small", Script.Hello);
        var image = CallBench.Image();
        var answer = await client.GetResponseAsync([new(ChatRole.System, "Be brief."), new(ChatRole.User, [new DataContent(image.Bytes, image.MediaType), new TextContent("What is it?")])], new() { MaxOutputTokens = 9 }, TestContext.Current.CancellationToken);
        (answer.Text, answer.FinishReason, answer.Usage!.InputTokenCount).ShouldBe(("Hello, world", ChatFinishReason.Stop, 12));
        bench.Server.Calls.Single().Images.ShouldBe([image.Hash]);
        bench.Server.Says("small", new Script { Status = 401 });
        (await Should.ThrowAsync<CallFailedException>(() => client.GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken))).Failure.Kind.ShouldBe(FailureKind.Unauthorized);
        await Should.ThrowAsync<NotSupportedException>(() => client.GetResponseAsync([new(ChatRole.User, "a"), new(ChatRole.Assistant, "b"), new(ChatRole.User, "c")], cancellationToken: TestContext.Current.CancellationToken));
    }
}
