using System.Text.Json;
using Assay.Catalog;
using Assay.Catalog.MatchRules;

namespace Assay.Adapters.Importers.Langfuse;

/// <summary>Reads the whole list.</summary>
internal sealed class ListReader(ImportLog log, CancellationToken cancellationToken)
{
    private int entries;

    public IReadOnlyList<ImportCount> Counts => [new("entries", entries)];

    public void Read(JsonElement list)
    {
        var offers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in list.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = $"$[{entries++}]";
            if (entry.ValueKind is not JsonValueKind.Object) log.Refuse("entry", path, entry.GetRawText(), "wrong type", "an object");
            else Entry(entry, path, offers);
        }
    }

    private void Entry(JsonElement entry, string path, HashSet<string> offers)
    {
        var name = Word(entry, "modelName");
        var what = $"entry {name}";
        if (name is null || Word(entry, "matchPattern") is not { } pattern)
        {
            log.Refuse(what, path, entry.GetRawText(), "no name or no pattern of names", "modelName and matchPattern");
            return;
        }
        if (ModelName.ProviderOf(pattern, Word(entry, "tokenizerId")) is not { } provider)
            log.Refuse(what, path, pattern, "whose model it is cannot be told", "a pattern with a provider's prefix, or a tokenizer of one");
        else if (!BoundedPattern.TryRead(pattern, out var read, out var allowed)) log.Refuse(what, path, pattern, "a pattern of names that is not followed", allowed);
        else if (ModelName.IdOf(name, pattern, read) is not { } id || !JsonNames.IsId(id))
            log.Refuse(what, path, pattern, "no model id can be told: its own pattern does not take its name, and spells out none", "a pattern that takes the name");
        else if (!offers.Add($"{provider}/{id}")) log.Refuse(what, path, name, "a second entry of one model; the first one counts", "each model once");
        else new EntryReader(new(log, Subject.Offer($"{provider}/{id}"), path), id).Read(entry, id == name ? null : name);
    }

    private static string? Word(JsonElement entry, string key) =>
        entry.TryGetProperty(key, out var word) && word.ValueKind is JsonValueKind.String && word.GetString()!.Trim() is { Length: > 0 } text ? text : null;
}
