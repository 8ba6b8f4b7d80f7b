using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.LiteLlm;

/// <summary>Reads one entry: prices, limits, what it can do, when it ends.</summary>
internal sealed class EntryReader(JsonThing thing, string modelId)
{
    private static readonly Dictionary<string, Property> Flags = new(StringComparer.Ordinal)
    {
        ["supports_function_calling"] = Capability.FunctionCalling.Property, ["supports_vision"] = Capability.Vision.Property, ["supports_reasoning"] = Capability.Reasoning.Property,
        ["supports_response_schema"] = Capability.StructuredOutputs.Property, ["supports_prompt_caching"] = Capability.PromptCaching.Property,
        ["supports_web_search"] = Capability.WebSearch.Property, ["supports_computer_use"] = Capability.ComputerUse.Property, ["supports_audio_input"] = Capability.AudioIn.Property,
        ["supports_video_input"] = Capability.VideoIn.Property, ["supports_multimodal"] = Capability.Multimodal.Property, ["supports_native_streaming"] = Capability.Streaming.Property,
        ["supports_image_input"] = Capability.Vision.Property, ["supports_embedding_image_input"] = Capability.Vision.Property, ["supports_pdf_input"] = Property.PdfInput,
    };

    /// <summary>What is told of a model by what it is for.</summary>
    private static readonly Dictionary<string, (Property Property, string[] Items)> ByMode = new(StringComparer.Ordinal)
    {
        ["image_generation"] = (Property.ModalitiesOut, ["image"]), ["image_edit"] = (Property.ModalitiesOut, ["image"]), ["video_generation"] = (Property.ModalitiesOut, ["video"]),
        ["audio_speech"] = (Property.ModalitiesOut, ["audio"]), ["audio_transcription"] = (Property.ModalitiesOut, ["text"]),
    };

    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        "source", "metadata", "comment", "supported_endpoints", "supported_regions", "output_vector_size", "rpm", "tpm", "rpd", "supports_tool_choice",
        "supports_system_messages", "supports_parallel_function_calling", "supports_assistant_prefill", "supports_audio_output", "supports_url_context", "supports_adaptive_thinking",
        "supports_output_config", "supports_native_structured_output", "supports_sampling_params", "supports_image_size", "supports_speed", "supports_none_reasoning_effort",
        "supports_minimal_reasoning_effort", "supports_low_reasoning_effort", "supports_xhigh_reasoning_effort", "supports_max_reasoning_effort", "supports_nova_canvas_image_edit",
        "bedrock_output_config_effort_ceiling", "provider_specific_entry", "web_search_billing_unit", "gemini_native_audio", "gemini_audio_only_live", "uses_embed_content",
        "use_openai_responses_path", "audio_transcription_config", "tool_use_system_prompt_tokens", "max_images_per_prompt", "max_videos_per_prompt", "max_video_length",
        "max_audio_length_hours", "max_audio_per_prompt", "max_pdf_size_mb", "max_query_tokens", "max_document_chunks_per_query", "max_tokens_per_document_chunk",
        "input_dbu_cost_per_token", "output_dbu_cost_per_token", "output_db_cost_per_token",
    };

    public void Read(JsonElement entry)
    {
        var members = thing.Members(entry);
        var mode = members.Find(m => m.Name == "mode").Value is { ValueKind: JsonValueKind.String } said ? said.GetString() : null;
        var prices = new PriceReader(thing, modelId, mode, members);
        var flagged = new HashSet<Property>();
        foreach (var (key, value) in members)
        {
            if (Flags.TryGetValue(key, out var property))
            {
                if (flagged.Add(property)) thing.Flag(key, value, always: false, property);
                else thing.Log.Note($"'{key}' says again what another key said: told once", thing.Path);
            }
            else if (Elsewhere.Contains(key)) thing.NotCompared(key);
            else if (!Other(key, value, members) && !prices.Read(key, value)) thing.Unknown(key);
        }
        prices.Say(flagged.Contains(Capability.PromptCaching.Property));
    }

    private bool Other(string key, JsonElement value, List<(string Name, JsonElement Value)> members)
    {
        switch (key)
        {
            case "litellm_provider": return true;
            case "max_input_tokens": thing.Tokens(key, value, Property.MaxInput); return true;
            case "max_output_tokens": thing.Tokens(key, value, Property.MaxOutput); return true;
            case "max_tokens": Legacy(members); return true;
            case "deprecation_date": thing.Date(key, value, Property.Retires); return true;
            case "mode": Mode(key, value, members); return true;
            case "supported_modalities": Modalities(key, value, Property.ModalitiesIn, members); return true;
            case "supported_output_modalities": Modalities(key, value, Property.ModalitiesOut, members); return true;
            default: return false;
        }
    }

    /// <summary>An old key that repeats one of two newer ones; alone, nobody can tell which.</summary>
    private void Legacy(List<(string Name, JsonElement Value)> members)
    {
        if (!members.Exists(m => m.Name is "max_input_tokens" or "max_output_tokens"))
            thing.Log.Note("'max_tokens' alone may be the input or the output: nothing is taken from it", thing.Path);
    }

    private void Mode(string key, JsonElement value, List<(string Name, JsonElement Value)> members)
    {
        if (thing.Text(key, value) is not { } mode) return;
        thing.Say(key, Property.About("mode"), new ClaimValue.Words(mode));
        if (ByMode.TryGetValue(mode, out var told) && !members.Exists(m => m.Name == "supported_output_modalities"))
            thing.Say(key, told.Property, thing.Log.Shared([.. told.Items]), $"mode: {mode}");
    }

    private void Modalities(string key, JsonElement value, Property property, List<(string Name, JsonElement Value)> members)
    {
        if (ModalityCapabilities.Read(thing, key, value) is not { Count: > 0 } items) return;
        var claim = thing.Say(key, property, thing.Log.Shared(items));
        if (property == Property.ModalitiesIn && items.Count == value.GetArrayLength())
            thing.Log.Claims.AddRange([.. ModalityCapabilities.Derive(claim, key, items, capability => members.Exists(m => Flags.TryGetValue(m.Name, out var stated) && stated == capability.Property))]);
    }
}
