using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Assay.Host.Web;

/// <summary>
/// Versions in asset addresses, from the bytes: they may be cached for a year and are still never stale. The version of scripts is a folder of their address, so
/// that what a module imports beside it (<c>./traffic.js</c>) has the same one: no browser runs an old module with a new one.
/// </summary>
/// <param name="webRoot">The folder that assets are served from.</param>
public sealed partial class AssetVersion(string webRoot)
{
    private const string Folder = "/js/", Forever = "public, max-age=31536000, immutable";

    public string Css { get; } = Of(Path.Combine(webRoot, "site.css"));

    /// <summary>Of all scripts together.</summary>
    public string Js { get; } = ScriptsOf(Path.Combine(webRoot, "js"));

    /// <summary>Of the playground's own style, which other pages do not load.</summary>
    public string Playground { get; } = Of(Path.Combine(webRoot, "playground.css"));

    /// <summary>Of the arena's own style.</summary>
    public string Arena { get; } = Of(Path.Combine(webRoot, "arena.css"));

    public static AssetVersion Of(IWebHostEnvironment site) => new(site.WebRootPath ?? Path.Combine(site.ContentRootPath, "wwwroot"));

    /// <summary>The address of a script.</summary>
    /// <param name="name">Of its file: <c>site.js</c>.</param>
    public string Script(string name) => $"{Folder}{Js}/{name}";

    /// <summary>Stands before the files: a script is found under any version, and kept for long only under the one it has.</summary>
    public Task Find(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value is { } path && path.StartsWith(Folder, StringComparison.Ordinal) && Versioned().Match(path) is { Success: true } found)
        {
            context.Request.Path = Folder + found.Groups["name"].Value;
            context.Items[typeof(AssetVersion)] = found.Groups["version"].Value == Js ? Forever : "no-cache";
        }
        return next(context);
    }

    /// <summary>How long an asset may be kept.</summary>
    internal static string CacheControl(HttpContext context) => context.Items[typeof(AssetVersion)] as string ?? (context.Request.Query.ContainsKey("v") ? Forever : "public, max-age=3600");

    /// <summary>Of every script of a folder, by name and bytes: which of them a page loads in turn is the scripts' own business.</summary>
    public static string ScriptsOf(string folder) => Directory.Exists(folder) ? Of([.. Directory.GetFiles(folder, "*.js").Order(StringComparer.Ordinal)]) : "0";

    private static string Of(params string[] files) => files.All(File.Exists) ? Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(File.ReadAllBytes)]))[..10] : "0";

    [GeneratedRegex("^/js/(?<version>[0-9a-f]{1,10})/(?<name>[a-z-]+\\.js)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Versioned();
}
