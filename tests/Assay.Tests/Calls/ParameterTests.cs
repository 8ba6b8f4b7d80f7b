using System.Text.Json;
using Assay.Adapters.Calls;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

/// <summary>What of the parameters is sent, and what of the rest is said.</summary>
public sealed class ParameterTests
{
    private static readonly CallParameters Everything = new()
    {
        MaxOutputTokens = 77, Temperature = 0.5m, TopP = 0.9m, Seed = 42, ReasoningEffort = "low", ResponseSchema = "{\"type\":\"object\"}", Stop = ["END"], MinScore = 0.3,
    };

    private static async Task<(JsonElement Body, Transcript Transcript)> Ask(string protocol, string model, CallParameters asked, string provider = "mock")
    {
        await using var bench = await CallBench.Start(protocol, declare: d => d with { Id = provider });
        var transcript = (await bench.Call(CallBench.Asks(model) with { Model = new(provider, model), Parameters = asked })).Transcript;
        transcript.Text.ShouldBe("Hello, world", (transcript.Outcome as CallOutcome.Failed)?.Failure.Message);
        return (bench.Server.Calls.Single().Body.Clone(), transcript);
    }

    [Theory]
    [InlineData("openai-chat", "max_tokens temperature top_p seed stop reasoning_effort response_format", "MinScore")]
    [InlineData("openai-responses", "max_output_tokens temperature top_p reasoning text", "Seed Stop MinScore")]
    [InlineData("anthropic", "max_tokens temperature top_p stop_sequences", "Seed ReasoningEffort ResponseSchema MinScore")]
    [InlineData("ollama", "format think options", "MinScore")]
    public async Task What_a_protocol_has_is_sent_and_what_it_lacks_is_said(string protocol, string sent, string left)
    {
        var (body, transcript) = await Ask(protocol, "some-model", Everything);
        foreach (var name in sent.Split(' ')) body.TryGetProperty(name, out _).ShouldBeTrue(name);
        transcript.NotHonoured.Keys.ShouldBe(left.Split(' '), ignoreOrder: true);
        transcript.NotHonoured.Values.ShouldAllBe(why => why.Length > 0);
        transcript.Asked.ShouldBe(Everything);
    }

    [Fact]
    public async Task Gemini_has_its_parameters_in_one_place()
    {
        var (body, transcript) = await Ask("gemini", "gemini-3-pro", Everything);
        var config = body.GetProperty("generationConfig");
        config.EnumerateObject().Select(p => p.Name).ShouldBe(["maxOutputTokens", "temperature", "topP", "seed", "stopSequences", "responseMimeType", "responseJsonSchema", "thinkingConfig"]);
        transcript.NotHonoured.Keys.ShouldBe(["MinScore"]);
        (await Ask("gemini", "gemini-2.5-pro", Everything)).Transcript.NotHonoured.Keys.ShouldContain("ReasoningEffort");
    }

    [Fact]
    public async Task What_is_not_asked_is_not_sent()
    {
        var (body, transcript) = await Ask("openai-chat", "some-model", new());
        body.EnumerateObject().Select(p => p.Name).ShouldBe(["model", "messages", "stream", "stream_options"]);
        transcript.NotHonoured.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("openai", "gpt-5-mini", "max_completion_tokens seed reasoning_effort response_format", "Temperature TopP Stop MinScore")]
    [InlineData("openai", "gpt-4o", "max_completion_tokens temperature top_p seed stop", "MinScore")]
    [InlineData("openai", "gpt-5-chat-latest", "max_completion_tokens temperature top_p stop", "MinScore")]
    [InlineData("mistral", "mistral-large-latest", "max_tokens random_seed temperature", "MinScore")]
    [InlineData("openrouter", "openai/gpt-5", "max_tokens temperature top_p seed stop", "MinScore")]
    public async Task Differences_of_providers_and_models_are_known(string provider, string model, string sent, string left)
    {
        var (body, transcript) = await Ask("openai-chat", model, Everything, provider);
        foreach (var name in sent.Split(' ')) body.TryGetProperty(name, out _).ShouldBeTrue(name);
        transcript.NotHonoured.Keys.ShouldBe(left.Split(' '), ignoreOrder: true);
        body.TryGetProperty("stream_options", out _).ShouldBe(provider != "mistral");
    }

    [Theory]
    [InlineData("claude-opus-4-7", "Temperature TopP Seed MinScore")]
    [InlineData("claude-sonnet-4-5-20250929", "TopP Seed ReasoningEffort MinScore")]
    [InlineData("claude-3-haiku-20240307", "Seed ReasoningEffort ResponseSchema MinScore")]
    public async Task What_Claude_takes_depends_on_its_generation(string model, string left) => (await Ask("anthropic", model, Everything)).Transcript.NotHonoured.Keys.ShouldBe(left.Split(' '), ignoreOrder: true);

    [Fact]
    public async Task Anthropic_is_always_given_a_limit()
    {
        (await Ask("anthropic", "claude-opus-4-7", new())).Body.GetProperty("max_tokens").GetInt32().ShouldBe(4096);
        (await Ask("anthropic", "claude-3-haiku", new() { Temperature = 1.5m })).Transcript.NotHonoured["Temperature"].ShouldContain("0 to 1");
    }

    [Theory]
    [InlineData(0, null, null, "0 is no limit of output tokens")]
    [InlineData(null, 2.5, null, "2.5 is no temperature")]
    [InlineData(null, null, "[1]", "not a JSON object")]
    [InlineData(null, null, "{", "not a JSON object")]
    public async Task What_cannot_be_sent_is_told_before_anything_is(int? most, double? temperature, string? schema, string words)
    {
        await using var bench = await CallBench.Start();
        var request = CallBench.Asks("small") with { Parameters = new() { MaxOutputTokens = most, Temperature = (decimal?)temperature, ResponseSchema = schema } };
        var failure = ((await bench.Call(request)).Transcript.Outcome as CallOutcome.Failed)!.Failure;
        failure.Kind.ShouldBe(FailureKind.NotSupported);
        failure.Message.ShouldContain(words);
        foreach (var broken in (CallRequest[])[CallBench.Asks("small", ""), CallBench.Asks("small", "half \ud83d"), CallBench.Asks("small") with { Task = ModelTask.Ocr }])
            ((await bench.Call(broken)).Transcript.Outcome as CallOutcome.Failed)!.Failure.Kind.ShouldBe(FailureKind.NotSupported);
        bench.Server.Calls.ShouldBeEmpty();
    }
}
