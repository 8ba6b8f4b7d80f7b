using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>Reads where a model's weights and pages are: <c>weights</c> and <c>links</c>, lists of { label, url, type }.</summary>
internal static class LinkReader
{
    private const int LongestType = 40;

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
            var url = members.Find(m => m.Name == "url") is { Name: not null, Value: var said } ? thing.Text($"{where}.url", said) : null;
            if (url is null || !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            {
                thing.Refuse(where, item, "no address of the web", "url: https://…");
                continue;
            }
            string? Word(string name) => members.Find(m => m.Name == name) is { Name: not null, Value: var word } ? thing.Text($"{where}.{name}", word) : null;
            var about = key == "weights" ? "weights_url" : Word("type") ?? "link";
            if (about.Length > LongestType || !about.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                thing.Refuse($"{where}.type", item, "a kind of link that is no word", $"up to {LongestType} letters, digits, '-' and '_'");
            else thing.Say(key, Property.About(about), new ClaimValue.Words(url), note: Word("label"));
            foreach (var (name, _) in members)
                if (name is not ("label" or "url" or "type" or "quantization")) thing.Unknown($"{key}.{name}");
        }
    }
}
