using System.IO.Compression;
using Assay.Adapters.Settings;
using Assay.Comparison;
using Assay.Host.Arena;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Comparison;
using Assay.Host.Described;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Host.Publishing.Embeds;
using Assay.Host.Sync;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;

namespace Assay.Host.Web;

/// <summary>The web application: services, pages, API.</summary>
public static class WebApp
{
    /// <summary>Bytes of an answer that may wait for a slow reader: a whole page, so that making it does not wait too.</summary>
    private const int ResponseInLine = 512 * 1024;

    public static WebApplication Build(string[] args, Func<ICatalogSource> catalog, TimeProvider time, Action<WebApplicationBuilder>? configure = null, string? contentRoot = null, string? dataFolder = null)
    {
        // Assets lie beside the executable, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = contentRoot ?? ContentRoot() });
        builder.Services.AddSingleton(time).AddSingleton(_ => catalog()).AddSingleton<LiveCatalog>().AddSingleton<LiveSources>().AddSingleton<ComparisonService>().AddSingleton(services => new KeptPages(services.GetRequiredService<LiveCatalog>())).AddSingleton(new Comparer())
            .AddSingleton(new SettingsLocation(dataFolder ?? Workspace.DefaultDataFolder, Directory.GetCurrentDirectory(), EnvironmentSettings.OfProcess()));
        PlaygroundParts.Add(builder.Services);
        ArenaParts.Add(builder.Services);
        Evaluation.EvalReportParts.Add(builder.Services);
        Decisions.DecisionApi.Add(builder.Services);
        Evaluation.EvalRunParts.Add(builder.Services);
        PublishingParts.Add(builder.Services);
        Mcp.McpParts.Add(builder.Services);
        builder.Services.AddSingleton<IStartupFilter, KeptPagesFirst>();
        builder.Services.AddSingleton(services => AssetVersion.Of(services.GetRequiredService<IWebHostEnvironment>()));
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Pages");
        // Nothing here outlives the process: keys on disk would be one more secret to look after.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(ApiDescription.Name, ApiDescription.Set).AddSingleton<ExampleAnswers>().AddSingleton<ApiDocument>();
        // A body that cannot be read is the asker's fault and not ours.
        builder.Services.Configure<ExceptionHandlerOptions>(faults => faults.StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AssayJson.Default);
        });
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        // The fastest level takes about half the time and leaves twice the bytes: docs/benchmarks.md has both.
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxResponseBufferSize = ResponseInLine;
        });
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Use(HeadRequests.Answer);
        app.Use(OpenReads.Before);
        // Programs get problem details, people a page, also when something breaks.
        app.UseWhen(ForPrograms, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(c => !ForPrograms(c), pages => pages.UseExceptionHandler("/status/500").UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<KeptPages>().Keep);
        app.UseResponseCompression();
        app.Use(Headers);
        app.Use(app.Services.GetRequiredService<AssetVersion>().Find);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = f => f.Context.Response.Headers.CacheControl = AssetVersion.CacheControl(f.Context) });
        app.Use(SameOrigin.Check);
        app.Use(OpenReads.Answer);
        app.Use(CatalogTag.Answer);
        app.Use(BlindTurns.Hide);
        app.MapRazorPages();
        app.MapGet(ApiDocument.Address, async (ApiDocument api, CancellationToken cancel) => TypedResults.Bytes((await api.Current(cancel)).Json, "application/json; charset=utf-8")).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/healthz", (LiveCatalog live) => TypedResults.Ok(new HealthView("ok", live.Current.Models.Count))).ExcludeFromDescription();
        CatalogApi.Map(app);
        Search.SearchApi.Map(app);
        Charts.ChartApi.Map(app);
        BenchmarkApi.Map(app);
        ComparisonApi.Map(app);
        Decisions.DecisionApi.Map(app);
        SourcesApi.Map(app);
        ChangesApi.Map(app);
        ConflictsApi.Map(app);
        Export.ExportApi.Map(app);
        PlaygroundApi.Map(app);
        ArenaApi.Map(app);
        Evaluation.EvalExportApi.Map(app);
        Evaluation.EvalReportApi.Map(app);
        Evaluation.EvalRunApi.Map(app);
        PublishingParts.Map(app);
        Mcp.McpHttp.Map(app);
        Evaluation.EvalLabelApi.Map(app);
        return app;
    }

    private static bool ForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out var below) && below.HasValue // the page of the API is for people
        || context.Request.Path.Equals(Mcp.McpHttp.Path, StringComparison.Ordinal) || context.Request.Path.Value is { } path && (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal));

    /// <summary>Nothing is loaded from another host, framed by one, or sniffed for a type; what is made for pages of others may be framed by them.</summary>
    private static Task Headers(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        EmbedRules.On(context, "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return next(context);
    }

    /// <summary>As <see cref="Build"/>, for a program started with host settings in place of a command: what WebApplicationFactory does.</summary>
    public static WebApplication BuildFromHostSettings(string[] args) =>
        Build(args, () => new Workspace(Workspace.DefaultDataFolder, null, TimeProvider.System), TimeProvider.System,
            contentRoot: args.FirstOrDefault(a => a.StartsWith("--contentRoot=", StringComparison.Ordinal))?["--contentRoot=".Length..]);

    private static string ContentRoot() => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : Directory.GetCurrentDirectory();
}

public sealed record HealthView(string Status, int Models);
