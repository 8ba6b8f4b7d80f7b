using Assay.Adapters.Settings;
using Assay.Host.Export;

namespace Assay.Host.Publishing;

/// <summary>Where the site stands for everybody else: what addresses in a head, a feed, a sitemap or somebody's page begin with.</summary>
/// <param name="Root">Scheme and host, perhaps a path; no slash at the end.</param>
public sealed record SiteUrl(string Root)
{
    /// <param name="path">An address of ours, from its first slash.</param>
    public string To(string path) => Root + path;

    /// <summary>By the setting <c>site.base_url</c>, else by the name the request gave.</summary>
    public static SiteUrl Of(HttpContext context) => context.RequestServices.GetRequiredService<SiteRoot>().For(context.Request);

    /// <summary>Path and query of a whole address of ours; null for another's.</summary>
    public Uri? Inside(string address) =>
        address.StartsWith(Root + "/", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate("http://site" + address[Root.Length..], UriKind.Absolute, out var inside) ? inside : null;
}

/// <summary>The setting, read once for the life of a process: an address that changed while pages are kept would be half old, half new.</summary>
public sealed class SiteRoot(SettingsLocation settings)
{
    private readonly string? configured = settings.Read().Site.BaseUrl;

    /// <summary>A copy of the site stands where its maker said, whatever the settings say of the live one.</summary>
    public SiteUrl For(HttpRequest request) => new(configured is null || Exported.Of(request.HttpContext) is not null ? $"{request.Scheme}://{request.Host}{request.PathBase}" : configured);
}
