using Assay.Adapters.Settings;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Web;

namespace Assay.Host.Pages;

/// <summary>What sources changed. The form asks the same as the API and the command.</summary>
[OfTheCatalogue]
public sealed class ChangesModel(SettingsLocation settings) : AskedPage
{
    public ChangesView View { get; private set; } = null!;
    public ChangeQuery Query { get; private set; } = null!;

    /// <summary>The feeds of the same question, without period and page.</summary>
    public string FeedQuery { get; private set; } = "";

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        Query = ChangeQuery.From(Request.Query);
        var filter = ChangeFilter.Read(Query, asked, settings, ChangeQuery.DefaultDays, out var problems);
        var read = filter is null ? new ChangeQuery() : Query;
        FeedQuery = (read with { Since = null, Until = null }).ToQueryString();
        Begin(asked, problems, "Changes", "What sources changed: prices, limits, lifecycle and offers of AI models, with the source of each.", FeedQuery);
        filter ??= ChangeFilter.Read(read, asked, settings, ChangeQuery.DefaultDays, out _)!;
        var page = int.TryParse(Request.Query["page"], out var number) ? number : 1;
        View = ChangesView.Of(asked.History, read, filter, page, ChangesApi.PageSize);
    }

    public string Link(int page) => "/changes" + Query.ToQueryString(page);
}
