using Assay.Host.Described;

namespace Assay.Host.Sync;

/// <summary>The sources over HTTP.</summary>
public static class SourcesApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/sources", (LiveSources live) => TypedResults.Ok(live.Current)).WithTags("Sources").WithName("ListSources")
            .WithSummary("Lists the sources: what each covers, its newest snapshot, the last attempt to fetch it, what is held back.").Produces<SourcesView>();
        app.MapGet("/sources.json", (LiveSources live) => TypedResults.Ok(live.Current)).Twin<SourcesView>("SourcesPage", "The page of sources.", refuses: false);
    }
}
