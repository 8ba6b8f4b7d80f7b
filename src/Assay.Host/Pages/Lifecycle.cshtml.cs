using Assay.Adapters.Settings;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Web;

namespace Assay.Host.Pages;

/// <summary>What ends, what ended of late, and what is deprecated without a day.</summary>
[OfTheCatalogue]
public sealed class LifecycleModel(SettingsLocation settings) : AskedPage
{
    public LifecycleRadarView View { get; private set; } = null!;
    public LifecycleQuery Query { get; private set; } = null!;

    public void OnGet()
    {
        var asked = AskedDay.Of(HttpContext);
        Query = LifecycleQuery.From(Request.Query);
        var view = LifecycleRadarView.Read(Query, asked, settings, out var problems);
        Begin(asked, problems, "Lifecycle", "AI models and offers that are deprecated or to be shut down, by date, with successors and sources.");
        View = view ?? LifecycleRadarView.Read(new(null, null, false), asked, settings, out _)!;
    }
}
