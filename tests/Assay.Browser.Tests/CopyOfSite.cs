using Assay.Tests.Export;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(Assay.Browser.Tests.CopyOfSite))]

namespace Assay.Browser.Tests;

/// <summary>An exported folder behind a plain file server, under a path that the export knows nothing of.</summary>
public sealed class CopyOfSite : IAsyncLifetime
{
    private readonly CuratedExport export = new();
    private readonly SemaphoreSlim gate = new(1);
    private WebApplication? server;

    /// <summary>Where the copy begins; started when the first test asks for it.</summary>
    public async Task<string> Address()
    {
        await gate.WaitAsync();
        try
        {
            if (server is null) await Start();
            return server!.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/some/where";
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task Start()
    {
        await export.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.UseFileServer(new FileServerOptions { RequestPath = "/some/where", FileProvider = new PhysicalFileProvider(export.Root), RedirectToAppendTrailingSlash = true, StaticFileOptions = { ServeUnknownFileTypes = true } });
        await server.StartAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        await export.DisposeAsync();
        gate.Dispose();
    }
}
