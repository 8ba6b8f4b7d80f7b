using System.Diagnostics;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

/// <summary>What is shown instead of a page that does not exist or broke.</summary>
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class StatusModel(LiveCatalog live) : PageModel
{
    public int Code { get; private set; }
    public string Asked { get; private set; } = "";
    public IReadOnlyList<Model> Nearest { get; private set; } = [];
    /// <summary>What is wrong with the address, where somebody knows.</summary>
    public string? Words => PageFault.Of(HttpContext);
    public string Trace => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);
    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : 500;
        Asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? Request.Path;
        var name = Asked.StartsWith("/models/", StringComparison.Ordinal) ? Asked["/models/".Length..] : Asked.TrimStart('/');
        // An address of several parts that is no model's is like no name.
        if (Code == 404 && Export.Exported.Of(HttpContext) is null && name.Length > 0 && (name != Asked.TrimStart('/') || !name.Contains('/'))) Nearest = NearestNames.Of(name, live.Current.Models);
        Response.StatusCode = Code;
    }
}
