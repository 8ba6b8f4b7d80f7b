using System.Text.Json;

namespace Assay.Adapters.Protocols;

/// <summary>The texts of an endpoint that nobody may read: its key, and headers that carry one. Providers echo them in errors.</summary>
public sealed class Secrets
{
    /// <summary>Shorter ones are the dummies of servers that ask for none ("EMPTY", "none"): taking those out of a reply would harm it.</summary>
    private const int Shortest = 6;

    private Secrets(IReadOnlyList<string> all) => All = all;

    /// <summary>Longest first, each also as JSON and addresses write it.</summary>
    public IReadOnlyList<string> All { get; }

    public static Secrets Of(Endpoint endpoint) => new([.. endpoint.Headers.Where(h => IsSecret(h.Key)).Select(h => h.Value).Append(endpoint.Key ?? "")
        .SelectMany(s => (string[])[s, s.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? s[7..] : s])
        .Where(s => s.Length >= Shortest).SelectMany(s => (string[])[s, JsonEncodedText.Encode(s).ToString(), Uri.EscapeDataString(s)])
        .Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length)]);

    /// <summary>Whether a header of this name carries a secret.</summary>
    public static bool IsSecret(string header) =>
        ((string[])["authorization", "key", "token", "secret", "cookie", "password", "credential"]).Any(w => header.Contains(w, StringComparison.OrdinalIgnoreCase));

    public string Clean(string text)
    {
        foreach (var secret in All)
            if (text.Contains(secret, StringComparison.Ordinal)) text = text.Replace(secret, "[removed]", StringComparison.Ordinal);
        return text;
    }
}
