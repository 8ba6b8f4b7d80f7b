using Assay.Adapters.Importers;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Assay.Host.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Evals;

/// <summary>A run: verdict, scores, pairs, what it took, and its samples.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
public sealed class RunModel(RunReports reports, EvalRunViewBuilder views, EvalSamples samples, RunLabels labels) : PageModel
{
    public EvalRunView View { get; private set; } = null!;
    public EvalSampleListView Samples { get; private set; } = null!;
    public SampleQuery Asked { get; private set; } = null!;
    public ReportedRun Run { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public bool ById { get; private set; }
    public string? AgainstText { get; private set; }

    /// <summary>Other runs of the same suite, newest first, to hold this one against.</summary>
    public IReadOnlyList<(string Id, string Words)> Others { get; private set; } = [];

    public IActionResult OnGet(string run) => Show(run, []);

    /// <summary>A file of labels.</summary>
    public IActionResult OnPost(string run, IFormFile? file)
    {
        if (reports.Find(run) is not { } found) return NotFound();
        if (file is not { Length: > 0 and <= EvalLabelApi.MostBytes }) return Show(run, [$"The file of labels has {file?.Length ?? 0} bytes; allowed are 1 to {EvalLabelApi.MostBytes}."]);
        try
        {
            using var stream = file.OpenReadStream();
            RunLabelFile.Take(found, labels, stream, Path.GetFileName(file.FileName), null);
            return Redirect($"/evals/{found.Run.Id}#people");
        }
        catch (ImportException e)
        {
            return Show(run, [e.Message]);
        }
    }

    private IActionResult Show(string run, IReadOnlyList<string> problems)
    {
        AskedDay.Forget(HttpContext);
        var query = EvalRunQuery.From(reports, run, Request.Query);
        if (query.Run is not { } found) return NotFound();
        (Run, ById, AgainstText) = (found, query.ById, query.AgainstText);
        Asked = SampleQuery.From(Request.Query, found);
        Problems = [.. query.Problems, .. Asked.Problems, .. problems];
        View = views.Of(found, query.Pair, query.Against is { } against ? views.Against(found, against, query.ById) : null);
        Samples = samples.List(found, Asked);
        Others = [.. reports.Store.List().Where(r => r.Id != found.Run.Id && r.Suite.Id == found.Run.Suite.Id).Take(20)
            .Select(r => (r.Id, $"{EvalRunViewBuilder.Short(r.Id)} of {r.Created.UtcDateTime:yyyy-MM-dd HH:mm}, {string.Join(", ", r.Models.Take(3))}{(r.Models.Count > 3 ? " …" : "")}{(r.SuiteHash == found.Run.SuiteHash ? "" : " (another version)")}"))];
        new PageHead($"{View.Suite.Title}: {string.Join(", ", View.Models.Take(4).Select(m => m.Name))}, {found.Run.Created.UtcDateTime:yyyy-MM-dd HH:mm}") { Json = $"/evals/{found.Run.Id}.json{Request.QueryString}", Private = true }.On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public bool IsNewestScoring => Run.Scoring == Run.Scorings.Count;

    /// <summary>What of the address is not the samples': stays when those are filtered.</summary>
    public IEnumerable<(string Key, string Value)> Kept => Pairs("scoring", "a", "b", "against", "by");

    /// <summary>What of the address is the samples'.</summary>
    public IEnumerable<(string Key, string Value)> KeptOfSamples => Pairs("category", "difficulty", "model", "state", "passed_by", "failed_by", "q");

    private IEnumerable<(string Key, string Value)> Pairs(params string[] keys) => keys.Select(k => (k, Request.Query[k].ToString())).Where(p => p.Item2.Length > 0);

    /// <summary>This page with other samples, or another page of them.</summary>
    public string SamplesLink(string address) =>
        $"/evals/{View.Id}?{string.Join('&', Kept.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}").Append(address).Where(p => p.Length > 0))}#samples";

    public string Better(string winner, string loser) => SamplesLink($"passed_by={Uri.EscapeDataString(winner)}&failed_by={Uri.EscapeDataString(loser)}");

    public string SampleLink(string id) => EvalSamples.Address(View.Id, id, IsNewestScoring ? 0 : View.Scoring);
}
