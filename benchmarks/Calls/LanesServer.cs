using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assay.Bench.Calls;

/// <summary>The program as it serves, in a process of its own whose memory can be told, with more turns at once than it allows by itself.</summary>
internal static class LanesServer
{
    public const string Command = "lanes-server";

    public static async Task ServeAsync(string folder)
    {
        await using var app = WebApp.Build([], () => new Workspace(folder, null, TimeProvider.System), TimeProvider.System, b =>
        {
            b.Logging.ClearProviders();
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Services.AddSingleton(new TurnLimits { Turns = 64 });
        }, PagesBench.FindContentRoot(), folder);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
    }
}
