using Assay.Adapters.Importers;
using Assay.Host.Catalog;
using Assay.Tests.Web;

namespace Assay.Tests.History;

/// <summary>Invented things with a past, brought in as a user would: a curated catalogue and three snapshots of a list.</summary>
internal static class HistoryData
{
    /// <summary>A day on which all of it has happened.</summary>
    public static readonly DateOnly Today = new(2026, 3, 31);

    public static string Folder => Path.Combine(TestData.Folder, "history");
    public static string Catalog => Path.Combine(Folder, "catalog");

    public static Workspace Import(string data)
    {
        var workspace = new Workspace(data, Catalog, new FixedClock(Today));
        foreach (var day in (string[])["2026-01-10", "2026-02-01", "2026-03-05"])
            new Importing(workspace.Store).Import(ImportFormats.Get("models.dev"), Path.Combine(Folder, day, "api.json"), DateOnly.Parse(day));
        return workspace;
    }
}
