using Assay.Catalog;

namespace Assay.Host.Comparison;

/// <param name="ByHand">Chosen by people, not by the measure.</param>
internal sealed record StartPair(Model First, Model Second, bool ByHand);

/// <summary>
/// Pairs to begin with. A few are chosen by hand. The others follow a measure: of models that are described and not retired, at most two of a maker, those that most
/// providers list, each paired with the next of another maker. How often a model can be had is the one sign of use that a catalogue has.
/// </summary>
internal static class StartPairs
{
    private const int ByMeasure = 4;
    private const int Considered = 16;

    /// <summary>A pair whose models the catalogue does not hold is left out.</summary>
    private static readonly (string, string)[] Chosen =
    [
        ("google/gemma-3-12b-it", "openai/gpt-4-vision-preview"), ("google/gemma-4-26b-a4b-it", "openai/gpt-5.2"), ("openai/gpt-4o", "openai/gpt-4o-mini"),
        ("anthropic/claude-sonnet-4-5", "openai/gpt-5"), ("google/gemini-2.5-pro", "google/gemini-2.5-flash"), ("deepseek/deepseek-v3.2", "openai/gpt-5-mini"),
    ];

    public static IEnumerable<StartPair> Of(CatalogSnapshot catalog)
    {
        StartPair[] chosen = [.. Chosen.Select(p => (A: catalog.ById(p.Item1), B: catalog.ById(p.Item2))).Where(p => p is { A: not null, B: not null }).Select(p => new StartPair(p.A!, p.B!, ByHand: true))];
        return chosen.Concat(Measured(catalog).Where(p => !Array.Exists(chosen, c => (c.First == p.First && c.Second == p.Second) || (c.First == p.Second && c.Second == p.First))).Take(ByMeasure));
    }

    private static IEnumerable<StartPair> Measured(CatalogSnapshot catalog)
    {
        var widest = catalog.Models.Where(m => m.Curated && m.Lifecycle.StageOn(catalog.AsOf) is not LifecycleStage.Retired).Select(m => (Model: m, Providers: m.ProviderCount)).Where(m => m.Providers > 1)
            .GroupBy(m => m.Model.Organization.Id, StringComparer.Ordinal).SelectMany(g => g.OrderByDescending(m => m.Providers).ThenBy(m => m.Model.Id, StringComparer.Ordinal).Take(2))
            .OrderByDescending(m => m.Providers).ThenBy(m => m.Model.Id, StringComparer.Ordinal).Take(Considered).Select(m => m.Model).ToList();
        while (widest.Count > 1)
        {
            var first = widest[0];
            widest.RemoveAt(0);
            if (widest.Find(m => m.Organization.Id != first.Organization.Id) is not { } second) yield break;
            widest.Remove(second);
            yield return new(first, second, ByHand: false);
        }
    }
}
