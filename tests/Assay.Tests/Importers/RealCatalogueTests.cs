using System.Diagnostics;
using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>The real files of the three price lists, whole.</summary>
public sealed class RealCatalogueTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 7, 2);

    public static TheoryData<string, string, int, int> Catalogues => new()
    {
        { "litellm", "litellm/asof-2026-07-01", 2927, 2800 }, { "portkey", "portkey/asof-2026-07-01", 0, 0 }, { "langfuse", "langfuse", 167, 0 },
        { "litellm", "old/tokencost-2025-09.json", 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void A_real_snapshot_is_imported_whole_and_again_changes_nothing(string format, string name, int entries, int offers)
    {
        _ = (entries, offers);
        var path = Path.Combine(TestData.Shared("catalogs"), name);
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        var importer = ImportFormats.Get(format);
        var first = new Importing(store).Import(importer, path, Day);
        output.WriteLine(string.Join(", ", first.Parsed!.Counts.Select(c => $"{c.What} {c.Number}")));
        foreach (var reason in first.Parsed.Refusals.GroupBy(r => r.Reason).OrderByDescending(r => r.Count())) output.WriteLine($"{reason.Count()} × {reason.Key}: {string.Join(" | ", reason.Take(60))}");
        foreach (var note in first.Parsed.Notes) output.WriteLine($"note {note.Count} × {note.Text} ({note.FirstExample})");
        var watch = Stopwatch.StartNew();
        importer.Parse(importer.Read(path), new() { Today = Day });
        output.WriteLine($"parsed in {watch.Elapsed.TotalMilliseconds:0} ms");
        first.Claims.Added.ShouldBe(first.Parsed.Claims.Distinct().Count());
        new Importing(store).Import(importer, path, Day).AlreadyThere.ShouldBeTrue();
        new Importing(store).Import(importer, path, Day.AddDays(1)).Claims.ShouldBe(new ImportCounts(0, 0, first.Claims.Added, 0));
    }
}
