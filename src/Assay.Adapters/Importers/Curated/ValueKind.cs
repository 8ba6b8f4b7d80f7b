using System.Globalization;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.Curated;

/// <summary>How the value of a key is written.</summary>
/// <param name="Expected">In words, for messages: "a date: 2025, 2025-03 or 2025-03-12".</param>
/// <param name="Read">The value, or null when it is not written so.</param>
internal sealed record ValueKind(string Expected, Func<YamlNode, ClaimValue?> Read)
{
    private const decimal MostCount = 1_000_000_000_000_000;

    public static readonly ValueKind Text = new("text", node => node is YamlNode.Text { Value.Length: > 0 } text ? new ClaimValue.Words(text.Value) : null);

    public static readonly ValueKind Flag = OneOf("yes or no", text => text switch { "yes" => ClaimValue.Yes, "no" => ClaimValue.No, _ => null });

    public static readonly ValueKind Date = OneOf("a date: 2025, 2025-03 or 2025-03-12", text => PartialDate.TryParse(text, out var date) && date.Year is >= 1990 and <= 2100 ? new ClaimValue.Date(date) : null);

    public static readonly ValueKind Tokens = OneOf(
        $"a whole number of tokens above 0 in digits, such as 131072, up to {ImportLimits.Tokens}",
        text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) && tokens is > 0 and <= ImportLimits.Tokens ? new ClaimValue.Number(tokens) : null);

    public static readonly ValueKind Count = OneOf("a count above 0: 12B, 25.2B, 1.76T or digits", text => ReadCount(text) is { } count and > 0 and <= MostCount ? new ClaimValue.Number(count) : null);

    public static readonly ValueKind Price = OneOf("a price in US dollars of 0 or more, such as 0.15", text => Decimal(text) is { } price and >= 0 and <= ImportLimits.Usd ? new ClaimValue.Number(price) : null);

    public static readonly ValueKind Positive = OneOf("a number above 0", text => Decimal(text) is { } number and > 0 and <= ImportLimits.Score ? new ClaimValue.Number(number) : null);

    public static readonly ValueKind Number = OneOf("a number, such as 59.6", text => Decimal(text, NumberStyles.AllowLeadingSign) is { } number && Math.Abs(number) <= ImportLimits.Score ? new ClaimValue.Number(number) : null);

    public static readonly ValueKind Modalities = new($"a list of {string.Join(", ", ModalityCapabilities.Known)}", node =>
        node is YamlNode.List { Items: { Count: > 0 } items } && items.All(i => i is YamlNode.Text text && ModalityCapabilities.Known.Contains(text.Value))
            ? new ClaimValue.Set(items.Select(i => ((YamlNode.Text)i).Value))
            : null);

    /// <summary>One word of a closed list.</summary>
    public static ValueKind Among(params string[] words) =>
        OneOf($"one of {string.Join(", ", words)}", text => words.Contains(text) ? new ClaimValue.Words(text) : null);

    /// <summary>Text that names another thing of the catalogue.</summary>
    public static ValueKind Named(string expected, Func<string, bool> looksRight) => OneOf(expected, text => looksRight(text) ? new ClaimValue.Words(text) : null);

    public static decimal? Decimal(string text, NumberStyles sign = NumberStyles.None) =>
        // Twice: the style says how it may be written, and the reader that no digit is lost.
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | sign, CultureInfo.InvariantCulture, out _) && ExactNumber.TryRead(text.StartsWith('+') ? text.AsSpan(1) : text, out var number) ? number : null;

    private static ValueKind OneOf(string expected, Func<string, ClaimValue?> read) => new(expected, node => node is YamlNode.Text text ? read(text.Value) : null);

    private static decimal? ReadCount(string text)
    {
        var scale = text.Length == 0 ? 1 : text[^1] switch { 'K' => 1_000m, 'M' => 1_000_000m, 'B' => 1_000_000_000m, 'T' => 1_000_000_000_000m, _ => 1 };
        return Decimal(scale == 1 ? text : text[..^1]) is { } number && number <= MostCount ? number * scale : null;
    }
}
