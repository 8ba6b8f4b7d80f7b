using System.Globalization;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Suites;
using Assay.Calls;
using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Evals;

/// <summary>The runs that are kept, newest first, the suites, and a form that starts a run.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
public sealed class ListModel(RunReports reports, KnownSuites known, SuiteFinder suites, EvalStart start, LiveRuns live, PlaygroundModels models) : PageModel
{
    private const int Offered = 24;

    public EvalListView View { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Models that can be called now, those of this machine first.</summary>
    public IReadOnlyList<Candidate> Ready { get; private set; } = [];

    // What was typed, where it is shown again.
    public string Suite { get; private set; } = "";
    public IReadOnlyList<string> Chosen { get; private set; } = [];
    public string Others { get; private set; } = "";
    public string Cap { get; private set; } = "";

    public void OnGet()
    {
        View = EvalReportApi.ReadList(reports, known, Request.Query, out var problem) ?? EvalRunList.Of(reports, known, null, 1);
        Suite = Request.Query["start"].ToString();
        Show(problem is null ? [] : [problem]);
    }

    public IActionResult OnPost(string? suite, string[]? model, string? others, string? cap)
    {
        (Suite, Chosen, Others, Cap) = (suite ?? "", model ?? [], others ?? "", cap ?? "");
        var problems = new List<string>();
        var run = Begin(problems);
        if (run is not null) return Redirect($"/evals/{run}");
        View = EvalRunList.Of(reports, known, null, 1);
        Show(problems);
        return Page();
    }

    /// <summary>The id of the run that was started; null with what is wrong.</summary>
    private string? Begin(List<string> problems)
    {
        decimal? most = null;
        if (Cap.Trim() is { Length: > 0 } text)
        {
            if (decimal.TryParse(text.TrimStart('$'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd)) most = usd;
            else problems.Add($"'{text}' is no cap in US dollars: write 0.50.");
        }
        try
        {
            if (suites.Known(Suite, HttpContext.RequestAborted) is not { } folder)
            {
                problems.Add($"No suite has the id '{Suite}'. {suites.Told}");
                return null;
            }
            var (run, faults) = start.Plan(new() { Suite = Suite, Models = [.. Chosen, .. Others.Split(',')], MaxCost = most }, folder);
            problems.AddRange(faults);
            if (run is not null && problems.Count == 0 && EvalRunApi.Uncapped(start.Estimate(run, folder.Samples()), most) is { } uncapped) problems.Add(uncapped);
            if (run is null || problems.Count > 0) return null;
            start.Begin(run, folder);
            if (live.Start(run) is not null) return run.Id;
            reports.Store.Delete(run.Id);
            problems.Add($"{LiveRuns.Most} runs are under way, as many as may be at once. Wait for one to end, or stop one.");
        }
        catch (SuiteException e)
        {
            problems.AddRange(e.Faults);
        }
        return null;
    }

    private void Show(IReadOnlyList<string> problems)
    {
        AskedDay.Forget(HttpContext);
        Problems = problems;
        Ready = [.. models.All.Where(c => c.Ready && (c.Can(ModelTask.Chat).Yes is not false || c.Can(ModelTask.Ask).Yes is not false)).OrderByDescending(c => c.Ref.IsLocal).ThenBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Take(Offered)];
        if (problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        new PageHead("Evals") { Json = "/evals.json" + Request.QueryString, Private = true }.On(ViewData);
    }

    public string Link(int page) => $"/evals?{(View.Suite is null ? "" : $"suite={Uri.EscapeDataString(View.Suite)}&")}page={page}";
}
