using System.ClientModel;
using Anthropic;
using Assay.Adapters.Protocols;
using Assay.Calls;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

/// <summary>The vendors' own clients before our server: what it speaks is the real thing, not just what our readers take.</summary>
public sealed class SdkTests : IAsyncLifetime
{
    private ModelServer server = null!;

    public async ValueTask InitializeAsync() => server = await ModelServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task OpenAIs_client_understands_the_server()
    {
        server.Says("small", Script.Hello with { Stop = StopReason.Length });
        var client = new ChatClient("small", new ApiKeyCredential(CallBench.Key), new OpenAIClientOptions { Endpoint = new(server.BaseOf("openai-chat")) });
        var (text, finish, output) = ("", (OpenAI.Chat.ChatFinishReason?)null, 0);
        await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("Say hello")], cancellationToken: TestContext.Current.CancellationToken))
        {
            text += string.Concat(update.ContentUpdate.Select(p => p.Text));
            (finish, output) = (update.FinishReason ?? finish, update.Usage?.OutputTokenCount ?? output);
        }
        (text, finish, output).ShouldBe(("Hello, world", OpenAI.Chat.ChatFinishReason.Length, 5));
    }

    [Fact]
    public async Task OpenAIs_client_understands_an_answer_that_comes_as_one()
    {
        server.Says("small", Script.Hello with { Stop = StopReason.ToolCalls, Tools = [new("call-1", "look", "{\"at\":[1,2]}")] });
        var client = new ChatClient("small", new ApiKeyCredential(CallBench.Key), new OpenAIClientOptions { Endpoint = new(server.BaseOf("openai-chat")) });
        var answer = (await client.CompleteChatAsync([new UserChatMessage("Say hello")], cancellationToken: TestContext.Current.CancellationToken)).Value;
        (answer.Content[0].Text, answer.FinishReason, answer.Usage.OutputTokenCount, answer.ToolCalls.Single().FunctionName).ShouldBe(("Hello, world", OpenAI.Chat.ChatFinishReason.ToolCalls, 5, "look"));
    }

    [Fact]
    public async Task Anthropics_client_understands_an_answer_that_comes_as_one()
    {
        server.Says("claude-small", Script.Hello with { Stop = StopReason.Length });
        using var client = Client().AsIChatClient("claude-small");
        var answer = await client.GetResponseAsync("Say hello", cancellationToken: TestContext.Current.CancellationToken);
        (answer.Text, answer.FinishReason, answer.Usage!.OutputTokenCount).ShouldBe(("Hello, world", Microsoft.Extensions.AI.ChatFinishReason.Length, 5));
    }

    [Fact]
    public async Task OpenAIs_client_gets_tool_calls_and_errors_from_the_server()
    {
        server.Says("small", new Script { Stop = StopReason.ToolCalls, Tools = [new("call-1", "look", "{\"at\":[1,2]}")] });
        var client = new ChatClient("small", new ApiKeyCredential(CallBench.Key), new OpenAIClientOptions { Endpoint = new(server.BaseOf("openai-chat")) });
        var (name, arguments) = ("", "");
        await foreach (var update in client.CompleteChatStreamingAsync([new UserChatMessage("Look")], cancellationToken: TestContext.Current.CancellationToken))
        {
            foreach (var tool in update.ToolCallUpdates) (name, arguments) = (name + tool.FunctionName, arguments + tool.FunctionArgumentsUpdate);
        }
        (name, arguments).ShouldBe(("look", "{\"at\":[1,2]}"));
        server.Says("small", new Script { Status = 400, Error = "No such thing" });
        (await Should.ThrowAsync<ClientResultException>(async () =>
        {
            await foreach (var _ in client.CompleteChatStreamingAsync([new UserChatMessage("Look")], cancellationToken: TestContext.Current.CancellationToken)) { }
        })).Message.ShouldContain("No such thing");
    }

    [Fact]
    public async Task Anthropics_client_understands_the_server()
    {
        server.Says("claude-small", Script.Hello with { Usage = new() { Origin = UsageOrigin.Reported, Input = 100, Output = 7, CacheRead = 60, CacheWrite = 30 } });
        using var client = Client().AsIChatClient("claude-small");
        var answer = await client.GetStreamingResponseAsync("Say hello", cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken);
        (answer.Text, answer.FinishReason, answer.Usage!.OutputTokenCount).ShouldBe(("Hello, world", Microsoft.Extensions.AI.ChatFinishReason.Stop, 7));
    }

    [Fact]
    public async Task A_vendors_client_is_called_through_the_one_caller_as_a_protocol()
    {
        await using var bench = await CallBench.Start("sdk", more: (_, _) => [new ChatClientProtocol("sdk", (_, model) => Client().AsIChatClient(model))]);
        server.Says("claude-small", Script.Hello);
        var image = CallBench.Image();
        var transcript = (await bench.Call(CallBench.Asks("claude-small") with { Task = ModelTask.Ask, Images = [image], System = "Be brief." })).Transcript;
        (transcript.Text, transcript.Usage!.Output).ShouldBe(("Hello, world", 5));
        server.Calls.Single().Images.ShouldBe([image.Hash]);
    }

    private AnthropicClient Client() => new() { ApiKey = CallBench.Key, BaseUrl = server.BaseOf("anthropic"), MaxRetries = 0 };
}
