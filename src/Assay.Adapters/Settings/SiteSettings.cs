using Assay.Adapters.Importers.Curated;

namespace Assay.Adapters.Settings;

/// <summary>The settings under <c>site</c>.</summary>
public sealed record SiteSettings
{
    /// <summary>Scheme, host and perhaps a path under which everybody else finds the site, without a slash at the end; null: by whatever name it is asked.</summary>
    public string? BaseUrl { get; init; }

    internal static SiteSettings Read(YamlNode? node, Action<int, string> fault)
    {
        if (node is null) return new();
        if (node is not YamlNode.Map map)
        {
            fault(node.Line, $"'site' is {node.Shape}; write a map: base_url");
            return new();
        }
        string? baseUrl = null;
        foreach (var entry in map.Entries)
        {
            if (entry.Key != "base_url") fault(entry.Line, $"unknown key '{entry.Key}'; allowed: base_url");
            else if (entry.Value is YamlNode.Text { Value: var text } && Uri.TryCreate(text, UriKind.Absolute, out var address) && IsPlace(address)) baseUrl = address.AbsoluteUri.TrimEnd('/');
            else fault(entry.Value.Line, $"'base_url' is {entry.Value.Shape}; write the address of the start page, with http:// or https:// and without a query: https://models.example.org");
        }
        return new() { BaseUrl = baseUrl };
    }

    private static bool IsPlace(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
}
