using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Assay.Adapters.Protocols;

/// <summary>The texts of an endpoint that nobody may read: its key, and headers that carry one. Providers echo them in errors.</summary>
public sealed class Secrets
{
    /// <summary>Shorter ones are the dummies of servers that ask for none ("EMPTY", "none"): taking those out of a reply would harm it.</summary>
    private const int Shortest = 6;

    private const string Removed = "[removed]";

    private static readonly SearchValues<string> InNames = SearchValues.Create(["authorization", "key", "token", "secret", "cookie", "password", "credential"], StringComparison.OrdinalIgnoreCase);

    private readonly string[] all;
    private readonly byte[][] bytes;

    private Secrets(IEnumerable<string> texts)
    {
        all = [.. texts.Where(t => t.Length > 0)];
        bytes = [.. all.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Where nothing is secret.</summary>
    public static Secrets None { get; } = new([]);

    /// <summary>Longest first, each also as JSON and addresses write it.</summary>
    public IReadOnlyList<string> All => all;

    /// <summary>Bytes of the longest; 0 where there is none.</summary>
    internal int Longest => bytes.Length == 0 ? 0 : bytes.Max(b => b.Length);

    public static Secrets Of(Endpoint endpoint) => new(endpoint.Headers.Where(h => IsSecret(h.Key)).Select(h => h.Value).Append(endpoint.Key ?? "")
        .SelectMany(s => (string[])[s, s.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? s[7..] : s])
        .Where(s => s.Length >= Shortest).SelectMany(s => (string[])[s, JsonEncodedText.Encode(s).ToString(), Uri.EscapeDataString(s)])
        .Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length));

    /// <summary>These very texts.</summary>
    public static Secrets Among(IReadOnlyList<string> texts) => texts.Count == 0 ? None : new(texts);

    /// <summary>Whether a header of this name carries a secret.</summary>
    public static bool IsSecret(string header) => header.AsSpan().ContainsAny(InNames);

    public string Clean(string text)
    {
        foreach (var secret in all)
            if (text.Contains(secret, StringComparison.Ordinal)) text = text.Replace(secret, Removed, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The same bytes where no secret is among them, which is nearly always.</summary>
    public ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> text)
    {
        foreach (var secret in bytes)
            if (text.Span.IndexOf(secret) >= 0) return Encoding.UTF8.GetBytes(Clean(Encoding.UTF8.GetString(text.Span)));
        return text;
    }
}
