using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

/// <summary>The real files of the price lists, whole.</summary>
public sealed class RealCatalogueTests
{
    private static readonly DateOnly Day = new(2026, 7, 2);

    private const string NoKind = "no kind of price in the catalogue stands for it";
    private const string OtherEntry = "a second entry of the source says otherwise; the first one counts";
    private const string SizeClass = "a price class by size, not a model";
    private const string NoPrice = "a setting, a region or a commitment of an offer, without a price that can be used";
    private const string Pixel = "a price per pixel: what an image costs depends on its size";

    private static readonly Dictionary<string, Dictionary<string, int>> Refused = new()
    {
        ["litellm/asof-2026-07-01"] = new()
        {
            [Pixel] = 83, [NoKind] = 32, [NoPrice] = 27, ["0 tokens is not a limit"] = 25, ["a factor on other prices, not a price"] = 24,
            ["a search service, not a model"] = 19, [SizeClass] = 16, [OtherEntry] = 14, ["unknown modality"] = 8,
        },
        ["old/tokencost-2025-09.json"] = new() { [Pixel] = 107, [NoPrice] = 45, ["0 tokens is not a limit"] = 32, [NoKind] = 22, [SizeClass] = 18, ["unknown modality"] = 8, [OtherEntry] = 7 },
        ["portkey/asof-2026-07-01"] = new()
        {
            [NoKind] = 538, ["a second price for the same thing; the first one counts"] = 49, ["an entry without prices that can be used"] = 11, [SizeClass] = 6,
            ["null says nothing"] = 4, ["a second split of one price list by another length; the first one counts"] = 4, [OtherEntry] = 2, ["an absurd limit"] = 1,
        },
        ["langfuse"] = new()
        {
            ["whose model it is cannot be told"] = 12, ["null says nothing"] = 11, ["no model id can be told: its own pattern does not take its name, and spells out none"] = 5,
        },
    };

    [Theory]
    [InlineData("litellm", "litellm/asof-2026-07-01", 2927, 2915)]
    [InlineData("litellm", "old/tokencost-2025-09.json", 1701, 1522)]
    [InlineData("portkey", "portkey/asof-2026-07-01", 7049, 4663)]
    [InlineData("langfuse", "langfuse", 167, 211)]
    public void A_real_snapshot_is_imported_whole_and_again_changes_nothing(string format, string name, int entries, int offers)
    {
        var path = Path.Combine(TestData.Shared("catalogs"), name);
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        var importer = ImportFormats.Get(format);

        var first = new Importing(store).Import(importer, path, Day);
        first.Parsed!.Counts.Single(c => c.What == "entries").Number.ShouldBe(entries);
        first.Parsed.Claims.Select(c => c.Subject).Distinct().Count().ShouldBe(offers);
        first.Parsed.Refusals.GroupBy(r => r.Reason).ToDictionary(r => r.Key, r => r.Count()).ShouldBe(Refused[name], ignoreOrder: true);
        first.Claims.Added.ShouldBe(first.Parsed.Claims.Distinct().Count());

        new Importing(store).Import(importer, path, Day).AlreadyThere.ShouldBeTrue();
        new Importing(store).Import(importer, path, Day.AddDays(1)).Claims.ShouldBe(new ImportCounts(0, 0, first.Claims.Added, 0));
        new ClaimStore(store).LoadClaims().Count.ShouldBe(first.Claims.Added);
        first.Parsed.Claims.GroupBy(c => (c.Subject, c.Property)).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("one source has one voice");
    }
}
