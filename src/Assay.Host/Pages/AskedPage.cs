using Assay.Host.Catalog;
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
    protected void Begin(AskedDay asked, IReadOnlyList<string> problems, string title, string description)
    {
        Problems = asked.Problem is null ? problems : [asked.Problem, .. problems];
        Evidence.Day = asked.Day;
        ViewData["Title"] = title;
        ViewData["Description"] = description;
        ViewData["Json"] = $"{Request.Path}.json{Request.QueryString}";
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
