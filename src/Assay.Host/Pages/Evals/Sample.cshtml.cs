using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Assay.Host.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Evals;

/// <summary>One sample with all that models made of it.</summary>
public sealed class SampleModel(RunReports reports, EvalSamples samples) : PageModel
{
    public EvalSampleView View { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public bool IsNewestScoring { get; private set; }

    public IActionResult OnGet(string run, string sample)
    {
        AskedDay.Forget(HttpContext);
        var query = EvalRunQuery.From(reports, run, Request.Query);
        if (query.Run is not { } found || samples.One(found, sample) is not { } view) return NotFound();
        (View, Problems, IsNewestScoring) = (view, query.Problems, found.Scoring == found.Scorings.Count);
        new PageHead($"{view.Id}: {view.Suite}") { Json = $"/evals/{view.Run}/samples/{Uri.EscapeDataString(view.Id)}.json{Request.QueryString}", Private = true }.On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string Link(string id) => EvalSamples.Address(View.Run, id, IsNewestScoring ? 0 : View.Scoring);
}
