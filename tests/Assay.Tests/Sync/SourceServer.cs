using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Tests.Sync;

/// <summary>A server of our own on this machine that stands in for the sources, and answers as a test tells it to.</summary>
internal sealed class SourceServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SourceServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
        {
            Requests.Enqueue(context.Request.Path + (context.Request.Headers.IfNoneMatch is [{ } tag] ? $" if not {tag}" : ""));
            UserAgent = context.Request.Headers.UserAgent.ToString();
            return Answer(context);
        });
    }

    /// <summary>What is answered; by default 404.</summary>
    public RequestDelegate Answer { get; set; } = context =>
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    };

    /// <summary>Path and condition of each request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string UserAgent { get; private set; } = "";

    /// <summary>Ends in a slash.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<SourceServer> Start()
    {
        var server = new SourceServer();
        await server.app.StartAsync();
        server.Address = new(server.app.Urls.Single() + "/");
        return server;
    }

    /// <summary>Serves texts by file name, with an ETag of their content.</summary>
    public void Serve(params (string Name, string Text)[] files) => Answer = async context =>
    {
        var found = files.FirstOrDefault(f => context.Request.Path.Value!.EndsWith("/" + f.Name, StringComparison.Ordinal));
        if (found.Text is null)
        {
            context.Response.StatusCode = 404;
            return;
        }
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(found.Text)))[..16]}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(found.Text);
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
