using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Assay.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Models;

[OfTheCatalogue]
public sealed class ListModel : PageModel
{
    private ModelIndex index = null!;

    public ModelListQuery Query { get; private set; } = null!;
    public ModelListView List { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Slugs of the models picked to be compared, in the order of picking.</summary>
    public IReadOnlyList<string> Picks { get; private set; } = [];

    public IReadOnlyList<string> Ticked { get; private set; } = [];

    public Vocabulary Vocabulary => index.Vocabulary;

    public IActionResult OnGet()
    {
        Query = ModelListQuery.From(Request.Query) with { WithFront = true, PageSize = ModelListQuery.DefaultPageSize };
        if (Query.Page < 1) Query = Query with { Page = 1 };
        var asked = AskedDay.Of(HttpContext);
        var catalog = asked.Catalog;
        index = ModelIndex.Of(catalog);
        Picks = [.. Request.Query["m"].OfType<string>().Where(m => m.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (Request.Query.ContainsKey("form")) return Redirect(Sent());

        // On a fault the list is still there, as if nothing had been asked.
        List = ModelSearch.Find(catalog, Query, out var problems) ?? ModelSearch.Find(catalog, new() { Search = Query.Search, WithFront = true }, out _)!;
        Problems = asked.Problem is null ? problems : [asked.Problem, .. problems];
        if (Picks.Count > Comparer.Most) Problems = [.. Problems, $"{Picks.Count} models are picked, and at most {Comparer.Most} can be compared: untick {Picks.Count - Comparer.Most}."];
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        Ticked = FilterControls.In(List.Question, Vocabulary);
        new PageHead("Models")
        {
            Description = "AI models by what sources say of them: context, prices, capabilities, licence, benchmark results; ask in words such as vision, output <= $1.", Canonical = "/models", Json = Address("/models.json"),
        }.On(ViewData);
        return Page();
    }

    /// <summary>The address of what the form asks: short, and without what is at its default.</summary>
    private string Sent()
    {
        string[] Values(string name) => [.. Request.Query[name].OfType<string>().Where(v => v.Length > 0)];
        // Columns that stay keep their order; new ones follow.
        var ticked = Values("col");
        var columns = string.Join(',', (Query.Columns ?? "").Split(',').Intersect(ticked).Union(ticked));
        var traffic = Query.Traffic;
        var query = Query with
        {
            Filter = FilterControls.Compose(Query.Filter, [.. Values("on").SelectMany(v => v.Split(';'))], Values("add"), Vocabulary),
            // The list was shown with a benchmark that nobody chose.
            Against = Query.Against == Request.Query["against_usual"].ToString() ? null : Query.Against,
            Columns = columns.Length == 0 || columns == ModelSearch.DefaultColumns ? null : columns, Page = 1,
            Traffic = new()
            {
                Input = Unless(traffic.Input, Usual.InputTokens), Output = Unless(traffic.Output, Usual.OutputTokens), Requests = Unless(traffic.Requests, Usual.Requests),
                Cached = Unless(traffic.Cached, 0), Batch = Unless(traffic.Batch, 0), Images = Unless(traffic.Images, 0), AsOf = traffic.AsOf,
            },
        };
        if (Request.Query["go"] != "compare" || Picks.Count is < Comparer.Fewest or > Comparer.Most) return "/models" + query.ToQueryString(Picks);
        return "/compare?" + string.Join('&', Picks.Select(m => "m=" + Uri.EscapeDataString(m))) + query.Traffic.ToQueryString().Replace('?', '&');
    }

    private static TrafficProfile Usual => TrafficProfile.Default;

    private static string? Unless(string? typed, decimal usual) => typed == Units.Format.Count(usual) ? null : typed;

    /// <summary>What its charts depend on: all but the page of the table.</summary>
    public string ChartQuery => (Query with { Page = 1 }).ToQueryString();

    public string Address(string path) => path + Query.ToQueryString();

    public string Link(ModelListQuery query) => "/models" + query.ToQueryString(Picks);

    /// <summary>Sorting by a column, or the other way round where it is sorted so already; the useful way comes first.</summary>
    public string SortLink(string key)
    {
        var first = key is "context_window" or "released" or "routes" or "max_output" or "max_input" or "knowledge_cutoff" || Vocabulary.Find(key)?.Kind is FieldKind.Score ? "-" + key : key;
        return Link(Query with { Sort = Query.Sort == first ? first.StartsWith('-') ? key : "-" + key : first, Page = 1 });
    }

    public string? AriaSort(string key) => Query.Sort?.TrimStart('-') is not { } sorted || (sorted != key && Vocabulary.Find(sorted)?.Key != key) ? null : Query.Sort.StartsWith('-') ? "descending" : "ascending";
}
