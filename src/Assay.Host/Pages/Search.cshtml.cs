using Assay.Host.Catalog;
using Assay.Host.Publishing;
using Assay.Host.Search;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

/// <summary>What a line in the search box came to. One meaning leads straight on.</summary>
[OfTheCatalogue]
public sealed class SearchModel : PageModel
{
    public SearchView View { get; private set; } = null!;
    public string Query { get; private set; } = "";
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IActionResult OnGet()
    {
        Query = Request.Query["q"].ToString();
        var asked = AskedDay.Of(HttpContext);
        var view = SearchViewBuilder.Build(asked, Query, out var problem);
        Problems = [.. new[] { asked.Problem, problem }.OfType<string>()];
        View = view ?? SearchViewBuilder.Build(asked, null, out _)!;
        if (View.Path is { } path && Problems.Count == 0) return LocalRedirect(path);
        new PageHead(View.Query.Length > 0 ? $"Search: {View.Query}" : "Search") { Json = "/search.json" + Request.QueryString, Private = true }.On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
