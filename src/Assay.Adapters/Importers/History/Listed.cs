using System.Text.Json;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers.History;

/// <summary>Which entries models.dev lists today, each with its release date where it has one; read from the api.json beside the history.</summary>
internal sealed class Listed
{
    private readonly Dictionary<Subject, DateOnly?> entries = [];

    /// <returns>Null where there is no file: nothing is known of it.</returns>
    /// <exception cref="ImportException">Not models.dev's api.json.</exception>
    public static Listed? Read(string name, byte[]? bytes)
    {
        if (bytes is null) return null;
        using var file = JsonFile.Open(name, bytes);
        var listed = new Listed();
        foreach (var provider in file.Object().EnumerateObject())
        {
            if (provider.Value.ValueKind is not JsonValueKind.Object || !provider.Value.TryGetProperty("models", out var models) || models.ValueKind is not JsonValueKind.Object) continue;
            foreach (var model in models.EnumerateObject())
                listed.entries[Subject.Offer($"{provider.Name}/{model.Name}")] = Released(model.Value);
        }
        return listed;
    }

    public bool Has(Subject offer) => entries.ContainsKey(offer);

    /// <summary>The first day it can have been listed; null when not known.</summary>
    public DateOnly? Released(Subject offer) => entries.GetValueOrDefault(offer);

    private static DateOnly? Released(JsonElement entry) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("release_date", out var said) && said.ValueKind is JsonValueKind.String && PartialDate.TryParse(said.GetString(), out var date) ? date.Latest : null;
}
