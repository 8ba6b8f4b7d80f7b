using Assay.Adapters.Settings;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Web.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

/// <summary>What sources changed. The form asks the same as the API and the command.</summary>
public sealed class ChangesModel(SettingsLocation settings) : PageModel
{
    public ChangesView View { get; private set; } = null!;
    public ChangeQuery Query { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public PageEvidence Evidence { get; } = new();

    /// <summary>The feeds of the same question, without period and page.</summary>
    public string FeedQuery { get; private set; } = "";

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        Query = ChangeQuery.From(Request.Query);
        var filter = ChangeFilter.Read(Query, asked, settings, ChangeQuery.DefaultDays, out var problems);
        Problems = asked.Problem is null ? problems : [asked.Problem, .. problems];
        var read = filter is null ? new ChangeQuery() : Query;
        filter ??= ChangeFilter.Read(read, asked, settings, ChangeQuery.DefaultDays, out _)!;
        var page = int.TryParse(Request.Query["page"], out var number) ? number : 1;
        View = ChangesView.Of(asked.History, read, filter, page, ChangesApi.PageSize);
        Evidence.Day = asked.Day;
        FeedQuery = (read with { Since = null, Until = null }).ToQueryString();
        ViewData["Title"] = "Changes";
        ViewData["Description"] = "What sources changed: prices, limits, lifecycle and offers of AI models, with the source of each.";
        ViewData["Json"] = "/changes.json" + Request.QueryString;
        ViewData["FeedQuery"] = FeedQuery;
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    public string Link(int page) => "/changes" + Query.ToQueryString(page);
}
