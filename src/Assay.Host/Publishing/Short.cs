using Assay.Host.Catalog;
using Assay.Host.Comparison;

namespace Assay.Host.Publishing;

/// <summary>Facts where there is room for a few words: what makes a figure doubtful is said with it, for its sources are a page away.</summary>
internal static class Short
{
    /// <param name="unit">Behind what is known.</param>
    public static string Of(FactView fact, string? unit = null) =>
        fact.Display + (unit is not null && fact.State is ("known" or "disputed") ? " " + unit : "") + (fact.State == "disputed" ? ", disputed" : fact.Unconfirmed ? ", unconfirmed" : "");

    /// <summary>With the provider where there is a cost.</summary>
    public static string WithProvider(CostView cost) => cost.UsdPerMonth is null ? cost.Display : $"{cost.Display} through {cost.ProviderName}{Doubt(cost)}";

    public static string Of(CostView cost) => cost.Display + Doubt(cost);

    public static string Doubt(CostView cost) => cost.Doubt is null ? "" : ", in doubt";
}
