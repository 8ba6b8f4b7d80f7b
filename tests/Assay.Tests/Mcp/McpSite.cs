using Assay.Host.Catalog;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary>A site on a port of its own, and clients of the protocol's own package that speak to it.</summary>
public sealed class McpSite : IAsyncDisposable
{
    /// <summary>Revisions that a client may ask for; null is what it asks for by itself.</summary>
    public const string WithHandshake = "2025-11-25", WithoutHandshake = "2026-07-28";

    private readonly Site site;
    private readonly List<McpClient> clients = [];

    internal McpSite(ICatalogSource claims, Action<IServiceCollection>? replace = null, Action<string>? data = null)
    {
        site = new(claims) { Replace = replace };
        data?.Invoke(site.Data);
        site.UseKestrel(0);
        site.StartServer();
        Address = new(site.ClientOptions.BaseAddress, "/mcp");
        Http = new() { BaseAddress = site.ClientOptions.BaseAddress };
    }

    internal Uri Address { get; }

    /// <summary>For the pages and the API of the same site.</summary>
    internal HttpClient Http { get; }

    internal IServiceProvider Services => site.Services;

    internal async Task<McpClient> Client(string? version = null)
    {
        var transport = new HttpClientTransport(new() { Endpoint = Address, TransportMode = HttpTransportMode.StreamableHttp });
        var client = await McpClient.CreateAsync(transport, new() { ProtocolVersion = version }, cancellationToken: TestContext.Current.CancellationToken);
        clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) await client.DisposeAsync();
        Http.Dispose();
        await site.DisposeAsync();
    }
}

/// <summary>The curated catalogue over MCP, started once for the classes that only ask.</summary>
public sealed class CuratedMcp : IAsyncLifetime
{
    internal McpSite Site { get; } = new(FixedClaims.Curated);

    internal McpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Client = await Site.Client();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
