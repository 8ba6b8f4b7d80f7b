using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.LiteLlm;

/// <summary>Reads the whole list. Two entries may be one offer, with and without the provider in the name: the one with it goes first.</summary>
internal sealed class ListReader(ImportLog log, CancellationToken cancellationToken)
{
    // Documentation of the format and settings of LiteLLM's own, not models.
    private static readonly HashSet<string> NoEntries = new(StringComparer.Ordinal) { "sample_spec", "last_updated", "fallback_generalizations" };

    private int entries;

    public IReadOnlyList<ImportCount> Counts => [new("entries", entries)];

    public void Read(JsonElement root)
    {
        var offers = new HashSet<string>(StringComparer.Ordinal);
        var twice = new List<(EntryName Name, JsonElement Entry, string Path)>();
        foreach (var (name, entry, path) in Entries(root).OrderByDescending(e => e.Name.Prefixed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (offers.Add(name.Offer)) Entry(log, name, entry, path);
            else twice.Add((name, entry, path));
        }
        var beside = log.Beside();
        foreach (var (name, entry, path) in twice) Entry(beside, name, entry, path);
        log.Merge(beside);
    }

    private List<(EntryName Name, JsonElement Entry, string Path)> Entries(JsonElement root)
    {
        var found = new List<(EntryName, JsonElement, string)>();
        foreach (var property in root.EnumerateObject())
        {
            var path = "$" + JsonNames.Step(property.Name);
            if (NoEntries.Contains(property.Name))
            {
                log.Note($"'{property.Name}' is no entry of a model", path);
                continue;
            }
            entries++;
            if (Reason(property) is { } reason) log.Refuse($"entry {property.Name}", path, property.Value.GetRawText(), reason.Reason, reason.Allowed);
            else if (EntryName.Read(property.Name, property.Value.GetProperty("litellm_provider").GetString()!.Trim()) is var name && JsonNames.IsId(name.ModelId) && !name.Offer.StartsWith('/')) found.Add((name, property.Value, path));
            else log.Refuse($"entry {property.Name}", path, property.Name, "an id that no offer can be named by", "an id without '#' and spaces at its ends");
        }
        return found;
    }

    private static (string Reason, string Allowed)? Reason(JsonProperty property)
    {
        var entry = property.Value;
        if (entry.ValueKind is not JsonValueKind.Object) return ("wrong type", "an object");
        if (!entry.TryGetProperty("litellm_provider", out var provider) || provider.ValueKind is not JsonValueKind.String || provider.GetString()!.Trim() is not { Length: > 0 } id
            || !JsonNames.IsId(id) || id.Contains('/', StringComparison.Ordinal)) return ("no provider is named", "litellm_provider: a name without '/', '#' and spaces");
        if (entry.TryGetProperty("mode", out var mode) && mode.ValueKind is JsonValueKind.String && mode.GetString() is "search" or "vector_store") return ("a search service, not a model", "entries of models");
        if (property.Name.StartsWith("together-ai-", StringComparison.Ordinal) || property.Name.StartsWith("fireworks-ai-", StringComparison.Ordinal)) return ("a price class by size, not a model", "entries of models");
        return null;
    }

    private static void Entry(ImportLog log, EntryName name, JsonElement entry, string path)
    {
        var before = log.Claims.Count;
        var thing = new JsonThing(log, Subject.Offer(name.Offer), path);
        new EntryReader(thing, name.ModelId).Read(entry);
        if (log.Claims.Count == before) thing.Refuse("", entry, "an entry that says nothing", "at least a price, a limit or a mode");
        else if (name.Offer.Contains('#', StringComparison.Ordinal) && !log.Claims.Skip(before).Any(c => c.Property.Name.StartsWith("price.", StringComparison.Ordinal)))
        {
            log.Claims.RemoveRange(before, log.Claims.Count - before);
            thing.Refuse("", entry, "a setting, a region or a commitment of an offer, without a price that can be used", "a price");
        }
    }
}
