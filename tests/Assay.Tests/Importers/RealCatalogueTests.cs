using System.Diagnostics;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>The real files of the price lists, whole.</summary>
public sealed class RealCatalogueTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 7, 2);

    private static readonly Dictionary<string, Dictionary<string, int>> Refused = new()
    {
    };

    [Theory]
    [InlineData("litellm", "litellm/asof-2026-07-01", 2927, 0)]
    [InlineData("litellm", "old/tokencost-2025-09.json", 1701, 0)]
    [InlineData("portkey", "portkey/asof-2026-07-01", 7049, 0)]
    [InlineData("langfuse", "langfuse", 167, 0)]
    public void A_real_snapshot_is_imported_whole_and_again_changes_nothing(string format, string name, int entries, int offers)
    {
        var path = Path.Combine(TestData.Shared("catalogs"), name);
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        var importer = ImportFormats.Get(format);

        var first = new Importing(store).Import(importer, path, Day);
        first.Parsed!.Counts.Single(c => c.What == "entries").Number.ShouldBe(entries);
        var reasons = first.Parsed.Refusals.GroupBy(r => r.Reason).ToDictionary(r => r.Key, r => r.Count());
        output.WriteLine($"OUT [\"{name}\"] = new() {{ {string.Join(", ", reasons.OrderByDescending(r => r.Value).Select(r => $"[\"{r.Key}\"] = {r.Value}"))} }}, // {first.Parsed.Claims.Select(c => c.Subject).Distinct().Count()} {first.Claims.Added}");
        first.Claims.Added.ShouldBe(first.Parsed.Claims.Distinct().Count());

        new Importing(store).Import(importer, path, Day).AlreadyThere.ShouldBeTrue();
        new Importing(store).Import(importer, path, Day.AddDays(1)).Claims.ShouldBe(new ImportCounts(0, 0, first.Claims.Added, 0));
        new ClaimStore(store).LoadClaims().Count.ShouldBe(first.Claims.Added);
        first.Parsed.Claims.GroupBy(c => (c.Subject, c.Property)).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("one source has one voice");
    }

    [Fact]
    public void Reading_the_longest_list_takes_a_fraction_of_a_second()
    {
        var importer = ImportFormats.Get("litellm");
        var files = importer.Read(Path.Combine(TestData.Shared("catalogs"), "litellm", "asof-2026-07-01"));
        importer.Parse(files, new() { Today = Day });
        var watch = Stopwatch.StartNew();
        importer.Parse(files, new() { Today = Day });
        output.WriteLine($"OUT parsed in {watch.Elapsed.TotalMilliseconds:0} ms");
        // Measured at 40 to 90 ms; the machine of a test may be busy.
        watch.ElapsedMilliseconds.ShouldBeLessThan(1500);
    }
}
