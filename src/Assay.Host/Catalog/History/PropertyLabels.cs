using Assay.Catalog;
using Assay.Comparison;
using Assay.Units;

namespace Assay.Host.Catalog.History;

/// <summary>What a property is called where it stands alone, and what its numbers count.</summary>
public static class PropertyLabels
{
    private static readonly Dictionary<string, string> Known = Spec.All.Select(s => (s.Name, s.Label))
        .Concat(Capability.All.Select(c => (c.Property.Name, c.Label))).Concat(VisionTask.All.Select(t => (t.Property.Name, t.Label)))
        .Concat([
            (Property.DisplayName.Name, "Name"), (Property.LifecycleStatus.Name, "Stage"), (Property.Deprecated.Name, "Deprecated"), (Property.Retires.Name, "Ends"),
            (Property.Successor.Name, "Successor"), (Property.FreeTier.Name, "Free tier"), (Property.Serves.Name, "Serves"),
        ])
        .ToDictionary(x => x.Item1, x => x.Item2, StringComparer.Ordinal);

    public static string Of(Property property)
    {
        if (PriceComponent.TryRead(property, out var kind, out var when)) return $"{kind.Label} price{(when == PriceCondition.Always ? "" : $", {when.Label}")}";
        if (property.Name.StartsWith("about.", StringComparison.Ordinal)) return AboutLabels.Of(property.Name["about.".Length..]);
        return Known.GetValueOrDefault(property.Name) ?? Words.Sentence(property.Name.Replace('_', ' ').Replace('.', ' '));
    }

    /// <summary>Behind a number: "/ 1M tokens", "tokens"; null where it needs none.</summary>
    public static string? Unit(Property property)
    {
        if (PriceComponent.TryRead(property, out var kind, out _))
        {
            return kind.Unit switch
            {
                PriceUnit.MillionTokens => "per 1M tokens", PriceUnit.MillionCharacters => "per 1M characters", PriceUnit.ToolCall => "a call",
                var unit => "a " + unit.ToString().ToLowerInvariant(),
            };
        }
        return Spec.All.FirstOrDefault(s => s.Name == property.Name)?.Unit;
    }
}
