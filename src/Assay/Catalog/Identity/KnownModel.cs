namespace Assay.Catalog.Identity;

/// <summary>A model the catalogue holds and the names it is known by.</summary>
public sealed record KnownModel(string Id, IReadOnlyList<string> Aliases)
{
    /// <summary>Somebody describes it here; of two entries for one model this one stands.</summary>
    public bool Curated { get; init; }
}

/// <summary>The models of the catalogue, found by what a name says.</summary>
internal sealed class KnownModels
{
    private readonly Dictionary<string, string> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> finished = new(StringComparer.Ordinal);

    public KnownModels(IEnumerable<KnownModel> models)
    {
        // The shorter of two names for one model is the one it is sold by; a release behind it makes it longer.
        var sorted = models.OrderByDescending(m => m.Curated).ThenBy(m => m.Id.Length).ThenBy(m => m.Id, StringComparer.Ordinal).ToArray();
        foreach (var model in sorted)
        {
            ids.Add(model.Id);
            if (Add(model.Id, model) is { Preview: false } reading) finished.Add(reading.Key);
        }
        foreach (var model in sorted)
            foreach (var alias in model.Aliases) Add(alias, model);
    }

    private Reading Add(string name, KnownModel model)
    {
        var reading = NameReader.Read("", name);
        if ((!reading.Latest || (model.Curated && name == model.Id)) && reading.Notes.Count == 0) byKey.TryAdd(reading.Key, model.Id);
        return reading;
    }

    public string? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The entry that stands for this one: itself, or the one of the same model without a release in its name; null for a name that moves.</summary>
    public string? StandsFor(KnownModel model)
    {
        var reading = NameReader.Read("", model.Id);
        return model.Curated || reading.Notes.Count > 0 ? model.Id : reading.Latest ? null : byKey[reading.Key];
    }

    public bool Holds(string id) => ids.Contains(id);

    /// <summary>A model of this name is out, so a preview of it is a snapshot.</summary>
    public bool IsFinished(string key) => finished.Contains(key);
}
