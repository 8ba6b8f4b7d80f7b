using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.Portkey;

/// <summary>Reads what general/ says of a model: what it is for, and the most that its parameter of output length takes.</summary>
internal static class GeneralReader
{
    public static void Read(JsonThing thing, JsonElement entry)
    {
        var before = thing.Log.Claims.Count;
        foreach (var (key, value) in thing.Members(entry))
        {
            switch (key)
            {
                case "params": Parameters(thing, key, value); break;
                case "type": Kind(thing, key, value); break;
                case "name" or "features" or "messages" or "removeParams" or "disablePlayground" or "isDefault": thing.NotCompared(key); break;
                default: thing.Unknown(key); break;
            }
        }
        if (thing.Log.Claims.Count == before) thing.Log.Note("an entry of settings that says nothing we compare", thing.Path);
    }

    private static void Parameters(JsonThing thing, string key, JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array)
        {
            thing.Refuse(key, list, "wrong type", "a list");
            return;
        }
        var found = false;
        foreach (var parameter in list.EnumerateArray())
        {
            if (parameter.ValueKind is not JsonValueKind.Object || !parameter.TryGetProperty("key", out var name) || name.ValueKind is not JsonValueKind.String
                || name.GetString() is not ("max_tokens" or "max_completion_tokens") || !parameter.TryGetProperty("maxValue", out var most)) continue;
            if (found) thing.Log.Note("a second limit of the output: the first one counts", thing.Path);
            else thing.Tokens($"{key}.maxValue", most, Property.MaxOutput, $"{name.GetString()}, maxValue: {most.GetRawText()}");
            found = true;
        }
    }

    private static void Kind(JsonThing thing, string key, JsonElement value)
    {
        // An older form has the word alone.
        if (value.ValueKind is JsonValueKind.String) Mode(thing, key, value);
        else if (thing.IsObject(key, value))
        {
            foreach (var (name, part) in thing.Members(value, key + "."))
            {
                if (name == "primary") Mode(thing, $"{key}.primary", part);
                else if (name is "supported" or "unsupported") thing.NotCompared($"type.{name}");
                else thing.Unknown($"type.{name}");
            }
        }
    }

    private static void Mode(JsonThing thing, string key, JsonElement value)
    {
        if (thing.Text(key, value) is { } mode) thing.Say(key, Property.About("mode"), new ClaimValue.Words(mode));
    }
}
