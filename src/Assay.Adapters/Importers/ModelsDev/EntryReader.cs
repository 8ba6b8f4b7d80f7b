using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>Reads what an entry says of a model, whether as such (models.json) or as served by a provider (api.json).</summary>
internal static class EntryReader
{
    public static void Read(JsonThing thing, JsonElement entry, string id)
    {
        foreach (var (key, value) in thing.Members(entry))
        {
            switch (key)
            {
                case "id": SameId(thing, value, id); break;
                case "name": thing.Text(key, value, Property.DisplayName); break;
                case "family": thing.Text(key, value, Property.Family); break;
                case "release_date": thing.Date(key, value, Property.Released); break;
                case "knowledge": thing.Date(key, value, Property.KnowledgeCutoff); break;
                case "reasoning": thing.Flag(key, value, always: true, Capability.Reasoning.Property); break;
                case "tool_call": thing.Flag(key, value, always: true, Capability.FunctionCalling.Property, Capability.ToolUse.Property); break;
                case "structured_output": thing.Flag(key, value, always: false, Capability.StructuredOutputs.Property); break;
                case "open_weights": Weights(thing, key, value); break;
                case "status": Status(thing, key, value); break;
                case "modalities": Modalities(thing, key, value); break;
                case "limit": Limits(thing, key, value); break;
                case "cost" or "experimental" when thing.Subject.Kind is SubjectKind.Model: thing.Log.Note($"'{key}' of a canonical model goes to the entries that name it as their base", thing.Path); break;
                case "cost" or "experimental": PriceReader.Read(thing, key, value, id); break;
                case "benchmarks": ResultReader.Read(thing, value); break;
                case "license": thing.Text(key, value, Property.Licence); break;
                case "weights" or "links": LinkReader.Read(thing, key, value); break;
                case "base_model" or "base_model_omit": break;
                case "attachment" or "temperature" or "interleaved" or "reasoning_options" or "last_updated" or "provider": thing.NotCompared(key); break;
                default: thing.Unknown(key); break;
            }
        }
    }

    private static void SameId(JsonThing thing, JsonElement value, string id)
    {
        if (thing.Text("id", value) is { } said && said != id) thing.Refuse("id", value, "the id differs from the key it stands under; the key is taken", $"'{id}'");
    }

    private static void Weights(JsonThing thing, string key, JsonElement value)
    {
        if (thing.Bool(key, value) is { } open)
            thing.Say(key, Property.Weights, new ClaimValue.Words(open ? "open" : "closed"), $"{key}: {(open ? "true" : "false")}", forced: !open);
    }

    private static void Status(JsonThing thing, string key, JsonElement value)
    {
        var status = thing.Text(key, value);
        var stage = status switch { "alpha" or "beta" or "preview" => "preview", "deprecated" => "deprecated", "retired" => "retired", "active" or "stable" => "active", _ => null };
        if (stage is not null) thing.Say(key, Property.LifecycleStatus, new ClaimValue.Words(stage), stage == status ? null : status);
        else if (status is not null) thing.Refuse(key, value, "unknown status", "alpha, beta, preview, active, deprecated or retired");
    }

    private static void Modalities(JsonThing thing, string key, JsonElement value)
    {
        if (!thing.IsObject(key, value)) return;
        foreach (var (direction, list) in thing.Members(value, "modalities."))
        {
            var where = $"{key}.{direction}";
            if (direction is not ("input" or "output")) thing.Unknown(where);
            else if (ModalityCapabilities.Read(thing, where, list) is { Count: > 0 } items)
            {
                var claim = thing.Say(where, direction == "input" ? Property.ModalitiesIn : Property.ModalitiesOut, thing.Log.Shared(items));
                // An unknown modality in the list may be one of those asked for.
                if (direction == "input" && items.Count == list.GetArrayLength()) thing.Log.Claims.AddRange([.. ModalityCapabilities.Derive(claim, where, items, _ => false)]);
            }
        }
    }

    private static void Limits(JsonThing thing, string key, JsonElement value)
    {
        if (!thing.IsObject(key, value)) return;
        foreach (var (name, tokens) in thing.Members(value, "limit."))
        {
            switch (name)
            {
                case "context": thing.Tokens("limit.context", tokens, Property.ContextWindow); break;
                case "input": thing.Tokens("limit.input", tokens, Property.MaxInput); break;
                case "output": thing.Tokens("limit.output", tokens, Property.MaxOutput); break;
                default: thing.Unknown($"limit.{name}"); break;
            }
        }
    }
}
