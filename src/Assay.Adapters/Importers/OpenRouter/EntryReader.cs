using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.OpenRouter;

/// <summary>Reads one entry of the list. The format writes null for what it does not tell.</summary>
internal static class EntryReader
{
    /// <summary>OpenRouter's documents to read are PDFs.</summary>
    private static readonly Dictionary<string, string> Modalities = ModalityCapabilities.Known.Append("file").ToDictionary(m => m, m => m == "file" ? "pdf" : m, StringComparer.Ordinal);

    public static void Read(JsonThing thing, JsonElement entry, string id)
    {
        var context = entry.TryGetProperty("context_length", out var length) && length.ValueKind is JsonValueKind.Number ? length.GetRawText() : null;
        foreach (var (key, value) in thing.Members(entry, nullable: true))
        {
            switch (key)
            {
                case "id": break;
                case "name": Name(thing, key, value); break;
                case "canonical_slug" or "hugging_face_id": About(thing, key, value); break;
                case "context_length": thing.Tokens(key, value, Property.ContextWindow); break;
                case "top_provider": TopProvider(thing, value, context); break;
                case "architecture": Architecture(thing, key, value); break;
                case "pricing": PriceReader.Read(thing, value, id); break;
                case "supported_parameters": Parameters(thing, key, value); break;
                case "knowledge_cutoff": thing.Date(key, value, Property.KnowledgeCutoff); break;
                case "expiration_date": thing.Date(key, value, Property.Retires); break;
                case "created": thing.Log.Note("'created' is the day OpenRouter listed it, no release date: not read", thing.Path); break;
                case "description" or "per_request_limits" or "default_parameters" or "supported_voices" or "links": thing.NotCompared(key); break;
                default: thing.Unknown(key); break;
            }
        }
    }

    /// <summary>"OpenAI: GPT-4o" is GPT-4o.</summary>
    private static void Name(JsonThing thing, string key, JsonElement value)
    {
        if (thing.Text(key, value) is not { } printed) return;
        var maker = printed.IndexOf(": ", StringComparison.Ordinal);
        if (maker > 0) thing.Say(key, Property.DisplayName, new ClaimValue.Words(printed[(maker + 2)..]), printed);
        else thing.Say(key, Property.DisplayName, new ClaimValue.Words(printed));
    }

    private static void About(JsonThing thing, string key, JsonElement value)
    {
        // The list writes "" for a model that has no page of weights.
        if (value.ValueKind is JsonValueKind.String && value.GetString()!.Length == 0) return;
        thing.Text(key, value, Property.About(key));
    }

    private static void TopProvider(JsonThing thing, JsonElement top, string? context)
    {
        if (!thing.IsObject("top_provider", top)) return;
        foreach (var (key, value) in thing.Members(top, "top_provider.", nullable: true))
        {
            if (key == "max_completion_tokens") thing.Tokens($"top_provider.{key}", value, Property.MaxOutput);
            else if (key == "is_moderated") thing.NotCompared($"top_provider.{key}");
            else if (key != "context_length") thing.Unknown($"top_provider.{key}");
            else if (value.GetRawText() != context) thing.Log.Note("'top_provider.context_length' differs from 'context_length': the latter is read", thing.Path);
        }
    }

    private static void Architecture(JsonThing thing, string key, JsonElement value)
    {
        if (!thing.IsObject(key, value)) return;
        foreach (var (name, list) in thing.Members(value, "architecture.", nullable: true))
        {
            var where = $"{key}.{name}";
            if (name is "modality" or "tokenizer" or "instruct_type") thing.NotCompared(where);
            else if (name is not ("input_modalities" or "output_modalities")) thing.Unknown(where);
            else if (Words(thing, where, list) is { Count: > 0 } printed && Modality(thing, where, list, printed) is { Count: > 0 } items)
            {
                var quoted = printed.Contains("file") ? string.Join(", ", printed) : null;
                var claim = thing.Say(where, name == "input_modalities" ? Property.ModalitiesIn : Property.ModalitiesOut, thing.Log.Shared(items), quoted);
                if (name == "input_modalities" && items.Count == printed.Count) 
                    thing.Log.Claims.AddRange([.. ModalityCapabilities.Derive(claim, where, items, _ => false).Select(c => c with { Quoted = $"{where}: {string.Join(", ", printed)}" })]);
            }
        }
    }

    private static List<string> Modality(JsonThing thing, string where, JsonElement list, List<string> printed)
    {
        foreach (var unknown in printed.Where(p => !Modalities.ContainsKey(p)))
            thing.Refuse(where, list, $"unknown modality '{unknown}'", $"one of {string.Join(", ", Modalities.Keys)}");
        return [.. printed.Where(Modalities.ContainsKey).Select(p => Modalities[p])];
    }

    /// <summary>What is in the list works; what is missing may work all the same: the list is not documented to be complete.</summary>
    private static void Parameters(JsonThing thing, string key, JsonElement value)
    {
        var parameters = Words(thing, key, value);
        void Has(string parameter, params ReadOnlySpan<Capability> capabilities)
        {
            if (!parameters.Contains(parameter)) return;
            foreach (var capability in capabilities) thing.Say(key, capability.Property, ClaimValue.Yes, $"{key}: {parameter}");
        }
        Has("tools", Capability.FunctionCalling, Capability.ToolUse);
        Has("structured_outputs", Capability.StructuredOutputs);
        Has("reasoning", Capability.Reasoning);
        Has("web_search_options", Capability.WebSearch);
    }

    private static List<string> Words(JsonThing thing, string where, JsonElement list)
    {
        if (list.ValueKind is JsonValueKind.Array) return [.. list.EnumerateArray().Select(item => thing.Text(where, item)).OfType<string>().Distinct(StringComparer.Ordinal)];
        thing.Refuse(where, list, "wrong type", "a list");
        return [];
    }
}
