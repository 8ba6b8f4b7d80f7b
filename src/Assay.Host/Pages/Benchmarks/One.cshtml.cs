using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Web.Html;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Benchmarks;

[OfTheCatalogue]
public sealed class OneModel : PageModel
{
    public const int PageSize = 60;

    public BenchmarkPageView View { get; private set; } = null!;
    public ComparisonQuery Query { get; private set; } = null!;
    public PageEvidence Evidence { get; } = new();
    public IReadOnlyList<string> Problems { get; private set; } = [];

    [FromQuery(Name = "variant")] public string? Variant { get; set; }
    [FromQuery(Name = "page")] public string? PageText { get; set; }
    public int PageNumber { get; private set; }
    public int Pages { get; private set; }
    public IReadOnlyList<ScoreView> Shown { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        Query = ComparisonQuery.From(Request.Query);
        var asked = AskedDay.Of(HttpContext);
        var (traffic, problems) = Query.ReadTraffic();
        Problems = asked.Problem is null ? problems : [.. problems, asked.Problem];
        var catalog = asked.Catalog;
        if (BenchmarkPages.Of(catalog, id, Variant, traffic, out _) is not { } view) return NotFound();
        View = view;
        Evidence.Day = catalog.AsOf;
        Pages = Math.Max(1, (view.Scores.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(PageText, out var number) ? Math.Clamp(number, 1, Pages) : 1;
        Shown = [.. view.Scores.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        PageHeads.Of(view, Request).On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>What its charts depend on: variant, traffic and day.</summary>
    public string ChartQuery => Link(Variant)[$"/benchmarks/{View.Id}".Length..];

    /// <summary>The same page with another variant or page of its table; traffic and day stay.</summary>
    public string Link(string? variant, int page = 1)
    {
        var query = Query.ToQueryString().TrimStart('?');
        string[] parts = [.. new[] { query, variant is null ? "" : $"variant={Uri.EscapeDataString(variant)}", page == 1 ? "" : $"page={page}" }.Where(p => p.Length > 0)];
        return $"/benchmarks/{View.Id}{(parts.Length == 0 ? "" : "?" + string.Join('&', parts))}";
    }
}
