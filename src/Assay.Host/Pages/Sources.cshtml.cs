using Assay.Host.Publishing;
using Assay.Host.Sync;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages;

public sealed class SourcesModel(LiveSources live) : PageModel
{
    public SourcesView View { get; private set; } = null!;

    public void OnGet()
    {
        View = live.Current;
        new PageHead("Sources") { Description = "Every source of the catalogue: what it covers, how old it is, when it was last fetched.", Canonical = "/sources", Json = "/sources.json" }.On(ViewData);
    }
}
