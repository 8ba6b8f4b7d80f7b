using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>Reads what an entry says of a provider; its models are the caller's.</summary>
internal static class ProviderReader
{
    /// <summary>Providers whose id is not that of the organization whose own models they serve first.</summary>
    private static readonly Dictionary<string, string> Organizations = new(StringComparer.Ordinal)
    {
        ["zai"] = "zhipuai", ["moonshotai-cn"] = "moonshotai", ["minimax-cn"] = "minimax", ["alibaba-cn"] = "alibaba", ["stepfun-ai"] = "stepfun",
        ["llama"] = "meta", ["google-vertex"] = "google",
    };

    /// <summary>The client package that the source names → the protocol it speaks. What is not here stays unknown.</summary>
    private static readonly Dictionary<string, string> Protocols = new(StringComparer.Ordinal)
    {
        ["@ai-sdk/openai-compatible"] = "openai-chat", ["@ai-sdk/openai"] = "openai-responses", ["@ai-sdk/anthropic"] = "anthropic", ["@ai-sdk/google"] = "gemini",
        ["@ai-sdk/amazon-bedrock"] = "bedrock", ["@ai-sdk/google-vertex"] = "vertex", ["@ai-sdk/groq"] = "openai-chat", ["@ai-sdk/deepinfra"] = "openai-chat",
        ["@ai-sdk/togetherai"] = "openai-chat", ["@ai-sdk/cerebras"] = "openai-chat", ["@ai-sdk/xai"] = "openai-chat", ["@ai-sdk/perplexity"] = "openai-chat",
        ["@openrouter/ai-sdk-provider"] = "openai-chat",
    };

    public static void Read(JsonThing provider, JsonElement element, IReadOnlySet<string> organizations)
    {
        var id = provider.Subject.Id;
        foreach (var (key, value) in provider.Members(element))
        {
            switch (key)
            {
                case "id":
                    if (provider.Text(key, value) is { } said && said != id) provider.Refuse(key, value, "the id differs from the key it stands under; the key is taken", $"'{id}'");
                    break;
                case "name": provider.Text(key, value, Property.DisplayName); break;
                case "doc": provider.Text(key, value, Property.About("docs")); break;
                case "api": provider.Text(key, value, Property.About("api_base")); break;
                case "env": KeyVariable(provider, key, value); break;
                case "npm": Protocol(provider, key, value); break;
                case "models": break;
                default: provider.Unknown(key); break;
            }
        }
        var organization = organizations.Contains(id) ? id : Organizations.GetValueOrDefault(id);
        if (organization is not null)
            provider.Say("id", Property.About("organization"), new ClaimValue.Words(organization), $"id: {id}", "read from the provider's id");
    }

    private static void KeyVariable(JsonThing provider, string key, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            provider.Refuse(key, value, "wrong type", "a list of names of environment variables");
            return;
        }
        var names = value.EnumerateArray().Select(v => provider.Text(key, v)).OfType<string>().ToArray();
        // Account numbers and regions stand in the list too, sometimes first.
        if ((names.FirstOrDefault(n => n.EndsWith("KEY", StringComparison.Ordinal) || n.EndsWith("TOKEN", StringComparison.Ordinal)) ?? names.FirstOrDefault()) is { } name)
            provider.Say(key, Property.About("key_env"), new ClaimValue.Words(name), names.Length == 1 ? null : $"env: {string.Join(", ", names)}");
    }

    private static void Protocol(JsonThing provider, string key, JsonElement value)
    {
        if (provider.Text(key, value) is not { } package) return;
        if (Protocols.TryGetValue(package, out var protocol)) provider.Say(key, Property.About("protocol"), new ClaimValue.Words(protocol), $"npm: {package}");
        else provider.Log.Note($"the client package '{Assay.Units.Visible.Line(package, 80)}' names no protocol we know: it stays unknown", provider.Path);
    }
}
