using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Assay.Adapters.Images.Fetch;

/// <summary>Which addresses of images may be asked at all, told from their text; where they lead is looked at when the connection is made.</summary>
internal static class ImageAddress
{
    /// <summary>Names that mean a machine in one's own network, whatever a name server says.</summary>
    private static readonly string[] OwnNames = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "localdomain", "home.arpa"];

    /// <summary>Reads what a user wrote.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? objection)
    {
        text = text?.Trim() ?? "";
        (address, objection) = (null, null);
        if (text.Length is 0 or > 2048) objection = text.Length == 0 ? "is empty" : "is longer than 2,048 characters";
        else if (text.Any(char.IsControl)) objection = "has a control character in it";
        else if (!Uri.TryCreate(text, UriKind.Absolute, out address) || address.Host.Length == 0 && address.Scheme is "http" or "https") objection = "is not a whole address such as https://example.org/picture.png";
        else objection = OddHost(HostAsWritten(text));
        return objection is null && address is not null;
    }

    /// <summary>Why it is not asked; null when it may be.</summary>
    public static string? Objection(Uri address, FetchRule rule)
    {
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) return $"is of the kind '{address.Scheme}:'; http and https are asked";
        if (address.UserInfo.Length > 0) return "has a user name or password in it; take them out";
        if (rule.Ports.Count > 0 && !rule.Ports.Contains(address.Port)) return $"names port {address.Port}; allowed are {string.Join(", ", rule.Ports)}";
        var host = address.IdnHost.TrimEnd('.').Trim('[', ']');
        if (IPAddress.TryParse(host, out var ip)) return rule.Objection(ip) is { } words ? $"leads to an address that is {words}" : null;
        if (OddHost(host) is { } odd) return odd;
        return rule.OwnNames && OwnNames.FirstOrDefault(n => host.Equals(n, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + n, StringComparison.OrdinalIgnoreCase)) is { } own
            ? $"names a machine of a network of one's own ('{own}')"
            : null;
    }

    /// <summary>A host that is a number in any other form than four decimals, such as 0x7f.1, is written so for one reason only.</summary>
    private static string? OddHost(string host)
    {
        host = host.TrimEnd('.');
        if (host.StartsWith('[')) return null;
        var last = host[(host.LastIndexOf('.') + 1)..];
        var number = last.Length > 0 && (last.All(char.IsDigit) || last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit));
        if (!number) return null;
        var parts = host.Split('.');
        var plain = parts.Length == 4 && parts.All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit) && (p.Length == 1 || p[0] != '0') && int.Parse(p, CultureInfo.InvariantCulture) <= 255);
        return plain ? null : $"has the host '{host}', a number in a form that hides where it leads; write four decimals, such as 203.0.113.9";
    }

    /// <summary>The host before anything makes it canonical; empty where there is none.</summary>
    private static string HostAsWritten(string text)
    {
        var from = text.IndexOf("//", StringComparison.Ordinal);
        if (from < 0) return "";
        var authority = text[(from + 2)..];
        var end = authority.IndexOfAny(['/', '?', '#', '\\']);
        if (end >= 0) authority = authority[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        return authority.StartsWith('[') ? authority : authority.Split(':')[0];
    }
}
