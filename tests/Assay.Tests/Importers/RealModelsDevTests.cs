using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Shouldly;
using Xunit;

namespace Assay.Tests.Importers;

public sealed class RealModelsDevTests
{
    [Fact]
    public void The_real_snapshot_is_imported_whole_and_again_changes_nothing()
    {
        var folder = TestData.Shared("models.dev");
        using var temporary = new TemporaryFolder();
        var store = Store.Open(temporary.In("assay.db"));
        var importer = new ModelsDevCatalogue();

        var first = new Importing(store).Import(importer, folder, new DateOnly(2026, 7, 2));
        first.Parsed!.Counts.Take(3).Select(c => c.Number).ShouldBe([147, 5276, 231]);
        first.Claims.Added.ShouldBe(first.Parsed.Claims.Distinct().Count());
        first.Parsed.Refusals.GroupBy(r => r.Reason).ToDictionary(r => r.Key, r => r.Count())
            .ShouldBe(new Dictionary<string, int> { ["0 tokens is not a limit"] = 261, ["not a date"] = 7 }, ignoreOrder: true);
        var offers = first.Parsed.Claims.Where(c => c.Subject.Kind is Assay.Catalog.SubjectKind.Offer).Select(c => c.Subject).Distinct();
        offers.Count(o => !o.Id.Contains('#')).ShouldBe(5276);

        new Importing(store).Import(importer, folder, new DateOnly(2026, 7, 2)).AlreadyThere.ShouldBeTrue();
        new Importing(store).Import(importer, folder, new DateOnly(2026, 7, 3)).Claims.ShouldBe(new ImportCounts(0, 0, first.Claims.Added, 0));
        var loaded = new ClaimStore(store).LoadClaims();
        loaded.Count.ShouldBe(first.Claims.Added);
        loaded.ShouldAllBe(c => c.Source.Retrieved == new DateOnly(2026, 7, 3) && c.From == new DateOnly(2026, 7, 2));
        loaded.ShouldContain(c => c.Value.Text == "0.049999999999999996");
    }
}
