using System.Security.Cryptography;

namespace Assay.Host.Web;

/// <summary>Versions in asset addresses, from the bytes: they may be cached for a year and are still never stale.</summary>
public static class AssetVersion
{
    public static string Css { get; private set; } = "0";
    public static string Js { get; private set; } = "0";

    /// <summary>Of the scripts that only a copy of the site loads.</summary>
    public static string Exported { get; private set; } = "0";

    /// <summary>Of the playground's own style and script, which other pages do not load.</summary>
    public static string Playground { get; private set; } = "0";

    /// <summary>Of the arena's own style and script.</summary>
    public static string Arena { get; private set; } = "0";

    public static void ReadFrom(string webRoot)
    {
        Css = Of(Path.Combine(webRoot, "site.css"));
        Js = Of(Path.Combine(webRoot, "js", "site.js"));
        var scripts = Path.Combine(webRoot, "js");
        // A copy's script loads others, whose addresses have no version of their own.
        Exported = Directory.Exists(scripts) ? Of([.. Directory.GetFiles(scripts, "*.js").Order(StringComparer.Ordinal)]) : "0";
        Arena = Of(Path.Combine(webRoot, "arena.css"), Path.Combine(webRoot, "js", "arena.js"));
        Playground = Of(Path.Combine(webRoot, "playground.css"), Path.Combine(webRoot, "js", "playground.js"), Path.Combine(webRoot, "js", "playground-form.js"), Path.Combine(webRoot, "js", "playground-boxes.js"), Path.Combine(webRoot, "js", "playground-zoom.js"));
    }

    private static string Of(params string[] files) => files.All(File.Exists) ? Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(File.ReadAllBytes)]))[..10] : "0";
}
