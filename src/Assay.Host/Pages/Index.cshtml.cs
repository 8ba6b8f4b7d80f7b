using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Host.Publishing;
using Assay.Host.Web;
using Assay.Host.Web.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

[OfTheCatalogue]
public sealed class IndexModel(Comparer comparer) : PageModel
{
    public StartView View { get; private set; } = null!;
    public string? Problem { get; private set; }
    public PageEvidence Evidence { get; } = new();

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        (View, Problem) = (StartView.Of(asked, comparer), asked.Problem);
        Evidence.Day = asked.Day;
        if (Problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        PageHeads.Of(View, Request).On(ViewData);
    }
}
