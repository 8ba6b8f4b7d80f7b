using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>Reads where a model's weights and pages are: <c>weights</c> and <c>links</c>, lists of { label, url, type }.</summary>
internal static class LinkReader
{
    public static void Read(JsonThing thing, string key, JsonElement list)
    {
        if (list.ValueKind is not JsonValueKind.Array)
        {
            thing.Refuse(key, list, "wrong type", "a list");
            return;
        }
        var i = 0;
        foreach (var item in list.EnumerateArray())
        {
            var where = $"{key}[{i++}]";
            if (!thing.IsObject(where, item)) continue;
            var members = thing.Members(item, where + ".");
            var url = members.Find(m => m.Name == "url") is { Name: not null, Value: var address } ? thing.Text($"{where}.url", address) : null;
            if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                thing.Refuse(where, item, "no address", "url: https://…");
                continue;
            }
            string? Word(string name) => members.Find(m => m.Name == name).Value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
            var about = key == "weights" ? "weights_url" : Word("type") ?? "link";
            thing.Say(key, Property.About(about), new ClaimValue.Words(url), note: Word("label"));
            foreach (var (name, _) in members)
                if (name is not ("label" or "url" or "type" or "quantization")) thing.Unknown($"{key}.{name}");
        }
    }
}
