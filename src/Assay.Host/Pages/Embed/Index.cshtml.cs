using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Publishing.Embeds;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Embed;

/// <summary>What to copy to show a comparison or a model on a page of one's own.</summary>
[OfTheCatalogue]
public sealed class IndexModel(ComparisonService comparisons, LiveCatalog live) : PageModel
{
    public IReadOnlyList<string> Names { get; private set; } = [];
    public string? Problem { get; private set; }

    /// <summary>Of what; null where nothing is chosen.</summary>
    public string? Subject { get; private set; }
    public IReadOnlyList<Snippet> Snippets { get; private set; } = [];

    public void OnGet()
    {
        // What stands on another page is as of the day it is looked at.
        AskedDay.Forget(HttpContext);
        new PageHead("Show a comparison on your page") { Description = "Frames and badges for pages of your own: they stay current, name the day and lead back to every source.", Canonical = "/embed" }.On(ViewData);
        Names = [.. Request.Query["m"].OfType<string>().Select(n => n.Trim()).Where(n => n.Length > 0)];
        if (Names.Count == 0) return;
        var lookups = Names.Select(n => (Name: n, Lookup: live.Current.Find(n))).ToArray();
        if (lookups.Any(l => l.Lookup is not NameLookup.Found)) Refuse(StatusCodes.Status404NotFound, string.Join(" ", lookups.Where(l => l.Lookup is not NameLookup.Found).Select(l => Problems.Sentence(l.Name, l.Lookup))));
        else Show([.. lookups.Select(l => ((NameLookup.Found)l.Lookup).Model)]);
    }

    private void Show(IReadOnlyList<Model> models)
    {
        var site = SiteUrl.Of(HttpContext);
        if (models is [var model]) (Subject, Snippets) = (model.Name, Snippet.Of(model, ModelEmbed.Rows(ModelPageView.Of(live.Current, model, TrafficProfile.Default)).Count, site));
        else if (comparisons.Compare(live.Current, models, TrafficProfile.Default) is ComparisonAnswer.Compared compared) (Subject, Snippets) = (compared.View.Title, Snippet.Of(models, compared.View.Title, compared.View.Scorecard.Count, site));
        else Refuse(StatusCodes.Status400BadRequest, $"{string.Join(", ", models.Select(m => m.Id))} cannot be compared: name {Comparer.Fewest} to {Comparer.Most} different models, or one alone.");
    }

    private void Refuse(int status, string problem) => (Problem, Response.StatusCode) = (problem, status);
}
