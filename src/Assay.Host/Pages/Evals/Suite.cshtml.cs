using Assay.Host.Catalog;
using Assay.Host.Evaluation;
using Assay.Host.Publishing;
using Assay.Units;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Evals;

/// <summary>A suite that can be run, and what its lint found.</summary>
public sealed class SuiteModel(KnownSuites known) : PageModel
{
    public EvalSuitePageView View { get; private set; } = null!;

    public IActionResult OnGet(string suite)
    {
        AskedDay.Forget(HttpContext);
        if (known.Find(suite) is not { } view) return NotFound();
        View = view;
        new PageHead($"{view.Suite.Title ?? view.Suite.Id}: suite") { Json = $"/evals/suites/{view.Suite.Id}.json", Private = true }.On(ViewData);
        return Page();
    }

    /// <summary>"2 errors, 1 warning", "nothing found".</summary>
    public static string Lint(int? errors, int? warnings) => (errors, warnings) switch
    {
        ({ } e, { } w) => e + w == 0 ? "nothing found" : $"{Words.Plural(e, "error")}, {Words.Plural(w, "warning")}",
        _ => "being looked at",
    };
}
