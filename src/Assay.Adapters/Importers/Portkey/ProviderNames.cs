namespace Assay.Adapters.Importers.Portkey;

/// <summary>Portkey's file names → the ids of providers in the catalogue. A name that is not here keeps itself.</summary>
internal static class ProviderNames
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["open-ai"] = "openai", ["azure-ai"] = "azure-cognitive-services", ["azure-openai"] = "azure", ["bedrock"] = "amazon-bedrock", ["dashscope"] = "alibaba",
        ["fireworks"] = "fireworks-ai", ["github"] = "github-models", ["inference-net"] = "inference", ["jina"] = "jina-ai", ["lambda"] = "lambda-ai", ["mistral-ai"] = "mistral",
        ["moonshot"] = "moonshotai", ["nomic"] = "nomic-ai", ["oracle"] = "oci", ["perplexity-ai"] = "perplexity", ["together-ai"] = "togetherai", ["vertex-ai"] = "google-vertex",
        ["workers-ai"] = "cloudflare-workers-ai", ["x-ai"] = "xai", ["z-ai"] = "zai", ["zhipu"] = "zhipuai",
    };

    /// <param name="file"><c>pricing/open-ai.json</c></param>
    public static string IdOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return Ids.GetValueOrDefault(name, name);
    }
}
