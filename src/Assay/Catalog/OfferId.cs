namespace Assay.Catalog;

/// <summary>
/// Names an offer: provider, the model id that the provider uses, and qualifiers such as region or tier.
/// Written <c>provider/model-id#region=eu&amp;tier=flex</c>; the provider ends at the first slash.
/// </summary>
public readonly record struct OfferId(string Provider, string ModelAtProvider, string Qualifiers = "")
{
    /// <exception cref="FormatException">No slash, or a part is empty; the message names the text and the form.</exception>
    public static OfferId Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var hash = text.LastIndexOf('#');
        var end = hash > slash ? hash : text.Length;
        if (slash <= 0 || slash + 1 >= end) throw new FormatException($"'{text}' is not an offer: write provider/model-id, or provider/model-id#region=eu.");
        return new(text[..slash], text[(slash + 1)..end], end < text.Length ? text[(end + 1)..] : "");
    }

    /// <summary>The qualifiers one by one, in their order; one without a value has itself as name.</summary>
    public IEnumerable<(string Name, string Value)> Qualities =>
        Qualifiers.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (pair[..at], pair[(at + 1)..]) : (pair, ""));

    /// <summary>The value of a qualifier (<c>region</c>, <c>tier</c>), or null.</summary>
    public string? Qualifier(string name)
    {
        foreach (var (known, value) in Qualities)
            if (known == name) return value;
        return null;
    }

    public string Scope => Qualifiers.Length == 0 ? $"provider={Provider}" : $"provider={Provider}; {Qualifiers.Replace("&", "; ", StringComparison.Ordinal)}";

    public override string ToString() => Qualifiers.Length == 0 ? $"{Provider}/{ModelAtProvider}" : $"{Provider}/{ModelAtProvider}#{Qualifiers}";
}
