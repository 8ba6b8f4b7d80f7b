using Assay.Host.Catalog;
using Assay.Host.Publishing;
using Assay.Host.Web.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

/// <summary>A page that answers a question put in its address, as of a day: faults of the question are told on it, and it shows the usual answer.</summary>
public abstract class AskedPage : PageModel
{
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public PageEvidence Evidence { get; } = new();

    /// <param name="asked">The day of the page.</param>
    /// <param name="problems">Of the question.</param>
    /// <param name="title">Of the page.</param>
    /// <param name="description">For the head of the page.</param>
    /// <param name="feedQuery">Of the feeds of the same question.</param>
    protected void Begin(AskedDay asked, IReadOnlyList<string> problems, string title, string description, string feedQuery = "")
    {
        Problems = asked.Problem is null ? problems : [asked.Problem, .. problems];
        Evidence.Day = asked.Day;
        new PageHead(title) { Description = description, Canonical = Request.Path, Json = $"{Request.Path}.json{Request.QueryString}", FeedQuery = feedQuery }.On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
