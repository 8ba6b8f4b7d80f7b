using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Calls;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

public sealed class EndpointTests
{
    private static readonly string[] Speaks = [.. WireProtocols.Ids, "local"];

    private static TestCatalog Provider(TestCatalog catalog, string id, string? address, string protocol = "openai-chat", string? key = null)
    {
        catalog.Provider(id, id.ToUpperInvariant(), protocol);
        if (address is not null) catalog.Say(Subject.Provider(id), Property.About("api_base"), new ClaimValue.Words(address));
        return key is null ? catalog : catalog.Say(Subject.Provider(id), Property.About("key_env"), new ClaimValue.Words(key));
    }

    private static ProviderRoute Route(string id, TestCatalog catalog, IReadOnlyList<DeclaredProvider>? declared = null, params (string Name, string Value)[] environment) =>
        new Endpoints(() => new() { All = declared ?? [] }, name => environment.FirstOrDefault(e => e.Name == name).Value).Find(id, catalog.Snapshot(), Speaks)!;

    [Fact]
    public void Every_protocol_of_the_contract_is_there() => WireProtocols.Ids.ShouldBe(["anthropic", "gemini", "ollama", "openai-chat", "openai-responses"]);

    [Fact]
    public void A_provider_of_the_catalogue_can_be_called_as_soon_as_its_key_is_set()
    {
        var catalog = Provider(new(), "acme", "https://api.acme.example/v1", key: "ACME_KEY");
        var without = Route("acme", catalog);
        without.Readiness.ShouldBe(Readiness.NeedsKey);
        without.Variable.ShouldBe("ACME_KEY");
        without.Words.ShouldBe("Set ACME_KEY to your key of ACME.");
        Route("acme", catalog, null, ("ACME_KEY", " sk-12345678\n")).Endpoint.ShouldNotBeNull().Key.ShouldBe("sk-12345678");
        Route("acme", catalog, null, ("ACME_KEY", "sk-123 45")).Words.ShouldContain("holds blanks");
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Route("acme", Provider(new(), "acme", null)).Readiness.ShouldBe(Readiness.NeedsAddress);
        Route("acme", Provider(new(), "acme", "https://x.example", protocol: "bedrock")).Words.ShouldBe("ACME speaks 'bedrock'; known are anthropic, gemini, local, ollama, openai-chat, openai-responses.");
        var account = Provider(new(), "acme", "https://x.example/${ACCOUNT}/v1", key: "KEY");
        Route("acme", account, null, ("KEY", "k-12345678")).Variable.ShouldBe("ACCOUNT");
        Route("acme", account, null, ("KEY", "k-12345678"), ("ACCOUNT", "me")).Endpoint!.Base!.AbsoluteUri.ShouldBe("https://x.example/me/v1");
    }

    [Fact]
    public void Plain_http_is_for_this_machine_or_for_what_is_declared()
    {
        Route("acme", Provider(new(), "acme", "http://far.example/v1")).Words.ShouldContain("not secure");
        Route("acme", Provider(new(), "acme", "http://127.0.0.1:1234/v1", key: "LMSTUDIO")).Words.ShouldBe("At http://127.0.0.1:1234/v1, without a key.");
        Route("mine", new(), [new("mine") { Protocol = "openai-chat", BaseUrl = "http://far.example/v1" }]).Readiness.ShouldBe(Readiness.Callable);
    }

    [Fact]
    public void Settings_go_before_the_catalogue_and_keep_what_they_do_not_name()
    {
        var route = Route("acme", Provider(new(), "acme", "https://api.acme.example/v1", key: "ACME_KEY"), [new("acme") { RequestsPerMinute = 60 }], ("ACME_KEY", "sk-12345678"));
        route.Endpoint!.Base!.Host.ShouldBe("api.acme.example");
        route.Endpoint.Key.ShouldBe("sk-12345678");
        route.Rate.ShouldBe(new(16, 60));
        // A key goes to the address it is for: another address needs a variable of its own.
        Route("acme", Provider(new(), "acme", "https://api.acme.example/v1", key: "ACME_KEY"), [new("acme") { BaseUrl = "http://127.0.0.1:9/v1" }], ("ACME_KEY", "sk-12345678")).Endpoint!.Key.ShouldBeNull();
    }

    [Fact]
    public async Task Models_are_listed_with_whether_they_can_be_called()
    {
        var catalog = Provider(new(), "acme", "https://api.acme.example/v1", key: "ACME_KEY");
        catalog.Model("acme/one").Offer("acme/one-latest", 1, 2);
        await using var bench = await CallBench.Start(catalog: catalog.Snapshot(), declare: d => d with { Models = ["small", "large"] });
        bench.Caller.Callable(catalog.Snapshot()).Select(m => $"{m.Ref} {m.Route.Readiness} {m.Model?.Id}".TrimEnd()).ShouldBe(["mock/large Callable", "mock/small Callable", "acme/one-latest NeedsKey acme/one"]);
        var transcript = await bench.Caller.Ask(new() { Model = new("acme", "one-latest"), Task = ModelTask.Chat, Prompt = "Hello" }, cancellationToken: TestContext.Current.CancellationToken);
        transcript.Outcome.ShouldBe(new CallOutcome.Failed(new(FailureKind.NotConfigured, "Set ACME_KEY to your key of ACME.")));
        ((await bench.Caller.Ask(new() { Model = new("nobody", "x"), Task = ModelTask.Chat, Prompt = "Hello" }, cancellationToken: TestContext.Current.CancellationToken)).Outcome as CallOutcome.Failed)!.Failure.Message.ShouldContain("'nobody'");
    }

    [Fact]
    public void A_key_is_in_no_text_of_an_endpoint()
    {
        var endpoint = new Assay.Adapters.Protocols.Endpoint("acme", "openai-chat", new("https://x.example")) { Key = CallBench.Key, Headers = new Dictionary<string, string> { ["x-api-key"] = "another-secret" } };
        endpoint.ToString().ShouldNotContain(CallBench.Key);
        Route("acme", Provider(new(), "acme", "https://x.example", key: "K"), null, ("K", CallBench.Key)).ToString().ShouldNotContain(CallBench.Key);
        var secrets = Secrets.Of(endpoint);
        secrets.Clean($"a {CallBench.Key} b {Uri.EscapeDataString(CallBench.Key)} c another-secret d {System.Text.Json.JsonEncodedText.Encode(CallBench.Key)}").ShouldBe("a [removed] b [removed] c [removed] d [removed]");
        Secrets.Of(new("acme", "openai-chat", null) { Key = "EMPTY" }).Clean("An EMPTY box").ShouldBe("An EMPTY box");
    }
}
