using System.Globalization;
using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.LlmPrices;

/// <summary>Reads the file of one vendor.</summary>
internal static class VendorReader
{
    /// <summary>The source's names → the catalogue's, where they differ: a vendor's prices are those of its own service.</summary>
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal) { ["amazon"] = "amazon-bedrock", ["moonshot-ai"] = "moonshotai", ["qwen"] = "alibaba" };

    /// <summary>How many entries it has.</summary>
    /// <exception cref="ImportException">Not the file of a vendor.</exception>
    public static int Read(FeedImport list, JsonElement file, string name)
    {
        if (!file.TryGetProperty("vendor", out var said) || said.ValueKind is not JsonValueKind.String || said.GetString() is not { } vendor || !JsonNames.IsId(vendor) || vendor.Contains('/', StringComparison.Ordinal)
            || !file.TryGetProperty("models", out var models) || models.ValueKind is not JsonValueKind.Array)
            throw new ImportException($"{name}: not the file of a vendor; it must be an object with 'vendor' and the list 'models'.");

        var provider = Ids.GetValueOrDefault(vendor, vendor);
        var names = models.EnumerateArray().Select(NameOf).ToArray();
        var ids = names.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var model in models.EnumerateArray())
        {
            var (id, title) = names[i];
            var path = $"{name}:$.models[{i++}]";
            if (!JsonNames.IsId(id)) list.Log.Refuse($"offer {provider}/{id}", path, model.GetRawText(), "an id that no offer can be named by", "an id without '#' and spaces at its ends");
            else if (!seen.Add(id)) list.Log.Refuse($"offer {provider}/{id}", path, id, "the id is doubled; the first one counts", "each id once");
            else
            {
                var (of, above) = LongRequests(id, title, ids);
                list.Log.Entry($"offer {provider}/{id}", path, model, "at least a name or a price", () => ModelReader.Read(new(list.Log, Subject.Offer($"{provider}/{of}"), path), model, of, above, list.AsOf));
            }
        }
        return i;
    }

    private static (string Id, string Name) NameOf(JsonElement model)
    {
        string Text(string key) => model.ValueKind is JsonValueKind.Object && model.TryGetProperty(key, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()! : "";
        return (Text("id"), Text("name"));
    }

    /// <summary>An entry "gemini-2.5-pro-200k", called "… >200k", beside "gemini-2.5-pro" is the price of its long requests, and no model.</summary>
    private static (string Id, long? Above) LongRequests(string id, string name, HashSet<string> ids)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && id.EndsWith('k') && ids.Contains(id[..dash]) && name.Contains($">{id[(dash + 1)..]}", StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(dash + 1)[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var thousands) && thousands <= ImportLimits.Tokens / 1000 && JsonNames.IsId(id[..dash]) ? (id[..dash], thousands * 1000) : (id, null);
    }
}
