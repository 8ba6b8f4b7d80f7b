using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Compare;

[OfTheCatalogue]
public sealed class PickerModel : PageModel
{
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Names that need help, in the order asked.</summary>
    public IReadOnlyList<(int Place, string Name, NameLookup Lookup)> Unclear { get; private set; } = [];

    public string? Problem { get; private set; }

    public IActionResult OnGet()
    {
        Names = [.. Request.Query["m"].OfType<string>().Select(n => n.Trim()).Where(n => n.Length > 0)];
        var asked = AskedDay.Of(HttpContext);
        if (asked.Problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        Problem = asked.Problem;
        if (Names.Count == 0) return Page();
        var lookups = Names.Select((n, i) => (Place: i, Name: n, Lookup: asked.Catalog.Find(n))).ToArray();
        Unclear = [.. lookups.Where(l => l.Lookup is not NameLookup.Found)];
        var models = lookups.Select(l => l.Lookup).OfType<NameLookup.Found>().Select(f => f.Model).ToArray();
        Problem = Unclear.Count > 0 ? null
            : models.Distinct().Count() < models.Length ? $"'{models.GroupBy(m => m).First(g => g.Count() > 1).Key.Name}' is given twice: choose another model to compare it with."
            : models.Length < Comparer.Fewest ? $"Only '{models[0].Name}' is given: name at least {Comparer.Fewest} models."
            : models.Length > Comparer.Most ? $"{models.Length} models are given: compare at most {Comparer.Most} at a time."
            : null;
        if (Unclear.Count == 0 && Problem is null)
        {
            return LocalRedirect(PairModel.PathOf(models) + (Rest.Any() ? "?" + string.Join('&', Rest) : ""));
        }
        Response.StatusCode = Unclear.Any(u => u.Lookup is NameLookup.NotFound) ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The same request with one name replaced.</summary>
    public string With(int place, Model model) => "/compare?" + string.Join('&', Names.Select((n, i) => "m=" + Uri.EscapeDataString(i == place ? model.Slug : n)).Concat(Rest));

    /// <summary>Traffic, day and switches that came along: nothing typed is lost over a misspelt name.</summary>
    private IEnumerable<string> Rest => Request.Query.Where(q => q.Key != "m").SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}"));
}
