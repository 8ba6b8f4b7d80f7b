using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Comparison;

/// <summary>Sources and conflicts behind a comparison, or behind one model.</summary>
public static class ProvenanceViewBuilder
{
    public static ProvenanceView Build(ModelComparison comparison) => Build(
        comparison.Context.Catalog, comparison.Models, [.. comparison.In(Section.Provenance).Select(f => f.Text)]);

    public static ProvenanceView Build(CatalogSnapshot catalog, IReadOnlyList<Model> models, IReadOnlyList<string> notes)
    {
        var day = catalog.AsOf;
        var parts = models.Select(m => Kept.Of(catalog, m, Of)).ToArray();
        var sources = new Dictionary<Source, int>(ReferenceEqualityComparer.Instance);
        foreach (var (source, count) in parts.SelectMany(p => p.Sources)) sources[source] = sources.GetValueOrDefault(source) + count;
        return new(day.ToString("yyyy-MM-dd"),
            [.. sources.OrderBy(s => s.Key.Rank).ThenByDescending(s => s.Key.AsOf.Latest).ThenBy(s => s.Key.Publisher, StringComparer.Ordinal).Select(s => View(s.Key, s.Value, day))],
            [.. parts.SelectMany(p => p.Conflicts)], notes);
    }

    private const int ModelsKept = 500;

    /// <summary>What one model adds, whatever it is compared with.</summary>
    private sealed record Part(IReadOnlyList<(Source Source, int Claims)> Sources, IReadOnlyList<ConflictView> Conflicts);

    private static readonly RecentlyMade<Model, Part> Kept = new(ModelsKept);

    private static Part Of(Model model)
    {
        var facts = PageFact.Of(model).ToArray();
        var claims = facts.SelectMany(f => f.Fact.Claims).Concat(model.Results.Select(r => r.Claim)).Distinct(ReferenceEqualityComparer.Instance).Cast<Claim>();
        return new(
            [.. claims.CountBy<Claim, Source>(c => c.Source, ReferenceEqualityComparer.Instance).Select(s => (s.Key, s.Value))],
            [.. facts.Where(f => f.Fact.State is FactState.Disputed).Select(f => new ConflictView(f.Subject, f.Label, Cells.Display(f.Fact.Settled), f.Fact.Why ?? "", ClaimView.OfFact(f.Fact.Claims)))]);
    }

    private static SourceView View(Source source, int claims, DateOnly day) => new(
        source.Publisher, source.Url, source.Rank.ToString().ToLowerInvariant(), source.AsOf.ToString(), source.Retrieved?.ToString("yyyy-MM-dd"),
        Words.Age(source.AsOf.Latest > day ? source.AsOf.Earliest : source.AsOf.Latest, day), claims);
}
