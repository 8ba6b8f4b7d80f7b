using System.Security.Cryptography;

namespace Assay.Host.Web;

/// <summary>Versions in asset addresses, from the bytes: they may be cached for a year and are still never stale.</summary>
public static class AssetVersion
{
    public static string Css { get; private set; } = "0";
    public static string Js { get; private set; } = "0";

    public static void ReadFrom(string webRoot)
    {
        Css = Of(Path.Combine(webRoot, "site.css"));
        Js = Of(Path.Combine(webRoot, "js", "site.js"));
    }

    private static string Of(string file) => File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..10] : "0";
}
