using System.Net;

namespace Assay.Adapters.Images.Fetch;

/// <summary>Which addresses a fetch may connect to. <see cref="Public"/> is what the program uses.</summary>
public sealed record FetchRule
{
    public static FetchRule Public { get; } = new();

    /// <summary>The kind of an address that may not be asked, in words; null for one that may. Asked for every address, at the moment a connection is made to it.</summary>
    public Func<IPAddress, string?> Objection { get; init; } = PublicAddress.Objection;

    /// <summary>Where web servers listen; empty for any.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [80, 443, 8080, 8443];

    /// <summary>Whether names of one's own network (<c>localhost</c>, <c>.internal</c> …) are refused before a name server is asked.</summary>
    public bool OwnNames { get; init; } = true;

    /// <summary>Addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
}

/// <summary>How patient a fetch of an image is, and how much it takes.</summary>
public sealed record ImageFetchLimits
{
    /// <summary>For one connection with its handshake.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the first request to the last byte, redirects included.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Of the body; the same as a file that is uploaded.</summary>
    public long MostBytes { get; init; } = new ImageLimits().MostBytes;

    public int Redirects { get; init; } = 5;
}
