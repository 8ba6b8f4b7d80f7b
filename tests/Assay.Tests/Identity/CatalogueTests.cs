using Assay.Adapters.Importers;
using Assay.Catalog;
using Assay.Catalog.Identity;
using Shouldly;
using Xunit;

namespace Assay.Tests.Identity;

/// <summary>What the decisions make of a catalogue.</summary>
public sealed class CatalogueTests
{
    private static readonly Source List = TestCatalog.From("models.dev", SourceRank.Aggregator) with { Feed = "models.dev" };

    private static CatalogSnapshot With(params string[] offers)
    {
        var catalog = new TestCatalog();
        catalog.Model("openai/gpt-oss-120b").Offer("openai/gpt-oss-120b", 1, 2);
        foreach (var offer in offers) catalog.Say(Subject.Offer(offer), Property.Price(PriceKind.Input), new ClaimValue.Number(0.01m), List);
        return catalog.Snapshot();
    }

    [Fact]
    public void Variants_are_no_routes_and_their_prices_not_the_models()
    {
        var model = With("fast/gpt-oss-120b-fp8", "cheap/openai/gpt-oss-120b").ById("openai/gpt-oss-120b").ShouldNotBeNull();
        model.Variants.Select(o => o.Id.ToString()).ShouldBe(["fast/gpt-oss-120b-fp8"]);
        model.Offers.Select(o => o.Id.ToString()).ShouldBe(["cheap/openai/gpt-oss-120b", "openai/gpt-oss-120b"]);
    }

    [Fact]
    public void A_router_is_on_no_model_and_in_the_list_of_such_offers()
    {
        var catalog = With("shop/model-router");
        catalog.OffersOfNoModel.ShouldHaveSingleItem().Match.Kind.ShouldBe(MatchKind.Router);
        catalog.Models.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_link_of_a_list_is_heard_where_the_name_tells_nothing_and_only_told_elsewhere()
    {
        var catalog = new TestCatalog();
        catalog.Model("moonshotai/kimi-k2.6");
        catalog.Model("deepseek/deepseek-r1");
        foreach (var (offer, link) in new[] { ("shop/our-coder", "moonshotai/kimi-k2.6"), ("shop/deepseek-r1-distill-qwen-32b", "deepseek/deepseek-r1") })
            catalog.Say(Subject.Offer(offer), Property.Serves, new ClaimValue.Words(link), List);
        var snapshot = catalog.Snapshot();
        snapshot.ById("moonshotai/kimi-k2.6").ShouldNotBeNull().Offers.ShouldHaveSingleItem().Match.Reason.ShouldContain("its name tells nothing");
        snapshot.ById("deepseek/deepseek-r1").ShouldNotBeNull().Offers.ShouldBeEmpty();
        snapshot.ById("deepseek/deepseek-r1-distill-qwen-32b").ShouldNotBeNull().Offers.ShouldHaveSingleItem().Match.Reason.ShouldContain("models.dev links it to deepseek/deepseek-r1 instead");
    }

    [Fact]
    public void A_listed_snapshot_of_a_marketed_version_is_no_model_of_its_own()
    {
        var catalog = new TestCatalog();
        catalog.Model("anthropic/claude-haiku-4-5");
        catalog.Say(Subject.Model("anthropic/claude-haiku-4-5-20251001"), Property.DisplayName, new ClaimValue.Words("Claude Haiku 4.5"), List);
        var model = catalog.Snapshot().Models.ShouldHaveSingleItem();
        model.Id.ShouldBe("anthropic/claude-haiku-4-5");
        model.Aliases.ShouldBe(["anthropic/claude-haiku-4-5-20251001"]);
    }

    [Fact]
    public void A_reviewed_overrule_is_read_and_shown()
    {
        var catalog = CatalogBuilder.Build(
            [.. Parse("offers: { shop/gpt-oss-120b: { model: none, kind: unknown, reason: Nobody knows., date: 2026-07-02 } }").Claims, .. With("shop/gpt-oss-120b").Models[0].Offers.SelectMany(o => o.Claims)], TestCatalog.Today);
        catalog.OffersOfNoModel.ShouldHaveSingleItem().Match.Reason.ShouldBe("Overruled on 2026-07-02: Nobody knows");
    }

    [Theory]
    [InlineData("offers: { shop/x: { model: none, kind: unknown, date: 2026-07-02 } }", "'reason' is missing")]
    [InlineData("offers: { shop/x: { model: none, kind: fast, reason: r, date: 2026-07-02 } }", "kind is 'fast'")]
    [InlineData("offers: { shop/x: { model: none, kind: quant, reason: r, date: 2026-07-02 } }", "does not go with model 'none'")]
    [InlineData("offers: { shop/x: { model: a/b, kind: plain, reason: r, date: today } }", "date is 'today'")]
    [InlineData("offers: { shop/x: { model: a/b, kind: plain, reason: r, date: 2026-07-02, who: me } }", "unknown key 'who'")]
    [InlineData("rows: { }", "unknown key 'rows'")]
    public void Faults_of_the_file_are_told_with_line_and_fix(string yaml, string fault) =>
        Should.Throw<ImportException>(() => Parse(yaml)).Problems.ShouldContain(p => p.StartsWith("identity.yaml:1: ", StringComparison.Ordinal) && p.Contains(fault, StringComparison.Ordinal));

    private static ParsedSnapshot Parse(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("identity.yaml", yaml + "\n");
        folder.Write("organizations/openai.yaml", "name: OpenAI\nsources:\n  - publisher: P\n    url: https://example.org/\n    rank: vendor\n    as_of: 2026-01-01\n    says: { country: US }\n");
        var importer = ImportFormats.Get("assay");
        return importer.Parse(importer.Read(folder.Path), new() { Today = TestCatalog.Today });
    }
}
