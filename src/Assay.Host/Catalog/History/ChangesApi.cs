using System.Globalization;
using System.Security.Cryptography;
using Assay.Adapters.Settings;
using Assay.Host.Described;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Microsoft.Net.Http.Headers;

namespace Assay.Host.Catalog.History;

/// <summary>Changes and lifecycle over HTTP: API, twins, and feeds, which answer 304 to who has seen the same already.</summary>
public static class ChangesApi
{
    public const int PageSize = 100;
    private const int MostOnPage = 10_000;

    private static readonly Parameter Within = new("within", "How far ahead: 90d, or a day. Default: all that is known.", "90d");

    private static readonly Parameter[] Asked =
    [
        new("since", $"First day: 2026-06-30, 2026-06, or 7d for seven days ago. Default: the last {ChangeQuery.DefaultDays} days.", "2026"), new("until", "Last day. Default: today.", "2026-06-30"), Parameters.OnlyModel, Parameters.OnlyProvider,
        new("kind", $"Of {ChangeQuery.Kinds}; several parted by commas.", "price,limit"), Parameters.Watched, Parameters.Page,
    ];

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("History").OfTheCatalogue();
        api.MapGet("/changes", Changes).WithName("ListChanges").WithSummary("What sources changed: prices, limits, lifecycle, offers; newest first.")
            .Produces<ChangesView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes([.. Asked, Parameters.PageSize(MostOnPage, PageSize), Parameters.Day]);
        api.MapGet("/lifecycle", Lifecycle).WithName("ListLifecycle").WithSummary("What is deprecated or shut down, ahead and of late.")
            .Produces<LifecycleRadarView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes(Within, Parameters.OnlyModel, Parameters.Watched, Parameters.Day);
        app.MapGet("/changes.json", Changes).Twin<ChangesView>("ChangesPage", "The page of changes.").Takes([.. Asked, Parameters.PageSize(MostOnPage, PageSize), Parameters.PageDay]).OfTheCatalogue();
        app.MapGet("/lifecycle.json", Lifecycle).Twin<LifecycleRadarView>("LifecyclePage", "The page of what ends.").Takes(Within, Parameters.OnlyModel, Parameters.Watched, Parameters.PageDay).OfTheCatalogue();
        app.MapGet("/feed.atom", (HttpRequest request, SettingsLocation settings) => Feed(request, settings, "application/atom+xml; charset=utf-8", Feeds.WriteAtom)).ExcludeFromDescription();
        app.MapGet("/feed.json", (HttpRequest request, SettingsLocation settings) => Feed(request, settings, "application/feed+json; charset=utf-8", Feeds.WriteJson)).ExcludeFromDescription();
    }

    private static IResult Changes(
        HttpRequest request, SettingsLocation settings,
        string? since,
        string? until,
        string? model,
        string? provider,
        string? kind,
        string? watch,
        int? page,
        int? page_size,
        string? as_of)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        if (page is < 1 || page_size is < 1 or > MostOnPage) return Problems.Bad([$"Page '{page}' of size '{page_size}' cannot be shown: pages start at 1 and hold 1 to 10,000 changes."]);
        var query = ChangeQuery.From(request.Query);
        if (ChangeFilter.Read(query, asked, settings, ChangeQuery.DefaultDays, out var problems) is not { } filter) return Problems.Bad(problems);
        var view = ChangesView.Of(asked.History, query, filter, page ?? 1, page_size ?? PageSize);
        PageLinks.Set(request.HttpContext, view.Page, view.Pages);
        return TypedResults.Ok(view);
    }

    private static IResult Lifecycle(
        HttpRequest request, SettingsLocation settings,
        string? within,
        string? model,
        string? watch,
        string? as_of)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        return LifecycleRadarView.Read(LifecycleQuery.From(request.Query), asked, settings, out var problems) is { } view ? TypedResults.Ok(view) : Problems.Bad(problems);
    }

    private static IResult Feed(HttpRequest request, SettingsLocation settings, string type, Func<ChangesView, string, string, byte[]> write)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        var query = ChangeQuery.From(request.Query);
        if (ChangeFilter.Read(query, asked, settings, days: null, out var problems) is not { } filter) return Problems.Bad(problems);
        var view = ChangesView.Of(asked.History, query, filter, 1, PageSize);
        var bytes = write(view, SiteUrl.Of(request.HttpContext).Root, request.Path + request.QueryString);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        // A later import may tell of an earlier day: what counts is when the catalogue became what it is.
        return TypedResults.Bytes(bytes, type, lastModified: asked.Live.ChangedAt, entityTag: tag);
    }
}
