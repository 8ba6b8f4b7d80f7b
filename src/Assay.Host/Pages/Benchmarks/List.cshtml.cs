using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Benchmarks;

public sealed class ListModel(LiveCatalog live) : PageModel
{
    /// <summary>Benchmarks with fewer models are folded: one score compares with nothing.</summary>
    private const int Few = 3;

    public IReadOnlyList<BenchmarkListItem> Main { get; private set; } = [];
    public IReadOnlyList<BenchmarkListItem> Small { get; private set; } = [];
    public string? Problem { get; private set; }

    public void OnGet()
    {
        var (day, problem) = ComparisonQuery.From(Request.Query).ReadDay();
        var all = BenchmarkPages.List(day is { } asked ? live.On(asked) : live.Current).Benchmarks;
        (Main, Small, Problem) = ([.. all.Where(b => b.Models >= Few)], [.. all.Where(b => b.Models < Few)], problem);
        ViewData["Title"] = "Benchmarks";
        ViewData["Description"] = "Published benchmark results of AI models, each with its source; only results measured in the same way are compared.";
        ViewData["Canonical"] = "/benchmarks";
        ViewData["Json"] = "/benchmarks.json" + Request.QueryString;
        if (problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
