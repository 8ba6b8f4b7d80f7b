using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Benchmarks;

[OfTheCatalogue]
public sealed class ListModel : PageModel
{
    /// <summary>Benchmarks with fewer models are folded: one score compares with nothing.</summary>
    private const int Few = 3;

    public IReadOnlyList<BenchmarkListItem> Main { get; private set; } = [];
    public IReadOnlyList<BenchmarkListItem> Small { get; private set; } = [];
    public string? Problem { get; private set; }

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        var problem = asked.Problem;
        var all = BenchmarkPages.List(asked.Catalog).Benchmarks;
        (Main, Small, Problem) = ([.. all.Where(b => b.Models >= Few)], [.. all.Where(b => b.Models < Few)], problem);
        new PageHead("Benchmarks")
        {
            Description = "Published benchmark results of AI models, each with its source; only results measured in the same way are compared.", Canonical = "/benchmarks", Json = "/benchmarks.json" + Request.QueryString,
        }.On(ViewData);
        if (problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
