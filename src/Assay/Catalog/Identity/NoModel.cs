using System.Collections.Frozen;

namespace Assay.Catalog.Identity;

/// <summary>Names that stand for no single model: routers, tools, price classes.</summary>
internal static class NoModel
{
    private static readonly FrozenSet<string> Generic = FrozenSet.ToFrozenSet(
        ["agent", "code", "text", "prime", "standard", "max", "basic", "premium", "auto", "smart", "best", "model", "default", "balanced", "coding", "free", "small"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> SearchServices = FrozenSet.ToFrozenSet(
        ["tavily", "exa_ai", "serper", "linkup", "firecrawl", "searxng", "dataforseo", "google_pse", "parallel_ai", "apiserpent", "tinyfish", "you_com", "duckduckgo", "brave"], StringComparer.Ordinal);

    public static (MatchKind Kind, string Why)? Find(OfferDescription offer, Reading reading)
    {
        var way = reading.Route?.Way ?? [];
        var parts = way.SelectMany(s => s.Split(['-', '_', ':', '.'], StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (reading.Family is null && offer.DisplayName?.EndsWith(" Router", StringComparison.OrdinalIgnoreCase) == true) return (MatchKind.Router, "its title calls it a router");
        if (reading.Family is null && parts.Any(p => p is "auto" or "router" or "automodel" or "autorouter" || p == "route" && parts.Contains("llm")))
            return (MatchKind.Router, "it chooses a model for each request");
        if (parts.Any(p => p is "prebuilt" or "container") || (parts.Contains("up") && parts.Contains("to")) || (parts.Contains("above") && reading.Family is null) || SearchServices.Contains(offer.Provider))
            return (MatchKind.NonModel, "it is a service or a price class, not a model");
        if (reading.Family is null && reading.StatedMaker is null && reading.Words.Count > 1 && reading.Words.TrueForAll(Generic.Contains))
            return (MatchKind.Router, "its name is made of general words and names no model");
        if (reading.Family is { Rank: 0 } && reading.Versions.Count == 0 && reading.Size is null && reading.Words.Count == 0 && reading.Notes.Exists(n => n.Kind is MatchKind.Mode))
            return (MatchKind.Unknown, "the name gives neither version nor size");
        if (reading.Family is { Name: "gemini" } && reading.Words.Contains("experimental") && !Lines.IsVersioned(reading) && reading.Release is null)
            return (MatchKind.Ambiguous, "the name gives no version");
        return null;
    }
}
