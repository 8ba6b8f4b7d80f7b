using System.Net.Http.Headers;

namespace Assay.Adapters.Protocols;

/// <summary>Headers as a record keeps them.</summary>
internal static class WireHeaders
{
    /// <summary>As they go over the wire; whatever carries a secret only by its name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(HttpHeaders first, HttpHeaders second)
    {
        var (one, other) = (first.NonValidated, second.NonValidated);
        var all = new List<KeyValuePair<string, string>>(one.Count + other.Count);
        foreach (var header in one) all.Add(Kept(header));
        foreach (var header in other) all.Add(Kept(header));
        return all;
    }

    private static KeyValuePair<string, string> Kept(KeyValuePair<string, HeaderStringValues> header) => new(header.Key, Secrets.IsSecret(header.Key) ? "[removed]" : header.Value.ToString());
}
