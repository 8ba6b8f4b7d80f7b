using Assay.Adapters.Settings;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Web.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

/// <summary>What ends, what ended of late, and what is deprecated without a day.</summary>
public sealed class LifecycleModel(SettingsLocation settings) : PageModel
{
    public LifecycleRadarView View { get; private set; } = null!;
    public LifecycleQuery Query { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public PageEvidence Evidence { get; } = new();

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        Query = LifecycleQuery.From(Request.Query);
        var view = LifecycleRadarView.Read(Query, asked, settings, out var problems);
        Problems = asked.Problem is null ? problems : [asked.Problem, .. problems];
        View = view ?? LifecycleRadarView.Read(new(null, null, false), asked, settings, out _)!;
        Evidence.Day = asked.Day;
        ViewData["Title"] = "Lifecycle";
        ViewData["Description"] = "AI models and offers that are deprecated or to be shut down, by date, with successors and sources.";
        ViewData["Json"] = "/lifecycle.json" + Request.QueryString;
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
