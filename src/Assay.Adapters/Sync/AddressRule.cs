namespace Assay.Adapters.Sync;

/// <summary>
/// Which addresses a fetch may ask: https on the hosts of the source itself, and http only on this machine where the user named such an address.
/// Held for every redirect, so no answer can send the program to another host or into the user's own network.
/// </summary>
internal static class AddressRule
{
    /// <summary>Why the address is not asked; null when it may be.</summary>
    public static string? Objection(SyncSource source, Uri address)
    {
        if (address.UserInfo.Length > 0) return "has a user name in it";
        var here = source.Mirrored && address.IsLoopback;
        if (address.Scheme != Uri.UriSchemeHttps && !(here && address.Scheme == Uri.UriSchemeHttp)) return "is not https";
        return source.Files.Any(f => string.Equals(f.Address.Host, address.Host, StringComparison.OrdinalIgnoreCase)) ? null : $"is on another host than {source.Files[0].Address.Host}";
    }
}
