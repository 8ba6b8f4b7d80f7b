namespace Assay.Catalog.Identity;

/// <summary>Marketed versions that were exchanged under one name, and the days of their snapshots: public announcements.</summary>
internal static class Snapshots
{
    private static readonly Dictionary<string, string[]> Days = new(StringComparer.Ordinal)
    {
        ["claude-sonnet-3.5"] = ["20240620", "20241022"],
        ["gpt-4o"] = ["2024-05-13", "2024-08-06", "2024-11-20"],
    };

    /// <summary>The snapshot that came on the day the offer gives, or null.</summary>
    public static string? ByDate(string key, OfferDescription offer)
    {
        if (offer.Released is not { Day: not null } date || !Days.TryGetValue(key, out var days)) return null;
        var text = date.Earliest.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        return Array.Find(days, d => d.Replace("-", "", StringComparison.Ordinal) == text);
    }
}
