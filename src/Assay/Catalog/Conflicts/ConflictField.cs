using System.Diagnostics.CodeAnalysis;

namespace Assay.Catalog.Conflicts;

/// <summary>Something of an offer that several sources state and that is compared among them: a price, a limit, or what it can do.</summary>
/// <param name="Name">As it is asked for: <c>price_input</c>, <c>price_input>200000</c>, <c>context_window</c>, <c>function_calling</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Property">What claims on it name.</param>
public sealed record ConflictField(string Name, string Label, Property Property)
{
    private const string Prices = "price.";
    private const string Capabilities = "capability.";

    /// <summary>Names that people and other lists use for the same.</summary>
    private static readonly Dictionary<string, string> AlsoCalled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["context"] = "context_window", ["tools"] = "function_calling", ["structured_output"] = "structured_outputs", ["pdf"] = "pdf_input", ["input"] = "price_input", ["output"] = "price_output",
    };

    public static readonly ConflictField Context = new("context_window", "Context window", Property.ContextWindow);
    public static readonly ConflictField Pdf = new("pdf_input", "PDF input", Property.PdfInput);

    public bool IsPrice => Property.Name.StartsWith(Prices, StringComparison.Ordinal);
    public bool IsLimit => Tolerance.Of(Property) > 0 && !IsPrice;
    public bool IsFlag => !IsPrice && !IsLimit;

    /// <summary>The field that a property is; null for what is not compared.</summary>
    public static ConflictField? Of(Property property)
    {
        if (property == Context.Property) return Context;
        if (property == Pdf.Property) return Pdf;
        if (property == Property.MaxInput) return new("max_input", "Max input", property);
        if (property == Property.MaxOutput) return new("max_output", "Max output", property);
        if (property.Name.StartsWith(Capabilities, StringComparison.Ordinal) && Capability.Find(property.Name[Capabilities.Length..]) is { } capability)
            return new(capability.Name, capability.Label, property);
        return PriceComponent.TryRead(property, out var kind, out var when)
            ? new($"price_{kind.Name}{when.Suffix}", $"{kind.Label} price{(when == PriceCondition.Always ? "" : " " + when.Label)}", property)
            : null;
    }

    /// <summary>The field that a name means, in any of its spellings: <c>price.input</c>, <c>capability.vision</c>, <c>context</c>.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out ConflictField? field)
    {
        name = name.Trim().ToLowerInvariant();
        name = AlsoCalled.GetValueOrDefault(name, name);
        field = Of(new(name)) ?? Of(new(Capabilities + name));
        if (field is null && name.StartsWith("price_", StringComparison.Ordinal)) field = Of(new(Prices + name["price_".Length..]));
        return field is not null;
    }
}
