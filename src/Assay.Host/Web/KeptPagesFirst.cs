namespace Assay.Host.Web;

/// <summary>Pages that are kept are given before anything of the framework but its check of the name asked for: they need no services, no route and no user.</summary>
internal sealed class KeptPagesFirst(KeptPages kept) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(kept.Find);
        next(app);
    };
}
