using System.Diagnostics;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>The real files of the provider's own list, the price lists with rules and history, and the history of models.dev.</summary>
public sealed class RealListTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 7, 2);

    [Theory]
    [InlineData("openrouter", "catalogs", "openrouter/models-2026-05-13.json", 364, 17)]
    [InlineData("genai-prices", "catalogs", "genai-prices/asof-2026-07-01/prices", 34, 0)]
    [InlineData("llm-prices", "catalogs", "llm-prices/asof-2026-07-01/data", 10, 1)]
    [InlineData("models.dev-history", "models.dev", "", 6769, 68)]
    public void A_real_snapshot_is_imported_whole_and_again_changes_nothing(string format, string folder, string name, int first, int refused)
    {
        var path = Path.Combine(TestData.Shared(folder), name);
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        var importer = ImportFormats.Get(format);
        var outcome = new Importing(store).Import(importer, path, Day);
        var parsed = outcome.Parsed!;
        importer.Parse(importer.Read(path), new() { Today = Day });
        var watch = Stopwatch.StartNew();
        importer.Parse(importer.Read(path), new() { Today = Day });
        output.WriteLine($"{string.Join(", ", parsed.Counts.Select(c => $"{c.What} {c.Number}"))}; parsed in {watch.Elapsed.TotalMilliseconds:0} ms");
        foreach (var reason in parsed.Refusals.GroupBy(r => r.Reason).OrderByDescending(r => r.Count())) output.WriteLine($"{reason.Count()} × {reason.Key}: {string.Join(" | ", reason.Take(3))}");
        foreach (var note in parsed.Notes) output.WriteLine($"note {note.Count} × {note.Text} ({note.FirstExample})");

        parsed.Counts[0].Number.ShouldBe(first);
        parsed.Refusals.Count.ShouldBe(refused);
        outcome.Claims.Added.ShouldBe(parsed.Claims.Distinct().Count());
        new Importing(store).Import(importer, path, Day).AlreadyThere.ShouldBeTrue();
        if (format != "models.dev-history") new Importing(store).Import(importer, path, Day.AddDays(1)).Claims.ShouldBe(new ImportCounts(0, 0, outcome.Claims.Added, 0));
        new ClaimStore(store).LoadClaims().Count.ShouldBe(outcome.Claims.Added);
    }
}
