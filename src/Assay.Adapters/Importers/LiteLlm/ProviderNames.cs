namespace Assay.Adapters.Importers.LiteLlm;

/// <summary>LiteLLM's names of providers → the ids of the catalogue. A name that is not here keeps itself, with hyphens.</summary>
internal static class ProviderNames
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["amazon_nova"] = "nova", ["azure_ai"] = "azure-cognitive-services", ["azure_text"] = "azure", ["bedrock"] = "amazon-bedrock", ["bedrock_converse"] = "amazon-bedrock",
        ["cloudflare"] = "cloudflare-workers-ai", ["cohere_chat"] = "cohere", ["dashscope"] = "alibaba", ["fireworks_ai-embedding-models"] = "fireworks-ai",
        ["friendliai"] = "friendli", ["gemini"] = "google", ["gmi"] = "gmicloud", ["gradient_ai"] = "digitalocean", ["meta_llama"] = "llama", ["moonshot"] = "moonshotai",
        ["novita"] = "novita-ai", ["nvidia_nim"] = "nvidia", ["snowflake"] = "snowflake-cortex", ["stability"] = "stability-ai", ["together_ai"] = "togetherai",
        ["vercel_ai_gateway"] = "vercel",
    };

    /// <summary>The id in the catalogue.</summary>
    /// <param name="name">The entry's <c>litellm_provider</c>.</param>
    /// <param name="modelId">Perplexity serves models of others by another address than its own.</param>
    public static string IdOf(string name, string modelId)
    {
        if (name == "perplexity" && modelId.Contains('/', StringComparison.Ordinal)) return "perplexity-agent";
        if (Ids.TryGetValue(name, out var id)) return id;
        if (name.StartsWith("vertex_ai", StringComparison.Ordinal)) return "google-vertex";
        const string completion = "text-completion-";
        return (name.StartsWith(completion, StringComparison.Ordinal) ? name[completion.Length..] : name).Replace('_', '-');
    }

    /// <summary>Whether the first step of an entry's name is its provider, and no part of the model id.</summary>
    public static bool IsPrefix(string step, string name) =>
        step.Replace('-', '_') == name.Replace('-', '_')
        || (step is "vertex_ai" or "fireworks_ai" or "azure" or "bedrock" or "cohere" && name.StartsWith(step, StringComparison.Ordinal));
}
