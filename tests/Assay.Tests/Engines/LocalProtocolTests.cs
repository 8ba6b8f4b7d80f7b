using System.Text;
using System.Text.Json;
using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Protocols;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Engines;

public sealed class LocalProtocolTests(RunningEngines running) : IClassFixture<RunningEngines>
{
    private static readonly Assay.Adapters.Protocols.Endpoint Here = new(ModelRef.Local, ModelRef.Local, null);

    [Fact]
    public async Task A_reply_is_text_and_a_stop_and_no_tokens_are_invented()
    {
        var recording = new Recording([]);
        var events = await Attempt(Request("pp-ocr-v4-en", ModelTask.Ocr), TestPicture.Text(6, "ORDER 12"), recording);
        events.Select(e => e.GetType()).ShouldBe([typeof(AttemptEvent.Answered), typeof(AttemptEvent.Text), typeof(AttemptEvent.Stopped)]);
        events.OfType<AttemptEvent.Text>().Single().Piece.ShouldBe("ORDER 12");
        events[^1].ShouldBe(new AttemptEvent.Stopped(StopReason.Complete, ServedModel: "pp-ocr-v4-en"));
        var exchange = recording.Exchange.ShouldNotBeNull();
        exchange.Address.ShouldBe("local/pp-ocr-v4-en");
        using var reply = JsonDocument.Parse(exchange.Reply!.Value);
        reply.RootElement.GetProperty("lines")[0].GetProperty("box").GetArrayLength().ShouldBe(4);
        Encoding.UTF8.GetString(exchange.Request.Span).ShouldContain("\"sha256\":\"abc\"");
    }

    [Fact]
    public async Task A_picture_without_text_is_an_empty_reply_and_no_failure() =>
        (await Attempt(Request("pp-ocr-v4-en", ModelTask.Ocr), TestPicture.Plain(100, 100, 255))).ShouldContain(new AttemptEvent.Stopped(StopReason.Empty, ServedModel: "pp-ocr-v4-en"));

    [Fact]
    public async Task What_was_asked_for_and_is_not_honoured_is_told()
    {
        var request = Request("efficientdet-lite0", ModelTask.Detect) with { Prompt = "Find dogs", Parameters = new() { Temperature = 0, Seed = 1, MaxOutputTokens = 5, MinScore = 0.2 } };
        (await Attempt(request, TestPicture.Plain(50, 50, 0))).OfType<AttemptEvent.NotHonoured>().Select(n => n.Parameter).ShouldBe(["prompt", "temperature", "seed", "max_output_tokens"]);
    }

    [Theory]
    [InlineData("no-such-model", ModelTask.Ocr, "Allowed: local/pp-ocr-v4-en")]
    [InlineData("efficientdet-lite0", ModelTask.Ocr, "Use local/pp-ocr-v4-en")]
    [InlineData("efficientdet-lite0", ModelTask.Caption, "a provider with a key")]
    public async Task What_a_model_cannot_do_is_refused_with_what_can(string model, ModelTask task, string words)
    {
        var failure = (await Attempt(Request(model, task), TestPicture.Plain(5, 5, 0))).ShouldHaveSingleItem().ShouldBeOfType<AttemptEvent.Failed>().Failure;
        failure.Kind.ShouldBe(FailureKind.NotSupported);
        failure.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Exactly_one_image_is_taken()
    {
        var request = Request("pp-ocr-v4-en", ModelTask.Ocr);
        (await Attempt(request with { Images = [] }, TestPicture.Plain(5, 5, 0))).ShouldHaveSingleItem().ShouldBeOfType<AttemptEvent.Failed>().Failure.Message.ShouldContain("0 were given");
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_a_failure_that_says_why()
    {
        var outcome = await running.Engines.Run(LocalModel.Find("pp-ocr-v4-en")!, _ => throw new ImageException("It is cut off."), null, null, TestContext.Current.CancellationToken);
        outcome.ShouldBeOfType<EngineOutcome.Failed>().Failure.Message.ShouldBe("local/pp-ocr-v4-en: It is cut off.");
    }

    [Fact]
    public async Task No_picture_is_read_before_the_engines_are_installed()
    {
        using var folder = new TemporaryFolder();
        await using var engines = new LocalEngines(new(new(folder.In("engines")), TimeProvider.System, folder.In("no-packages")), EngineProgram.Of("assay"), new(), TimeProvider.System);
        var outcome = await engines.Run(LocalModel.Find("pp-ocr-v4-en")!, _ => throw new InvalidOperationException("Too early."), null, null, TestContext.Current.CancellationToken);
        outcome.ShouldBeOfType<EngineOutcome.Failed>().Failure.Message.ShouldContain("package.json");
    }

    [Fact]
    public async Task Engines_that_cannot_be_installed_are_a_failure_that_says_why()
    {
        using var folder = new TemporaryFolder();
        await using var engines = new LocalEngines(new(new(folder.In("engines")), TimeProvider.System, folder.In("no-packages")), EngineProgram.Of("assay"), new(), TimeProvider.System);
        var failure = (await Attempt(Request("pp-ocr-v4-en", ModelTask.Ocr), TestPicture.Plain(5, 5, 0), new([]), engines)).ShouldHaveSingleItem().ShouldBeOfType<AttemptEvent.Failed>().Failure;
        failure.Kind.ShouldBe(FailureKind.Engine);
        failure.Message.ShouldContain("package.json");
    }

    private static CallRequest Request(string model, ModelTask task) =>
        new() { Model = new(ModelRef.Local, model), Task = task, Prompt = "", Images = [new("abc", "image/png", 1, 1, new byte[] { 1 })] };

    private async Task<IReadOnlyList<AttemptEvent>> Attempt(CallRequest request, Pixels picture, Recording? recording = null, LocalEngines? engines = null)
    {
        var events = new List<AttemptEvent>();
        await foreach (var e in new LocalProtocol(engines ?? running.Engines, (_, _) => Task.FromResult(picture)).Attempt(request, Here, recording ?? new([]), TestContext.Current.CancellationToken)) events.Add(e);
        return events;
    }
}
