using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Units;

namespace Assay.Comparison.Rules;

/// <summary>Bills in words, and why two of them cannot be set against each other.</summary>
internal static class CostWords
{
    /// <summary>"$64.50 a month".</summary>
    public static string Month(decimal usd) => Format.Usd(usd) + " a month";

    /// <summary>"800M input tokens at $0.04 per million make $32.00".</summary>
    public static string Line(BillLine line)
    {
        var tier = line.Label.IndexOf(" (", StringComparison.Ordinal) is var at and >= 0 ? line.Label[at..] : "";
        var (thing, per) = line.Kind.Unit switch
        {
            PriceUnit.Image => ("images", "each"),
            PriceUnit.Request => ("requests", "each"),
            _ => (line.Kind == PriceKind.CacheRead ? "cached input tokens" : $"{line.Kind.Label.ToLowerInvariant()} tokens", "per million"),
        };
        return $"{Format.Count(line.Quantity)} {thing}{tier} at {line.Price} {per} make {Format.Usd(line.Usd ?? 0)}";
    }

    /// <summary>Why the costs of a pair cannot be compared: each side's reason, retired ones first; null where both are known.</summary>
    public static (string Decision, string Why, IReadOnlyList<Claim> Claims)? Obstacle(ComparisonContext context, Model first, Model second)
    {
        string[] reasons = [.. new[] { first, second }.OrderBy(m => !context.IsRetired(m)).Select(m => context.CostOf(m)).Where(c => c.Best is null).Select(c => c.Why!)];
        if (reasons.Length == 0) return null;
        Model[] gone = [.. new[] { first, second }.Where(context.IsRetired)];
        return (gone.Length > 0 ? "retired" : "unknown", Words.List(reasons), [.. gone.SelectMany(m => Cited.End(m.Lifecycle))]);
    }

    /// <summary>The cheaper model first, with both bills; only where both are known.</summary>
    public static (Model Cheap, Bill Low, Model Dear, Bill High) Order(ComparisonContext context, Model first, Model second)
    {
        var (a, b) = (context.CostOf(first).Best!, context.CostOf(second).Best!);
        return a.UsdPerMonth <= b.UsdPerMonth ? (first, a, second, b) : (second, b, first, a);
    }
}
