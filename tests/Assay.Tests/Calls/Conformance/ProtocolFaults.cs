using System.Text;
using Assay.Adapters.Calls;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls.Conformance;

public abstract partial class ProtocolConformance
{
    private static readonly Script Busy = new() { Status = 429, Error = "Slow down", Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } };

    [Fact]
    public async Task Too_many_requests_are_tried_again_after_what_the_provider_asks()
    {
        Bench.Server.Says("small", Busy, Script.Hello);
        var (transcript, events) = await Bench.Call(CallBench.Asks("small"));
        Reply(transcript).Text.ShouldBe("Hello, world");
        transcript.Attempts.Select(a => a.Failure?.Kind).ShouldBe([FailureKind.RateLimited, null]);
        transcript.Attempts[0].Failure!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        events.OfType<CallEvent.AttemptFailed>().ShouldHaveSingleItem().RetryIn.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        transcript.Total.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
        // Waits are no part of an attempt.
        transcript.Attempts[1].Duration.ShouldBeLessThan(TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData("Retry-After", "Thu, 02 Jul 2026 12:00:20 GMT", 20)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "2.5", 2.5)]
    public async Task The_wait_may_be_asked_for_as_a_date_or_in_milliseconds(string header, string value, double seconds)
    {
        var transcript = await Bench.Says(Busy with { Headers = new Dictionary<string, string> { [header] = value } }, Script.Hello);
        transcript.Attempts[0].Failure!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_wait_beyond_patience_is_not_begun()
    {
        var failure = Failure(await Bench.Says(Busy with { Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } }));
        failure.Kind.ShouldBe(FailureKind.RateLimited);
        failure.Message.ShouldContain("3600 s");
        Bench.Server.Count("small").ShouldBe(1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(529)]
    public async Task A_fault_of_the_server_is_tried_again_up_to_four_times(int status)
    {
        var failure = Failure(await Bench.Says(new Script { Status = status }));
        failure.Kind.ShouldBe(FailureKind.ProviderError);
        failure.Status.ShouldBe(status);
        failure.Message.ShouldContain("It did not work");
        Bench.Server.Count("small").ShouldBe(4);
        Reply(await Bench.Says(new Script { Status = status }, Script.Hello)).Text.ShouldBe("Hello, world");
    }

    [Theory]
    [InlineData(400, FailureKind.BadRequest)]
    [InlineData(404, FailureKind.BadRequest)]
    [InlineData(413, FailureKind.BadRequest)]
    [InlineData(422, FailureKind.BadRequest)]
    [InlineData(401, FailureKind.Unauthorized)]
    [InlineData(403, FailureKind.Unauthorized)]
    [InlineData(402, FailureKind.RateLimited)]
    public async Task What_waiting_does_not_mend_is_not_tried_again(int status, FailureKind kind)
    {
        var failure = Failure(await Bench.Says(new Script { Status = status }));
        failure.Kind.ShouldBe(kind);
        failure.MayPass.ShouldBeFalse();
        failure.PossiblyPaid.ShouldBeFalse();
        Bench.Server.Count("small").ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_the_provider_echoes_is_removed_everywhere()
    {
        var transcript = await Bench.Says(new Script { Status = 401, Error = $"Incorrect API key provided: {CallBench.Key}. " + new string('x', 480) });
        Everything(transcript).ShouldNotContain(CallBench.Key);
        Everything(transcript).ShouldNotContain(CallBench.Key[..12]);
        Failure(transcript).Message.ShouldContain("[removed]");
        if (OverTheWire) Failure(transcript).Message.ShouldContain("MOCK_KEY");
        foreach (var script in (Script[])[Script.Hello with { ErrorInside = CallBench.Key }, Script.Hello with { Pieces = ["It is ", CallBench.Key] }, Script.Hello with { RawEnd = $"data: {CallBench.Key}\n\n" }])
            Everything(await Bench.Says(script)).ShouldNotContain(CallBench.Key);
    }

    [Fact]
    public async Task No_answer_in_time_is_tried_again_and_then_told()
    {
        Bench.Server.Says("small", new Script { Before = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) }, Script.Hello);
        var call = Bench.Call(CallBench.Asks("small"));
        await Bench.Server.Asked("small");
        // A model that answers as one begins when it has written everything.
        Bench.Time.Advance(TimeSpan.FromMinutes(Streams ? 2 : 10));
        var transcript = (await call).Transcript;
        Reply(transcript).Text.ShouldBe("Hello, world");
        var failure = transcript.Attempts[0].Failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.TimedOut);
        failure.PossiblyPaid.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up()
    {
        if (!Streams) return;
        Bench.Server.Says("small", Script.Hello with { BeforeEnd = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) });
        await foreach (var next in Bench.Caller.Call(CallBench.Asks("small"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (next is CallEvent.Text { Piece: "world" }) Advance();
            if (next is not CallEvent.Ended { Transcript: var transcript }) continue;
            Failure(transcript).Kind.ShouldBe(FailureKind.TimedOut);
            Failure(transcript).Message.ShouldContain("Nothing more came for 2 minutes");
            transcript.Outcome.ShouldBeOfType<CallOutcome.Failed>().PartialText.ShouldBe("Hello, world");
            // Text had come, and repeating it is not allowed unasked.
            Bench.Server.Count("small").ShouldBe(1);
        }

        void Advance() => Bench.Time.Advance(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_slow_stream_is_waited_for_as_long_as_something_comes()
    {
        if (!Streams) return;
        var gates = Enumerable.Range(0, 5).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        Bench.Server.Says("small", Script.Hello with { Pieces = ["a", "b", "c", "d", "e"], BeforePiece = i => gates[i].Task });
        gates[0].SetResult();
        await foreach (var next in Bench.Caller.Call(CallBench.Asks("small"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (next is CallEvent.Text { Piece: [var piece] } && piece < 'e')
            {
                Bench.Time.Advance(TimeSpan.FromSeconds(110));
                gates[piece - 'a' + 1].SetResult();
            }
            if (next is CallEvent.Ended { Transcript: var transcript }) Reply(transcript).Text.ShouldBe("abcde");
        }
    }

    [Fact]
    public async Task The_whole_answer_has_its_time_too()
    {
        if (!Streams) return;
        var gates = Enumerable.Range(0, 20).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        Bench.Server.Says("small", Script.Hello with { Pieces = [.. Enumerable.Repeat("x", 20)], BeforePiece = i => gates[i].Task });
        gates[0].SetResult();
        var at = 0;
        await foreach (var next in Bench.Caller.Call(CallBench.Asks("small"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (next is CallEvent.Text)
            {
                Bench.Time.Advance(TimeSpan.FromSeconds(100));
                if (++at < gates.Length) gates[at].SetResult();
            }
            if (next is CallEvent.Ended { Transcript: var transcript }) Failure(transcript).Message.ShouldContain("not complete within 10 minutes");
        }
    }

    [Fact]
    public async Task A_stream_that_is_cut_is_no_reply()
    {
        var transcript = await Bench.Says(Script.Hello with { Cut = true });
        Failure(transcript).Kind.ShouldBe(FailureKind.CutStream);
        Failure(transcript).PossiblyPaid.ShouldBeTrue();
        transcript.Text.ShouldBeNull();
        // Nobody has read half a document: it is asked for again.
        Bench.Server.Count("small").ShouldBe(Streams ? 1 : 4);
        if (!Streams) return;
        transcript.Outcome.ShouldBeOfType<CallOutcome.Failed>().PartialText.ShouldBe("Hello, world");
    }

    [Fact]
    public async Task A_stream_that_is_cut_is_asked_for_again_where_that_is_allowed()
    {
        Bench.Server.Says("small", Script.Hello with { Cut = true }, Script.Hello with { Pieces = ["Once more"] });
        var (transcript, events) = await Bench.Call(CallBench.Asks("small"), new() { RetryAfterText = true, Stream = Streams });
        Reply(transcript).Text.ShouldBe("Once more");
        events.OfType<CallEvent.AttemptFailed>().ShouldHaveSingleItem().Failure.Kind.ShouldBe(FailureKind.CutStream);
    }

    [Fact]
    public async Task A_connection_that_is_torn_is_a_cut_stream()
    {
        if (!Streams) return;
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bench.Server.Says("small", Script.Hello with { Reset = true, BeforeEnd = heard.Task });
        await foreach (var next in Bench.Caller.Call(CallBench.Asks("small"), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (next is CallEvent.Text { Piece: "world" }) heard.SetResult();
            if (next is not CallEvent.Ended { Transcript: var transcript }) continue;
            Failure(transcript).Kind.ShouldBe(FailureKind.CutStream);
            Failure(transcript).MayPass.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("data: {\"choices\": [{]\n\n")]
    [InlineData("data: 12\n\n")]
    [InlineData("data: [[[[\n\n")]
    public async Task JSON_that_is_none_ends_the_call_and_is_shown(string frame)
    {
        if (Protocol == "ollama") frame = frame[6..^1];
        var failure = Failure(await Bench.Says(Script.Hello with { RawEnd = frame }));
        failure.Kind.ShouldBe(FailureKind.Malformed);
        failure.MayPass.ShouldBeFalse();
    }

    [Fact]
    public async Task HTML_with_status_200_is_no_reply()
    {
        var failure = Failure(await Bench.Says(new Script { Body = "<html><body>Please log in</body></html>", Type = "text/html" }));
        failure.Kind.ShouldBe(FailureKind.Malformed);
        failure.Message.ShouldContain("text/html");
        failure.Message.ShouldContain("Please log in");
    }

    [Fact]
    public async Task A_hundred_megabytes_are_cut_off()
    {
        var transcript = await Bench.Says(Script.Hello with { Megabytes = 100 });
        Failure(transcript).Kind.ShouldBe(FailureKind.Malformed);
        Failure(transcript).Message.ShouldContain("longer than");
        if (!OverTheWire) return;
        transcript.Exchange!.ReplyCut.ShouldBeTrue();
        transcript.Exchange.Reply!.Value.Length.ShouldBeLessThanOrEqualTo(8 * 1024 * 1024);
    }

    [Fact]
    public async Task An_error_inside_the_stream_is_a_failure()
    {
        var failure = Failure(await Bench.Says(Script.Hello with { ErrorInside = "Overloaded just now" }));
        failure.Kind.ShouldBe(FailureKind.ProviderError);
        failure.Message.ShouldContain("Overloaded just now");
        failure.PossiblyPaid.ShouldBeTrue();
        Reply(await Bench.Says(new Script { ErrorInside = "Overloaded just now" }, Script.Hello)).Text.ShouldBe("Hello, world");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var failure = Failure(await Bench.Says(new Script { Status = 307, Headers = new Dictionary<string, string> { ["Location"] = "https://elsewhere.example/v1" } }));
        failure.Kind.ShouldBe(FailureKind.BadRequest);
        failure.Message.ShouldContain("https://elsewhere.example/v1");
        Bench.Server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_is_an_outcome_that_says_whether_it_may_be_paid()
    {
        if (!Streams) return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Bench.Server.Says("small", Script.Hello with { BeforeEnd = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) });
        await foreach (var next in Bench.Caller.Call(CallBench.Asks("small"), cancellationToken: stop.Token))
        {
            if (next is CallEvent.Text { Piece: "world" }) await stop.CancelAsync();
            if (next is not CallEvent.Ended { Transcript: var transcript }) continue;
            var cancelled = transcript.Outcome.ShouldBeOfType<CallOutcome.Cancelled>();
            cancelled.PossiblyPaid.ShouldBeTrue();
            cancelled.PartialText.ShouldBe("Hello, world");
        }
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        (await Bench.Call(CallBench.Asks("small"), cancellationToken: before.Token)).Transcript.Outcome.ShouldBe(new CallOutcome.Cancelled(PossiblyPaid: false));
    }

    [Fact]
    public async Task Sixty_four_at_once_do_not_mix()
    {
        Bench.Server.Says("small", Script.Hello with { Split = 11 });
        foreach (var i in Enumerable.Range(0, 64)) Bench.Server.Says($"m{i}", Script.Hello with { Pieces = [$"I am ", $"m{i}"] });
        var all = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Bench.Caller.Ask(CallBench.Asks($"m{i}"), Bench.Options, cancellationToken: TestContext.Current.CancellationToken)));
        all.Select(t => t.Text).ShouldBe(Enumerable.Range(0, 64).Select(i => $"I am m{i}"));
        Bench.Server.MostAtOnce.ShouldBeLessThanOrEqualTo(16);
    }
}
