using System.Text.RegularExpressions;

namespace Assay.Adapters.Importers.Langfuse;

/// <summary>
/// Which offer an entry is. Langfuse names a model and gives a pattern of the names that pay its prices; the provider is the one whose
/// prefix stands in the pattern, and without a prefix the one whose tokenizer it names.
/// </summary>
internal static partial class ModelName
{
    private const int LongestPattern = 2000;

    // A pattern of somebody else's must not hold the import up.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private static readonly Dictionary<string, string> Tokenizers = new(StringComparer.Ordinal) { ["openai"] = "openai", ["claude"] = "anthropic" };

    public static string? ProviderOf(string pattern, string? tokenizer) =>
        pattern.Contains("(google", StringComparison.Ordinal) ? "google"
        : Prefix().Match(pattern) is { Success: true } prefix ? prefix.Groups["name"].Value
        : tokenizer is not null ? Tokenizers.GetValueOrDefault(tokenizer) : null;

    /// <summary>The model's name if its own pattern takes it, else the first name that the pattern spells out; null where there is neither.</summary>
    public static string? IdOf(string name, string pattern)
    {
        if (Takes(pattern, name)) return name;
        var spelled = First().Match(pattern);
        return spelled.Success && Takes(pattern, spelled.Groups["id"].Value) ? spelled.Groups["id"].Value : null;
    }

    /// <summary>Whether the pattern takes the name; no also for a pattern that is none, or takes too long.</summary>
    private static bool Takes(string pattern, string name)
    {
        if (pattern.Length > LongestPattern || name.Length > LongestPattern) return false;
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\((?<name>openai|anthropic)\\?/\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"/\)\?\(?(?<id>[A-Za-z0-9._-]+)[|)$]", RegexOptions.ExplicitCapture)]
    private static partial Regex First();
}
