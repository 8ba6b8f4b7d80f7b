using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Langfuse;

/// <summary>
/// Who pays the prices of a tier: a service that was asked for (<c>service_tier</c>, <c>speed</c>), which is an offer of its own, or a
/// length of the input.
/// </summary>
/// <param name="Tier">The service; null: the plain one.</param>
/// <param name="When">The length.</param>
internal sealed partial record Conditions(string? Tier, PriceCondition When)
{
    /// <summary>Null for conditions that cannot be said in our words.</summary>
    public static Conditions? Read(JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array) return null;
        var read = new Conditions(null, PriceCondition.Always);
        foreach (var condition in list.EnumerateArray())
        {
            if (condition.ValueKind is not JsonValueKind.Object) return null;
            if (Service(condition) is { } tier && read.Tier is null) read = read with { Tier = tier };
            else if (Length(condition) is { } above && read.When.Above is null) read = read with { When = new(above) };
            else return null;
        }
        return read;
    }

    /// <summary>Of several words for one service, the one that its provider uses.</summary>
    private static string? Service(JsonElement condition)
    {
        if (Word(condition, "key") is not ("service_tier" or "speed") || Word(condition, "operator") != "in") return null;
        if (!condition.TryGetProperty("values", out var values) || values.ValueKind is not JsonValueKind.Array) return null;
        var words = values.EnumerateArray().Select(v => v.ValueKind is JsonValueKind.String ? v.GetString()! : "").ToArray();
        if (words.Length == 0 || !words.All(w => w.Length > 0 && w.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))) return null;
        return words.Contains("priority") ? "priority" : words.Length == 1 ? words[0] : null;
    }

    /// <summary>More tokens than a number, of usage that counts as input.</summary>
    private static long? Length(JsonElement condition) =>
        Word(condition, "operator") == "gt" && Word(condition, "usageDetailPattern") is { } pattern && Input().IsMatch(pattern)
        && condition.TryGetProperty("value", out var value) && JsonNumber.TryLength(value, out var tokens) ? tokens : null;

    private static string? Word(JsonElement condition, string key) =>
        condition.TryGetProperty(key, out var word) && word.ValueKind is JsonValueKind.String ? word.GetString() : null;

    [GeneratedRegex(@"^\(input(\|(prompt|cached|cache_write))*\)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Input();
}
