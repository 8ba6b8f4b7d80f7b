using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Assay.Host.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Evals;

/// <summary>One sample with all that models made of it, and forms to say which answers are right.</summary>
[IgnoreAntiforgeryToken] // SameOrigin refuses what other sites send.
public sealed class SampleModel(RunReports reports, EvalSamples samples, RunLabels labels, Voters voters) : PageModel
{
    /// <summary>Remembers the name that was given, so that nobody types it for every answer.</summary>
    private const string NameCookie = "assay_person";
    private const int LongestName = 80;

    public EvalSampleView View { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public bool IsNewestScoring { get; private set; }

    public IActionResult OnGet(string run, string sample) => Show(run, sample, Request.Cookies[NameCookie], []);

    public IActionResult OnPost(string run, string sample, int? model, int? repetition, string? label, string? person, string? note)
    {
        if (reports.Find(run) is not { } found || samples.One(found, sample) is not { } view) return NotFound();
        var name = Units.Visible.Line(person?.Trim() ?? "", LongestName);
        if (view.Trials.FirstOrDefault(t => t.Place == model && t.Repetition == repetition) is not { Reply: not null } trial)
            return Show(run, sample, name, [$"Trial '{model}-{repetition}' of sample '{view.Id}' has no answer, so there is nothing to say of it."]);
        if (label is not ("pass" or "fail")) return Show(run, sample, name, [$"'{Units.Visible.Line(label ?? "", 40)}' is no label; allowed: pass, fail."]);
        var why = note?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } given ? given : null;
        if (HumanLabel.NoteFault(why) is { } tooLong) return Show(run, sample, name, [tooLong]);
        // Without a name it is the browser's, so that two visitors do not overwrite each other's words.
        labels.Put(found.Run.Id, [new(new TrialKey(trial.Place, view.Place, trial.Repetition), name.Length > 0 ? name : voters.Sure(HttpContext), label == "pass") { Note = why }]);
        if (name.Length > 0) Response.Cookies.Append(NameCookie, name, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, Path = "/evals", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        else Response.Cookies.Delete(NameCookie, new() { Path = "/evals" });
        return Redirect($"{EvalSamples.Address(found.Run.Id, view.Id)}#trial-{trial.Place}-{trial.Repetition}");
    }

    private IActionResult Show(string run, string sample, string? person, IReadOnlyList<string> problems)
    {
        AskedDay.Forget(HttpContext);
        var query = EvalRunQuery.From(reports, run, Request.Query);
        if (query.Run is not { } found || samples.One(found, sample) is not { } view) return NotFound();
        (View, Problems, IsNewestScoring) = (view, [.. query.Problems, .. problems], found.Scoring == found.Scorings.Count);
        new PageHead($"{view.Id}: {view.Suite}") { Json = $"/evals/{view.Run}/samples/{Uri.EscapeDataString(view.Id)}.json{Request.QueryString}", Private = true }.On(ViewData);
        ViewData["Person"] = Units.Visible.Line(person ?? "", LongestName);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string Link(string id) => EvalSamples.Address(View.Run, id, IsNewestScoring ? 0 : View.Scoring);
}
