using Assay.Adapters.Importers;

namespace Assay.Adapters.Sync;

/// <summary>Every source with a public address for programs: the one place where these addresses stand.</summary>
public static class SyncSources
{
    private static readonly SyncSource[] Known =
    [
        Of("genai-prices", "genai-prices", ("data.json", "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/data.json")),
        Of("langfuse", "Langfuse", ("default-model-prices.json", "https://raw.githubusercontent.com/langfuse/langfuse/main/worker/src/constants/default-model-prices.json")),
        Of("litellm", "LiteLLM", ("model_prices_and_context_window.json", "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json")),
        Of("llm-prices", "llm-prices", ("llm-prices.tar.gz", "https://codeload.github.com/simonw/llm-prices/tar.gz/refs/heads/main")) with { Folders = ["data"] },
        Of("models.dev", "models.dev", ("api.json", ModelsDevCatalogue.Address), ("models.json", "https://models.dev/models.json")),
        Of("openrouter", "OpenRouter", ("models.json", "https://openrouter.ai/api/v1/models")),
        Of("portkey", "Portkey", ("portkey.tar.gz", "https://codeload.github.com/Portkey-AI/models/tar.gz/refs/heads/main")) with { Folders = ["general", "pricing"] },
    ];

    /// <summary>Formats without such an address, and why.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["assay"] = "comes with the program, or is the user's own",
        ["assay-runs"] = "the eval runs of this installation, told as they end",
        ["benchmarks-csv"] = "a table of the user's own",
        ["models.dev-history"] = "put together from the history of the models.dev repository",
    };

    /// <summary>Those this program can read, by name.</summary>
    public static IReadOnlyList<SyncSource> All { get; } = [.. Known.Where(s => ImportFormats.All.Any(f => f.Format == s.Feed))];

    private static SyncSource Of(string feed, string publisher, params (string Name, string Address)[] files) =>
        new() { Feed = feed, Publisher = publisher, Files = [.. files.Select(f => new SyncFile(f.Name, new(f.Address)))] };
}
