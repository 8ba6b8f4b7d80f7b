using System.Text.Json;
using Assay.Catalog;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>Reads a whole snapshot: canonical models, then provider by provider what they serve.</summary>
internal sealed class SnapshotReader(ImportLog log, string below, string modelsBelow, CancellationToken cancellationToken)
{
    private readonly BaseModels baseModels = new();
    private readonly HashSet<string> organizations = new(StringComparer.Ordinal);
    private int providerCount;
    private int entryCount;
    private int modelCount;

    public IReadOnlyList<ImportCount> Counts =>
        [new("providers", providerCount), new("entries", entryCount), new("base models", modelCount), new("claims", log.Claims.Count), new("refused", log.Refusals.Count)];

    public void Read(JsonElement providers, JsonElement? models)
    {
        if (models is { } canonical) ReadModels(canonical);
        foreach (var provider in providers.EnumerateObject())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = $"{below}{JsonNames.Step(provider.Name)}";
            if (!JsonNames.IsId(provider.Name) || provider.Name.Contains('/', StringComparison.Ordinal)) Refuse("provider", path, provider.Value, "an id that no offer can be named by", "an id without '/', '#' and spaces");
            else if (provider.Value.ValueKind is not JsonValueKind.Object) Refuse($"provider {provider.Name}", path, provider.Value, "wrong type", "an object");
            else ReadProvider(provider.Name, provider.Value, path);
        }
    }

    private void ReadModels(JsonElement models)
    {
        foreach (var model in models.EnumerateObject())
        {
            baseModels.Add(model.Name, model.Value);
            if (model.Name.IndexOf('/', StringComparison.Ordinal) is var slash and > 0) organizations.Add(model.Name[..slash]);
        }
        foreach (var model in models.EnumerateObject())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = $"{modelsBelow}{JsonNames.Step(model.Name)}";
            if (!JsonNames.IsId(model.Name) || model.Name.IndexOf('/', StringComparison.Ordinal) <= 0) Refuse("model", path, model.Value, "not the id of a canonical model", "organization/model");
            else if (model.Value.ValueKind is not JsonValueKind.Object) Refuse($"model {model.Name}", path, model.Value, "wrong type", "an object");
            else
            {
                modelCount++;
                ReadEntry(Subject.Model(model.Name), model.Name, model.Value, path);
            }
        }
    }

    private void ReadProvider(string id, JsonElement provider, string path)
    {
        providerCount++;
        var thing = new JsonThing(log, Subject.Provider(id), path);
        ProviderReader.Read(thing, provider, organizations);
        if (!provider.TryGetProperty("models", out var entries) || entries.ValueKind is not JsonValueKind.Object)
        {
            thing.Refuse("models", entries.ValueKind is JsonValueKind.Undefined ? provider : entries, "a provider without models", "an object of models by id");
            return;
        }
        foreach (var entry in entries.EnumerateObject())
        {
            entryCount++;
            var where = $"{path}.models{JsonNames.Step(entry.Name)}";
            var what = $"offer {id}/{entry.Name}";
            if (!JsonNames.IsId(entry.Name)) Refuse(what, where, entry.Value, "an id that no offer can be named by", "an id without '#' and spaces at its ends");
            else if (entry.Value.ValueKind is not JsonValueKind.Object) Refuse(what, where, entry.Value, "wrong type", "an object");
            else ReadEntry(Subject.Offer($"{id}/{entry.Name}"), entry.Name, entry.Value, where);
        }
    }

    private void ReadEntry(Subject subject, string id, JsonElement own, string path)
    {
        var (element, inherited) = baseModels.Resolve(own, out var fault, out var baseModel);
        if (fault is not null)
        {
            var stands = own.TryGetProperty("limit", out _) || own.TryGetProperty("cost", out _);
            Refuse(subject.ToString(), $"{path}.base_model", own.GetProperty("base_model"), fault, stands ? "the id of a model in models.json; what the entry says itself is kept" : "the id of a model in models.json; the entry says too little without it and is left out");
            if (!stands) return;
        }
        var thing = new JsonThing(log, subject, path, inherited);
        var before = log.Claims.Count;
        EntryReader.Read(thing, element, id);
        if (subject.Kind is SubjectKind.Offer) ReadOffer(subject, element, path, fault is null ? baseModel : null, before);
        if (log.Claims.Count == before) Refuse(subject.ToString(), path, own, "an entry that says nothing", "at least a name");
    }

    private void ReadOffer(Subject subject, JsonElement element, string path, string? baseModel, int before)
    {

        if (baseModel is not null) Serves(subject, baseModel, before);
        if (!element.TryGetProperty("cost", out _)) log.Note("no cost: nothing is said of prices", path);
    }

    /// <summary>The offer and its priced modes serve the base model.</summary>
    private void Serves(Subject offer, string baseModel, int before)
    {
        var subjects = log.Claims.Skip(before).Select(c => c.Subject).Append(offer).Distinct().ToArray();
        foreach (var subject in subjects) log.Say(subject, Property.Serves, new ClaimValue.Words(baseModel), $"base_model: {baseModel}");
    }

    private void Refuse(string what, string where, JsonElement value, string reason, string allowed) => log.Refuse(what, where, value.GetRawText(), reason, allowed);
}
