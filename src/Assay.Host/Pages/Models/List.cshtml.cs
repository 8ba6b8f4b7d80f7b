using Assay.Host.Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Models;

public sealed class ListModel : PageModel
{
    private const int PageSize = 50;

    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "filter")] public string? Filter { get; set; }
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = "page")] public string? PageText { get; set; }

    public ModelListView List { get; private set; } = null!;
    public string? Problem { get; private set; }

    public void OnGet()
    {
        var page = int.TryParse(PageText, out var number) && number > 0 ? number : 1;
        var asked = AskedDay.Of(HttpContext);
        List = ModelSearch.Find(asked.Catalog, Search, Filter, Sort, page, PageSize, out var problem) ?? ModelSearch.Find(asked.Catalog, Search, null, null, 1, PageSize, out _)!;
        Problem = problem ?? asked.Problem;
        if (Problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        ViewData["Title"] = "Models";
        ViewData["Json"] = "/models.json" + Request.QueryString;
    }

    public string Link(int? page = null, string? sort = null)
    {
        var pairs = new (string, string?)[] { ("q", Search), ("filter", Filter), ("sort", sort ?? Sort), ("page", page is null or 1 ? null : page.ToString()) }.Where(p => !string.IsNullOrEmpty(p.Item2));
        var query = string.Join('&', pairs.Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
        return query.Length == 0 ? "/models" : "/models?" + query;
    }

    /// <summary>Sorting by a field, or the other way round where it is sorted so already; the useful way comes first.</summary>
    public string SortLink(string field)
    {
        var first = field is "context" or "released" or "routes" or "output" ? "-" + field : field;
        return Link(sort: Sort == first ? first.StartsWith('-') ? field : "-" + field : first);
    }

    public string? AriaSort(string field) => Sort?.TrimStart('-') != field ? null : Sort.StartsWith('-') ? "descending" : "ascending";
}
