using Assay.Adapters.Importers;
using Assay.Adapters.Settings;
using Assay.Catalog;
using Assay.Host.Catalog;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Assay.Tests.Web;

/// <summary>The whole web app in process, on a fixed day and with given claims.</summary>
public sealed class Site(ICatalogSource claims) : WebApplicationFactory<LiveCatalog>
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    private readonly string data = Directory.CreateTempSubdirectory("assay-site-").FullName;

    /// <summary>What else a test puts in the place of a service.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>The data folder, gone with the site.</summary>
    public string Data => data;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // A turn that nobody waits for may still write its last row.
        for (var tries = 0; disposing && Directory.Exists(data); tries++)
        {
            try
            {
                Directory.Delete(data, recursive: true);
            }
            catch (IOException) when (tries < 40)
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>A client that shows redirects as they are.</summary>
    public HttpClient Plain() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Path.Combine(Folders.Repository, "src", "Assay.Host"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<ICatalogSource>().AddSingleton(claims);
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(new FixedClock(Today));
            // Nothing of a test goes into the data folder of whoever runs it.
            services.RemoveAll<SettingsLocation>().AddSingleton(new SettingsLocation(data, data));
            Replace?.Invoke(services);
        });
    }
}

/// <summary>A clock that stands at noon of one day.</summary>
public sealed class FixedClock(DateOnly day) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}

/// <summary>Claims that never change.</summary>
public sealed class FixedClaims(IReadOnlyList<Claim> claims) : ICatalogSource
{
    public long Version() => 1;
    public IReadOnlyList<Claim> LoadClaims() => claims;

    /// <summary>The curated catalogue of the repository, imported through a store as a user's is; once for all tests.</summary>
    public static FixedClaims Curated => Imported.Value;

    private static readonly Lazy<FixedClaims> Imported = new(() => Import(modelsDev: null));

    /// <summary>The curated catalogue with a snapshot of models.dev beside it.</summary>
    public static FixedClaims WithModelsDev(string snapshot) => Import(snapshot);

    private static FixedClaims Import(string? modelsDev)
    {
        var folder = Directory.CreateTempSubdirectory("assay-web-");
        try
        {
            var workspace = new Workspace(folder.FullName, Path.Combine(Folders.Repository, "catalog"), new FixedClock(Site.Today));
            if (modelsDev is not null) new Importing(workspace.Store).Import(ImportFormats.Get("models.dev"), modelsDev);
            return new(workspace.LoadClaims());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>Where the checkout is.</summary>
internal static class Folders
{
    public static string Repository { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = (string?)start; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Assay.slnx"))) return folder;
        throw new InvalidOperationException($"Assay.slnx is in no folder above '{start}': the tests run outside a checkout.");
    }
}
