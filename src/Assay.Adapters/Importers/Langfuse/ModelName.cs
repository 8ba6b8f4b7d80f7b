using System.Text.RegularExpressions;

namespace Assay.Adapters.Importers.Langfuse;

/// <summary>
/// Which offer an entry is. Langfuse names a model and gives a pattern of the names that pay its prices; the provider is the one whose
/// prefix stands in the pattern, and without a prefix the one whose tokenizer it names.
/// </summary>
internal static partial class ModelName
{
    private const int LongestName = 300;

    private static readonly Dictionary<string, string> Tokenizers = new(StringComparer.Ordinal) { ["openai"] = "openai", ["claude"] = "anthropic" };

    public static string? ProviderOf(string pattern, string? tokenizer) =>
        pattern.Contains("(google", StringComparison.Ordinal) ? "google"
        : Prefix().Match(pattern) is { Success: true } prefix ? prefix.Groups["name"].Value
        : tokenizer is not null ? Tokenizers.GetValueOrDefault(tokenizer) : null;

    /// <summary>The model's name if its own pattern takes it, else the first name that the pattern spells out; null where there is neither.</summary>
    /// <param name="name">As the source calls it.</param>
    /// <param name="pattern">As printed.</param>
    /// <param name="read">The same, to match with.</param>
    public static string? IdOf(string name, string pattern, Regex read)
    {
        if (Takes(read, name)) return name;
        var spelled = First().Match(pattern);
        return spelled.Success && Takes(read, spelled.Groups["id"].Value) ? spelled.Groups["id"].Value : null;
    }

    /// <summary>Whether the pattern takes the name; no also where it could be no id.</summary>
    private static bool Takes(Regex pattern, string name) => name.Length <= LongestName && pattern.IsMatch(name);

    [GeneratedRegex(@"\((?<name>openai|anthropic)\\?/\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"/\)\?\(?(?<id>[A-Za-z0-9._-]+)[|)$]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex First();
}
