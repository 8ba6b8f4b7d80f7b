using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using Assay.Adapters.Settings;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Microsoft.Net.Http.Headers;

namespace Assay.Host.Catalog.History;

/// <summary>Changes and lifecycle over HTTP: API, twins, and feeds, which answer 304 to who has seen the same already.</summary>
public static class ChangesApi
{
    public const int PageSize = 100;

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithTags("History").OfTheCatalogue();
        api.MapGet("/changes", Changes).WithName("ListChanges").WithSummary("What sources changed: prices, limits, lifecycle, offers; newest first.")
            .Produces<ChangesView>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/lifecycle", Lifecycle).WithName("ListLifecycle").WithSummary("What is deprecated or shut down, ahead and of late.")
            .Produces<LifecycleRadarView>().ProducesProblem(StatusCodes.Status400BadRequest);
        app.MapGet("/changes.json", Changes).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/lifecycle.json", Lifecycle).ExcludeFromDescription().OfTheCatalogue();
        app.MapGet("/feed.atom", (HttpRequest request, SettingsLocation settings) => Feed(request, settings, "application/atom+xml; charset=utf-8", Feeds.WriteAtom)).ExcludeFromDescription();
        app.MapGet("/feed.json", (HttpRequest request, SettingsLocation settings) => Feed(request, settings, "application/feed+json; charset=utf-8", Feeds.WriteJson)).ExcludeFromDescription();
    }

    private static IResult Changes(
        HttpRequest request, SettingsLocation settings,
        [Description("First day: 2026-06-30, 2026-06, or 7d for seven days ago. Default: the last 30 days.")] string? since,
        [Description("Last day. Default: today.")] string? until,
        [Description("Only of this model and its offers.")] string? model,
        [Description("Only of this provider and its offers.")] string? provider,
        [Description("Of " + ChangeQuery.Kinds + "; several parted by commas.")] string? kind,
        [Description("1: only of what the settings watch.")] string? watch,
        [Description("From 1.")] int? page,
        [Description("1 to 10,000; 100 when not given.")] int? page_size,
        [Description("A day, month or year: the answer as it would have been then.")] string? as_of)
    {
        if (CatalogApi.Day(request, out var asked) is { } fault) return fault;
        if (page is < 1 || page_size is < 1 or > 10_000) return Problems.Bad([$"Page '{page}' of size '{page_size}' cannot be shown: pages start at 1 and hold 1 to 10,000 changes."]);
        var query = ChangeQuery.From(request.Query);
        if (ChangeFilter.Read(query, asked, settings, ChangeQuery.DefaultDays, out var problems) is not { } filter) return Problems.Bad(problems);
        var view = ChangesView.Of(asked.History, query, filter, page ?? 1, page_size ?? PageSize);
        PageLinks.Set(request.HttpContext, view.Page, view.Pages);
        return TypedResults.Ok(view);
    }

    private static IResult Lifecycle(
        HttpRequest request, SettingsLocation settings,
        [Description("How far ahead: 90d, or a day. Default: all that is known.")] string? within,
        [Description("Only of this model and its offers.")] string? model,
        [Description("1: only of what the settings watch.")] string? watch,
        [Description("A day, month or year: the answer as it would have been then.")] string? as_of)
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
