using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Host.Web.Html;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Models;

[OfTheCatalogue]
public sealed class OneModel(LiveCatalog live) : PageModel
{
    public ModelPageView View { get; private set; } = null!;
    public ComparisonQuery Query { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public Model Found { get; private set; } = null!;

    /// <summary>What it can be asked for in the playground.</summary>
    public SharedTasks Tasks { get; private set; } = null!;

    public PageEvidence Evidence { get; } = new();
    public IReadOnlyList<Model> Relatives { get; private set; } = [];

    /// <summary>The named successor, where it is in the catalogue and so has a page.</summary>
    public Model? Successor { get; private set; }

    public IActionResult OnGet(string org, string model)
    {
        Query = ComparisonQuery.From(Request.Query);
        var (traffic, problems) = Query.ReadTraffic();
        var asked = AskedDay.Of(HttpContext);
        Problems = asked.Problem is null ? problems : [.. problems, asked.Problem];
        var catalog = asked.Catalog;
        if (asked.IsPast && catalog.Find($"{org}/{model}") is NameLookup.NotFound && live.Current.Find($"{org}/{model}") is NameLookup.Found)
        {
            // Of a day before a model there is nothing to show of it, and today's facts may not pass for that day's.
            Problems = [.. Problems, ComparisonQuery.NotKnownBy($"{org}/{model}", asked.Text!)];
            AskedDay.Forget(HttpContext);
            catalog = live.Current;
        }
        if (catalog.Find($"{org}/{model}") is not NameLookup.Found { Model: var found }) return NotFound();
        if (found.Id != $"{org}/{model}") return RedirectPermanent($"/models/{found.Id}{Request.QueryString}");
        (Evidence.Day, Evidence.History) = (catalog.AsOf, live.HistoryOn(catalog.AsOf));
        (Found, Tasks) = (found, SharedTasks.Of([found]));
        View = ModelPageView.Of(catalog, found, traffic, live.HistoryOn(catalog.AsOf));
        Successor = catalog.ById(View.Model.Lifecycle.Successor.Display);
        Relatives = [.. catalog.Models.Where(m => m != found && m.Curated && m.Organization.Id == found.Organization.Id && m.Lifecycle.StageOn(catalog.AsOf) is not LifecycleStage.Retired)
            .OrderByDescending(m => m.Released.TryGetConfirmed(out var date) ? date.Earliest : DateOnly.MinValue).Take(6)];
        PageHeads.Of(View, found, Request).On(ViewData);
        if (Problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
