using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.GenaiPrices;

/// <summary>Reads one provider and its rows.</summary>
internal static class ProviderReader
{
    private const string OverHuggingFace = "huggingface_";

    /// <summary>The source's names → the catalogue's. The rows of <c>google</c> are of the Gemini API and of Vertex AI alike; they stay with <c>google</c>.</summary>
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["aws"] = "amazon-bedrock", ["fireworks"] = "fireworks-ai", ["novita"] = "novita-ai", ["together"] = "togetherai", ["x-ai"] = "xai", ["voyageai"] = "voyage",
        ["anthropic"] = "anthropic", ["azure"] = "azure", ["cerebras"] = "cerebras", ["cohere"] = "cohere", ["deepseek"] = "deepseek", ["google"] = "google",
        ["groq"] = "groq", ["minimax"] = "minimax", ["mistral"] = "mistral", ["moonshotai"] = "moonshotai", ["openai"] = "openai", ["openrouter"] = "openrouter",
        ["ovhcloud"] = "ovhcloud", ["perplexity"] = "perplexity", ["zhipuai"] = "zhipuai",
    };

    /// <summary>How many rows it has.</summary>
    public static int Read(FeedImport list, JsonElement provider, string path)
    {
        if (provider.ValueKind is not JsonValueKind.Object || !provider.TryGetProperty("id", out var said) || said.ValueKind is not JsonValueKind.String
            || said.GetString() is not { } name || !JsonNames.IsId(name) || name.Contains('/', StringComparison.Ordinal))
        {
            list.Log.Refuse("provider", path, provider.GetRawText(), "a provider without an id that can name it", "an object with 'id', without '/', '#' and spaces");
            return 0;
        }
        var (id, qualifier) = name.StartsWith(OverHuggingFace, StringComparison.Ordinal) ? ("huggingface", $"route={name[OverHuggingFace.Length..]}") : (Ids.GetValueOrDefault(name, name), "");
        var thing = new JsonThing(list.Log, Subject.Provider(id), path);
        var rows = 0;
        foreach (var (key, value) in thing.Members(provider))
        {
            switch (key)
            {
                case "id": break;
                case "name": if (qualifier.Length == 0 && !Ids.ContainsKey(name)) thing.Text(key, value, Property.DisplayName); break;
                case "models": rows = Rows(list, thing, value, id, qualifier); break;
                case "fallback_model_providers": list.Log.Note("'fallback_model_providers': rules of other providers are not followed", path); break;
                case "pricing_urls" or "api_pattern" or "model_match" or "provider_match" or "extractors" or "price_comments": thing.NotCompared($"provider.{key}"); break;
                default: thing.Unknown($"provider.{key}"); break;
            }
        }
        return rows;
    }

    private static int Rows(FeedImport list, JsonThing provider, JsonElement models, string id, string qualifier)
    {
        if (models.ValueKind is not JsonValueKind.Array)
        {
            provider.Refuse("models", models, "wrong type", "a list of rows");
            return 0;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (i, before) = (0, "");
        foreach (var row in models.EnumerateArray())
        {
            var path = $"{provider.Path}.models[{i++}]";
            var model = row.ValueKind is JsonValueKind.Object && row.TryGetProperty("id", out var said) && said.ValueKind is JsonValueKind.String ? said.GetString()! : "";
            if (!JsonNames.IsId(model)) list.Log.Refuse($"offer {id}/{model}", path, row.GetRawText(), "an id that no offer can be named by", "an id without '#' and spaces at its ends");
            else if (!seen.Add(model)) list.Log.Refuse($"offer {id}/{model}", path, model, "the id is doubled; the first one counts", "each id once");
            else list.Log.Entry($"offer {id}/{model}", path, row, "at least a name, a price or a rule", () => RowReader.Read(new(list.Log, Subject.Offer(new OfferId(id, model, qualifier).ToString()), path), row, model, list.AsOf));
            // Rules are tried in the order of ids when the catalogue is built; the files are in that order.
            if (string.CompareOrdinal(before, model) > 0) list.Log.Note("rows out of the order of their ids: where two rules take in one id, another row may be meant", path);
            before = model;
        }
        return i;
    }
}
