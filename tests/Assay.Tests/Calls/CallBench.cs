using System.Security.Cryptography;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Settings;
using Assay.Calls;
using Assay.Catalog;

namespace Assay.Tests.Calls;

/// <summary>A caller of models before a server of the tests: one provider <c>mock</c> for each protocol.</summary>
internal sealed class CallBench : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789-abcdef/+=";

    private readonly WireHttp http;

    private CallBench(ModelServer server, string protocol, ManualTime time, CatalogSnapshot? catalog, Func<DeclaredProvider, DeclaredProvider>? declare, IEnumerable<IProtocol>? more)
    {
        (Server, Time) = (server, time);
        http = new(time);
        IProtocol[] protocols = [.. WireProtocols.All(http), .. more ?? []];
        var wire = protocols.Any(p => p.Id == protocol && more?.Contains(p) is true) ? "openai-chat" : protocol;
        var declared = new DeclaredProvider("mock") { Protocol = protocol, BaseUrl = server.BaseOf(wire), ApiKeyEnv = "MOCK_KEY" };
        var snapshot = catalog ?? new TestCatalog().Snapshot();
        Endpoints = new(() => new() { All = [declare?.Invoke(declared) ?? declared] }, name => name == "MOCK_KEY" ? Key : null);
        Caller = new(protocols, Endpoints, () => snapshot, time, new Random(7));
    }

    public ModelServer Server { get; }
    public ManualTime Time { get; }

    /// <summary>Of calls that bring none of their own.</summary>
    public CallOptions Options { get; init; } = new();
    public Endpoints Endpoints { get; }
    public ModelCaller Caller { get; }

    /// <param name="protocol">That the provider speaks.</param>
    /// <param name="catalog">Empty by default.</param>
    /// <param name="declare">Changes the provider of the settings.</param>
    /// <param name="more">Makes further protocols.</param>
    /// <param name="streams">Whether answers are asked for piece by piece.</param>
    public static async Task<CallBench> Start(string protocol = "openai-chat", CatalogSnapshot? catalog = null, Func<DeclaredProvider, DeclaredProvider>? declare = null, Func<ModelServer, ManualTime, IEnumerable<IProtocol>>? more = null, bool streams = true)
    {
        var server = await ModelServer.Start();
        var time = new ManualTime { Skips = TimeSpan.FromSeconds(90) };
        return new(server, protocol, time, catalog, declare, more?.Invoke(server, time)) { Options = new() { Stream = streams } };
    }

    public static CallRequest Asks(string model, string prompt = "Say hello") => new() { Model = new("mock", model), Task = ModelTask.Chat, Prompt = prompt };

    /// <summary>A PNG of one pixel and some bytes that no other has.</summary>
    public static CallImage Image(byte salt = 1)
    {
        byte[] bytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, salt, 0xfb, 0xff, 0x3e, 0x3f];
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "image/png", 1, 1, bytes);
    }

    /// <summary>What the server says, and all events of one call.</summary>
    public async Task<(Transcript Transcript, IReadOnlyList<CallEvent> Events)> Call(CallRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var events = new List<CallEvent>();
        await foreach (var next in Caller.Call(request, options ?? Options, cancellationToken)) events.Add(next);
        return (((CallEvent.Ended)events[^1]).Transcript, events);
    }

    public async Task<Transcript> Says(params Script[] scripts)
    {
        Server.Says("small", scripts);
        return (await Call(Asks("small"))).Transcript;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
