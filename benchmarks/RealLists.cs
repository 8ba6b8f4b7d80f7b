using Assay.Adapters.Importers;
using Assay.Adapters.Storage;

namespace Assay.Bench;

/// <summary>The real lists of the shared data, as everybody who imports all that there is would have them.</summary>
internal static class RealLists
{
    /// <summary>Lists of prices and limits.</summary>
    public static readonly IReadOnlyList<(string Format, string Path)> Six =
    [
        ("models.dev", "models.dev/api.json"), ("litellm", "catalogs/litellm/asof-2026-07-01"), ("genai-prices", "catalogs/genai-prices/asof-2026-07-01/prices"),
        ("openrouter", "catalogs/openrouter/models-2026-05-13.json"), ("portkey", "catalogs/portkey/asof-2026-07-01"), ("llm-prices", "catalogs/llm-prices/asof-2026-07-01/data"),
    ];

    /// <summary>The lists, benchmark results, and the past of one list.</summary>
    public static readonly IReadOnlyList<(string Format, string Path)> Everything = [.. Six, ("benchmarks-csv", "benchmarks/results_normalized.csv"), ("models.dev-history", "models.dev/price_history.csv")];

    public static void Import(Store store, string sharedData)
    {
        foreach (var (format, path) in Everything) new Importing(store).Import(ImportFormats.Get(format), Path.Combine(sharedData, path));
    }
}
