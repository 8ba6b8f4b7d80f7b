using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules;

/// <summary>The offers by which a model can be called, and how they are named.</summary>
internal static class Routes
{
    /// <summary>Input and output have confirmed prices, and not both are 0: a free tier is no price.</summary>
    public static bool Priced(Offer offer) =>
        offer.Price(PriceKind.Input).TryGetConfirmed(out var input) && offer.Price(PriceKind.Output).TryGetConfirmed(out var output) && input.Usd + output.Usd > 0;

    /// <summary>Each once, by name.</summary>
    public static IReadOnlyList<Provider> Providers(IEnumerable<Offer> offers) =>
        [.. offers.Select(o => o.Provider).DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)];

    /// <summary>The providers by name; beyond six, the first five and how many more.</summary>
    public static string Names(IReadOnlyList<Provider> providers) => providers.Count <= 6
        ? Words.List([.. providers.Select(p => p.Name)])
        : Words.List([.. providers.Take(5).Select(p => p.Name), $"{providers.Count - 5} more"]);

    /// <summary>"OpenRouter", or "Azure (region eu, tier flex)".</summary>
    public static string Name(Offer offer) => offer.Id.Qualifiers.Length == 0
        ? offer.Provider.Name
        : $"{offer.Provider.Name} ({offer.Id.Qualifiers.Replace("&", ", ", StringComparison.Ordinal).Replace('=', ' ')})";
}
