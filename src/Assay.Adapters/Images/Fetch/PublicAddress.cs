using System.Net;
using System.Net.Sockets;

namespace Assay.Adapters.Images.Fetch;

/// <summary>
/// Whether an address is one of the public internet. Everything is refused that the registries keep for a purpose of its own, and every form of IPv6
/// that carries an IPv4 address, because where such a packet comes out is for a gateway to decide.
/// </summary>
/// <seealso href="https://www.iana.org/assignments/iana-ipv4-special-registry"/>
/// <seealso href="https://www.iana.org/assignments/iana-ipv6-special-registry"/>
public static class PublicAddress
{
    private static readonly (IPNetwork Network, string Words)[] Refused =
    [
        // Before the wider networks that hold them, so that the words are the right ones.
        (IPNetwork.Parse("169.254.169.254/32"), "where cloud machines read their keys (metadata)"),
        (IPNetwork.Parse("169.254.170.2/32"), "where cloud machines read their keys (metadata)"),
        (IPNetwork.Parse("100.100.100.200/32"), "where cloud machines read their keys (metadata)"),
        (IPNetwork.Parse("192.0.0.192/32"), "where cloud machines read their keys (metadata)"),
        (IPNetwork.Parse("168.63.129.16/32"), "where cloud machines read their keys (metadata)"),
        (IPNetwork.Parse("fd00:ec2::254/128"), "where cloud machines read their keys (metadata)"),
        (IPNetwork.Parse("fd20:ce::254/128"), "where cloud machines read their keys (metadata)"),

        (IPNetwork.Parse("0.0.0.0/8"), "unspecified, this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "private to a carrier (CGNAT)"),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine (loopback)"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("192.0.2.0/24"), "for documents only"),
        (IPNetwork.Parse("192.88.99.0/24"), "a relay of 6to4"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "for measurements only"),
        (IPNetwork.Parse("198.51.100.0/24"), "for documents only"),
        (IPNetwork.Parse("203.0.113.0/24"), "for documents only"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved or broadcast"),

        (IPNetwork.Parse("::/128"), "unspecified"),
        (IPNetwork.Parse("::1/128"), "this machine (loopback)"),
        (IPNetwork.Parse("::ffff:0:0:0/96"), "IPv4 translated into IPv6"),
        (IPNetwork.Parse("::/96"), "IPv4 written as IPv6 (compatible)"),
        (IPNetwork.Parse("64:ff9b::/96"), "translated to IPv4 (NAT64)"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "translated to IPv4 (NAT64)"),
        (IPNetwork.Parse("100::/64"), "thrown away (discard-only)"),
        (IPNetwork.Parse("2001::/32"), "tunnelled to IPv4 (Teredo)"),
        (IPNetwork.Parse("2001::/23"), "reserved for protocols"),
        (IPNetwork.Parse("2001:db8::/32"), "for documents only"),
        (IPNetwork.Parse("2002::/16"), "tunnelled to IPv4 (6to4)"),
        (IPNetwork.Parse("3fff::/20"), "for documents only"),
        (IPNetwork.Parse("fc00::/7"), "private (unique-local)"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "site-local"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>What kind of address it is, in words, where it may not be asked; null for one of the public internet.</summary>
    public static string? Objection(IPAddress address)
    {
        // Before the networks: .NET takes a mapped address for the IPv4 one inside.
        if (address.IsIPv4MappedToIPv6) return "IPv4 mapped into IPv6";
        foreach (var (network, words) in Refused)
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address)) return words;
        if (address.AddressFamily is AddressFamily.InterNetwork) return null;
        if (address.AddressFamily is not AddressFamily.InterNetworkV6) return "of a family that is not asked";
        if (!GlobalUnicast.Contains(address)) return "not assigned to the public internet";
        return Isatap(address) ? "tunnelled to IPv4 (ISATAP)" : null;
    }

    private static bool Isatap(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
    }
}
