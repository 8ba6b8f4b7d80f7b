using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;

namespace Assay.Host.Comparison;

/// <summary>What a request for a comparison came to.</summary>
public abstract record ComparisonAnswer
{
    private ComparisonAnswer() { }

    public sealed record Compared(ComparisonView View, CatalogSnapshot Catalog, IReadOnlyList<Model> Models, TrafficProfile Traffic) : ComparisonAnswer;

    /// <summary>Names that no model or several models have, in the order asked.</summary>
    public sealed record NamesUnclear(IReadOnlyList<(string Name, NameLookup Lookup)> Names) : ComparisonAnswer;

    /// <summary>The request makes no sense: one sentence each, with what is allowed.</summary>
    public sealed record Refused(IReadOnlyList<string> Problems) : ComparisonAnswer;
}

/// <summary>Answers "compare these" for every surface.</summary>
public sealed class ComparisonService(LiveCatalog live, Comparer comparer)
{
    public ComparisonAnswer Compare(IReadOnlyList<string> names, TrafficProfile traffic, DateOnly? day, string? baseline = null)
    {
        var catalog = day is { } asked ? live.On(asked) : live.Current;
        var lookups = names.Select(n => (Name: n, Lookup: catalog.Find(n))).ToArray();
        if (lookups.Any(l => l.Lookup is not NameLookup.Found)) return new ComparisonAnswer.NamesUnclear(lookups);
        return Compare(catalog, [.. lookups.Select(l => ((NameLookup.Found)l.Lookup).Model)], traffic, baseline);
    }

    public ComparisonAnswer Compare(CatalogSnapshot catalog, IReadOnlyList<Model> models, TrafficProfile traffic, string? baseline = null)
    {
        Model? against = null;
        if (baseline is not null)
        {
            against = catalog.Find(baseline) is NameLookup.Found found ? models.FirstOrDefault(m => m == found.Model) : null;
            if (against is null) return new ComparisonAnswer.Refused([$"The baseline '{baseline}' is not one of the models compared: choose {string.Join(", ", models.Select(m => m.Id))}."]);
        }
        try
        {
            return RecentComparisons.Get(catalog, models, traffic, against, () =>
                new(ComparisonViewBuilder.Build(comparer.Compare(catalog, models, traffic, against)), catalog, models, traffic));
        }
        catch (ArgumentException refused)
        {
            // The message of the comparer names value, range and fix; the parameter name behind it is for programmers.
            return new ComparisonAnswer.Refused([refused.Message.Split(" (Parameter", 2)[0]]);
        }
    }

    /// <summary>Reads <c>a-vs-b(-vs-c…)</c>: the split at which every part is a model. Null where there is none.</summary>
    public static IReadOnlyList<string> SplitSlug(string slugs, CatalogSnapshot catalog)
    {
        const string between = "-vs-";
        var parts = slugs.Split(between);
        // A model's own name may hold "-vs-": parts are joined again where only that gives models.
        for (var whole = parts.Length; whole >= 2; whole--)
            foreach (var split in Partitions(parts, whole, between))
                if (split.All(p => catalog.Find(p) is NameLookup.Found)) return split;
        return parts;
    }

    private static IEnumerable<string[]> Partitions(string[] parts, int whole, string between)
    {
        if (whole == parts.Length) return [parts];
        if (parts.Length > 8) return [];
        return Enumerable.Range(1, parts.Length - 1).Where(cut => whole == 2)
            .Select(cut => new[] { string.Join(between, parts[..cut]), string.Join(between, parts[cut..]) });
    }
}
