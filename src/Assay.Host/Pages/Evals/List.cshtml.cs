using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Evals;

/// <summary>The runs that are kept, newest first, and the suites they are of.</summary>
public sealed class ListModel(RunReports reports) : PageModel
{
    public EvalListView View { get; private set; } = null!;
    public string? Problem { get; private set; }

    public void OnGet()
    {
        AskedDay.Forget(HttpContext);
        View = EvalReportApi.ReadList(reports, Request.Query, out var problem) ?? EvalRunList.Of(reports, null, 1);
        Problem = problem;
        if (problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        ViewData["Title"] = "Evals";
        ViewData["Json"] = "/evals.json" + Request.QueryString;
    }

    public string Link(int page) => $"/evals?{(View.Suite is null ? "" : $"suite={Uri.EscapeDataString(View.Suite)}&")}page={page}";
}
