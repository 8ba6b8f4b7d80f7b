using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Assay.Bench;

/// <summary>A process that only serves: what a server costs must not be in the figures of who asks it.</summary>
internal static class ServingProcess
{
    /// <summary>Tells its address on standard output, and serves until its standard input ends, as it does when the parent ends.</summary>
    /// <param name="under">What the address is to end with.</param>
    /// <param name="map">Its routes.</param>
    public static async Task RunAsync(string under, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single() + under);
        await Console.In.ReadToEndAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
    }
}
