using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Comparison.Pictures;
using Assay.Host.Publishing;
using Assay.Host.Web.Html;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Compare;

[OfTheCatalogue]
public sealed class PairModel(ComparisonService comparisons) : PageModel
{
    public ComparisonView View { get; private set; } = null!;
    public ComparisonQuery Query { get; private set; } = null!;
    public TrafficProfile Traffic { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public IReadOnlyList<Model> Models { get; private set; } = [];
    public PageEvidence Evidence { get; } = new();
    public bool DayIsBad { get; private set; }
    public bool OnlyDifferences { get; private set; }
    public string? Baseline { get; private set; }

    public IActionResult OnGet(string pair)
    {
        Query = ComparisonQuery.From(Request.Query);
        (Traffic, var problems) = Query.ReadTraffic();
        var asked = AskedDay.Of(HttpContext);
        DayIsBad = asked.Problem is not null;
        Problems = asked.Problem is null ? problems : [.. problems, asked.Problem];
        OnlyDifferences = Request.Query["diff"] == "1";
        Baseline = Request.Query["baseline"].ToString() is { Length: > 0 } baseline ? baseline : null;

        var names = ComparisonService.SplitSlug(Uri.UnescapeDataString(pair), asked.Catalog);
        var answer = comparisons.Compare(names, Traffic, asked.Day, Baseline);
        if (asked.IsPast && answer is ComparisonAnswer.NamesUnclear unclear && comparisons.Compare(names, Traffic, day: null, Baseline) is ComparisonAnswer.Compared today)
        {
            // Of a day before a model there is nothing to show of it, and today's facts may not pass for that day's.
            Problems = [.. Problems, .. unclear.Names.Where(n => n.Lookup is not NameLookup.Found).Select(n => ComparisonQuery.NotKnownBy(n.Name, asked.Text!))];
            AskedDay.Forget(HttpContext);
            answer = today;
        }
        if (answer is ComparisonAnswer.Compared compared)
        {
            (Evidence.Day, Evidence.History) = (compared.Catalog.AsOf, AskedDay.Of(HttpContext).Live.HistoryOn(compared.Catalog.AsOf));
            (View, Models) = (compared.View, compared.Models);
            var canonical = PathOf(compared.Models);
            if (!string.Equals(Request.Path.Value, canonical, StringComparison.Ordinal)) return RedirectPermanent(canonical + Request.QueryString);
            PageHeads.Of(View, Models, Request).On(ViewData);
            if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        // Names that mean nothing, or too few: the picker keeps what was asked and helps on.
        return LocalRedirect("/compare?" + string.Join('&', names.Select(n => "m=" + Uri.EscapeDataString(n))) + Request.QueryString.Value?.Replace('?', '&'));
    }

    public IEnumerable<ComparisonPicture> Pictures => ComparisonPictures.Of(View, Evidence.History!);

    /// <summary>The same page with another baseline.</summary>
    public string WithBaseline(string slug)
    {
        var query = Query.ToQueryString();
        return $"{query}{(query.Length == 0 ? "?" : "&")}{(OnlyDifferences ? "diff=1&" : "")}baseline={Uri.EscapeDataString(slug)}";
    }

    public static string PathOf(IEnumerable<Model> models) => "/compare/" + string.Join("-vs-", models.Select(m => m.Slug));

    /// <summary>"GPT-5.2 · Context window": the title of a figure in the evidence list.</summary>
    public static string Title(ModelView model, string label) => $"{model.Name} · {label}";

    /// <summary>Why a cell is empty, where that says more than the state does.</summary>
    public static string? Reason(CellView cell) => cell is { State: "unknown" or "not_applicable", Note: { } note } && note != Fact<int>.NothingSaid.Why ? note : null;

    /// <summary>The larger side of a size, as the scorecard marks it.</summary>
    public bool Ahead(Spec spec, ModelView model) => View.Scorecard.FirstOrDefault(r => r.Label == spec.Label)?.Cells.Any(c => c.Best && c.Model == model.Id) ?? false;

    /// <summary>Whether this model alone is known to have something that another is said to lack. A model that was shut down is never ahead.</summary>
    public bool Alone(Capability capability, ModelView model)
    {
        static bool Has(FactView fact) => fact is { State: "known", Value: true, Unconfirmed: false };
        var all = View.Models.Select(m => (Model: m, Fact: m.Capabilities[capability.Name])).ToArray();
        return model.Lifecycle.Stage != "retired" && Has(model.Capabilities[capability.Name])
            && !all.Any(m => m.Model.Id != model.Id && (Has(m.Fact) || m.Fact.State == "disputed")) && all.Any(m => m.Fact.State == "no");
    }

    /// <summary>Whether all models show the same in a row: such rows are left out by "only differences".</summary>
    public static bool Same(IEnumerable<FactView> facts) => facts.Select(f => (f.State, f.Display)).Distinct().Count() == 1;
}
