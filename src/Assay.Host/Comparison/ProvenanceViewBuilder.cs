using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Units;

namespace Assay.Host.Comparison;

/// <summary>Sources and conflicts behind a comparison, or behind one model.</summary>
public static class ProvenanceViewBuilder
{
    public static ProvenanceView Build(ModelComparison comparison) => Build(
        comparison.Models, comparison.Context.Day, [.. comparison.In(Section.Provenance).Select(f => f.Text)]);

    public static ProvenanceView Build(IReadOnlyList<Model> models, DateOnly day, IReadOnlyList<string> notes)
    {
        var facts = models.SelectMany(Facts).ToArray();
        var claims = facts.SelectMany(f => f.Fact.Claims).Concat(models.SelectMany(m => m.Results).Select(r => r.Claim)).Distinct(ReferenceEqualityComparer.Instance).Cast<Claim>();
        return new(day.ToString("yyyy-MM-dd"),
            [.. claims.CountBy(c => c.Source, (IEqualityComparer<Source>)(object)ReferenceEqualityComparer.Instance).OrderBy(s => s.Key.Rank).ThenByDescending(s => s.Key.AsOf.Latest).ThenBy(s => s.Key.Publisher, StringComparer.Ordinal)
                .Select(s => new SourceView(s.Key.Publisher, s.Key.Url, s.Key.Rank.ToString().ToLowerInvariant(), s.Key.AsOf.ToString(),
                    s.Key.Retrieved?.ToString("yyyy-MM-dd"), Words.Age(s.Key.AsOf.Latest > day ? s.Key.AsOf.Earliest : s.Key.AsOf.Latest, day), s.Value))],
            [.. facts.Where(f => f.Fact.State is FactState.Disputed)
                .Select(f => new ConflictView(f.Subject, f.Label, Cells.Display(f.Fact.Settled), f.Fact.Why ?? "", ClaimView.OfFact(f.Fact.Claims)))],
            notes);
    }

    /// <summary>Every fact of a model and its offers, with what it is about and its label.</summary>
    private static IEnumerable<(string Subject, string Label, IFact Fact)> Facts(Model model)
    {
        foreach (var row in SpecRows.All) yield return (model.Id, row.Label, row.Fact(model));
        foreach (var (capability, fact) in model.Capabilities) yield return (model.Id, capability.Label, fact);
        yield return (model.Id, "Lifecycle", model.Lifecycle.Status);
        yield return (model.Id, "Announced to end", model.Lifecycle.Deprecated);
        yield return (model.Id, "Ends", model.Lifecycle.Retires);
        yield return (model.Id, "Successor", model.Lifecycle.Successor);
        foreach (var offer in model.Offers)
            foreach (var price in offer.Prices)
                yield return (offer.Id.ToString(), price.Kind.Label + " price" + (price.Above is { } above ? $" above {Format.Count(above)}" : ""), price.Price);
    }
}
