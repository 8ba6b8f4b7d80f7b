using Assay.Search.Box;

namespace Assay.Host.Search;

/// <summary>Pages there is one of, by the names people know them by.</summary>
internal static class SitePages
{
    public static IReadOnlyList<NamedThing> All { get; } =
    [
        Of("/models", "Models", "all models", "list of models", "finder"), Of("/compare", "Compare", "comparison", "picker"), Of("/benchmarks", "Benchmarks", "all benchmarks", "leaderboards"),
        Of("/changes", "Changes", "recent changes", "news"), Of("/lifecycle", "Lifecycle", "radar", "end of life"), Of("/conflicts", "Conflicts", "where sources disagree", "disagreements"),
        Of("/sources", "Sources", "price lists"), Of("/methodology", "Methodology", "how it works", "about"), Of("/playground", "Playground", "try models"), Of("/arena", "Arena", "blind battle"),
        Of("/arena/leaderboard", "Leaderboard of the arena", "leaderboard", "ratings"), Of("/evals", "Evals", "runs", "suites"), Of("/offers/of-no-model", "Offers of no model"), Of("/api", "API", "openapi", "for programs"),
    ];

    private static NamedThing Of(string path, string title, params string[] names) => new(NamedKind.Page, path, title, names, 0);
}
