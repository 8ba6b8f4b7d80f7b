using System.Text.Json;
using Assay.Units;

namespace Assay.Adapters.Importers.ModelsDev;

/// <summary>The day a snapshot stands for when nobody says: no entry in it is newer.</summary>
internal static class SnapshotDate
{
    public static DateOnly? Newest(JsonElement providers, JsonElement? models, DateOnly today)
    {
        DateOnly? newest = null;
        void Look(JsonElement entries)
        {
            foreach (var entry in entries.EnumerateObject())
            {
                if (entry.Value.ValueKind is JsonValueKind.Object && entry.Value.TryGetProperty("last_updated", out var said) && said.ValueKind is JsonValueKind.String
                    && PartialDate.TryParse(said.GetString(), out var date) && date.Earliest <= today && ImportLimits.IsYear(date.Year) && !(date.Earliest <= newest)) newest = date.Earliest;
            }
        }
        foreach (var provider in providers.EnumerateObject())
            if (provider.Value.ValueKind is JsonValueKind.Object && provider.Value.TryGetProperty("models", out var entries) && entries.ValueKind is JsonValueKind.Object) Look(entries);
        if (models is { } canonical) Look(canonical);
        return newest;
    }
}
