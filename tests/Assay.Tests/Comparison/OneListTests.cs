using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

/// <summary>Routes whose price one list alone tells.</summary>
public sealed class OneListTests
{
    [Fact]
    public void A_lone_price_far_below_a_confirmed_one_is_not_the_headline_and_a_sentence_names_it()
    {
        var page = Page(c => Confirmed(c, "acme/one", 4.5m), lone: 1.8m);
        var cost = page.Context.Costs[0];
        cost.Best!.Offer.Id.Provider.ShouldBe("acme");
        var finding = page.Findings.Single(f => f.Rule == "cost-suspicious");
        finding.Decision.ShouldBe("one-list");
        finding.Text.ShouldBe("reseller would be 60 % lower, $1,890 a month, by the word of Price list alone: the bill of one uses the cheapest route that its provider or a second list confirms.");
        finding.Claims.ShouldContain(c => c.Subject.Id == "reseller/one");
        var row = cost.All.Single(b => b.Offer.Id.Provider == "reseller");
        OfferView.Of(row, TestCatalog.Today).Doubt.ShouldBe("not picked: one list only (Price list), far below the cheapest confirmed route");
        page.Findings.Single(f => f.Rule == "score-cheapest-output").Cells![0].Display.ShouldBe("$4.50");
        page.Findings.Single(f => f.Rule == "cost-bill" && f.Models[0] == "acme/one").Text.ShouldNotContain("Only");
    }

    [Theory]
    [InlineData("3.00", false)]
    [InlineData("3.01", true)]
    [InlineData("4.49", true)]
    public void Within_a_third_of_the_confirmed_one_it_is_used_and_says_whose_word_it_is(string lone, bool used)
    {
        var page = Page(c => Confirmed(c, "acme/one", 4.5m), decimal.Parse(lone, System.Globalization.CultureInfo.InvariantCulture));
        page.Context.Costs[0].Best!.Offer.Id.Provider.ShouldBe(used ? "reseller" : "acme");
        page.Findings.Single(f => f.Rule == "cost-bill" && f.Models[0] == "acme/one").Text.EndsWith("Only Price list gives this price.", StringComparison.Ordinal).ShouldBe(used);
        page.Findings.Any(f => f.Rule == "cost-suspicious").ShouldBe(!used);
    }

    [Fact]
    public void Two_lists_that_agree_within_a_percent_confirm_a_price_and_so_does_the_page_of_its_provider()
    {
        Page(c => Prices(Confirmed(c, "acme/one", 4.5m), "reseller/one", 1.81m, TestCatalog.From("Another list", SourceRank.Aggregator)), 1.8m).Context.Costs[0].Best!.Offer.Id.Provider.ShouldBe("reseller");
        Page(c => Prices(Confirmed(c, "acme/one", 4.5m), "reseller/one", 1.8m, TestCatalog.From("Reseller", SourceRank.Provider)), 1.8m).Context.Costs[0].Best!.Offer.Id.Provider.ShouldBe("reseller");
        Page(c => Prices(Confirmed(c, "acme/one", 4.5m), "reseller/one", 3m, TestCatalog.From("Another list", SourceRank.Aggregator, "2026-01-01")), 1.8m).Context.Costs[0].Best!.Offer.Id.Provider.ShouldBe("acme");
    }

    [Fact]
    public void Where_nothing_is_confirmed_the_cheapest_is_used_and_says_whose_word_it_is()
    {
        var page = Page(c => Prices(c, "acme/one", 4.5m, TestCatalog.From("Price list", SourceRank.Aggregator)), 1.8m);
        page.Context.Costs[0].Best!.Doubt!.Text.ShouldBe("one list only (Price list)");
        page.Findings.Single(f => f.Rule == "score-cost").Cells![0].Note.ShouldBe("at reseller, one list only");
    }

    [Fact]
    public void Of_equal_bills_the_confirmed_one_goes_first() =>
        Page(c => Confirmed(c, "zebra/one", 1.8m), 1.8m).Context.Costs[0].Best!.Offer.Id.Provider.ShouldBe("zebra");

    [Fact]
    public void A_confirmed_offer_that_was_shut_down_sets_nothing_aside()
    {
        var page = Page(c => Confirmed(c, "acme/one", 4.5m).Say(Subject.Offer("acme/one"), Property.Retires, new ClaimValue.Date(Assay.Units.PartialDate.Parse("2026-01-01"))), 1.8m);
        page.Context.Costs[0].Best!.Offer.Id.Provider.ShouldBe("reseller");
    }

    [Fact]
    public void Several_that_are_set_aside_are_counted()
    {
        var page = Page(c => Prices(Prices(Confirmed(c, "acme/one", 4.5m), "cheap/one", 1.9m, List), "dear/one", 2m, List), 1.8m);
        page.Findings.Single(f => f.Rule == "cost-suspicious").Text.ShouldEndWith(" 2 more routes are set aside for the same reason.");
    }

    private static Source List => TestCatalog.From("Price list", SourceRank.Aggregator);

    private static TestCatalog Confirmed(TestCatalog catalog, string offer, decimal price) => Prices(catalog, offer, price, TestCatalog.From());

    private static TestCatalog Prices(TestCatalog catalog, string offer, decimal price, Source source) => catalog
        .Say(Subject.Offer(offer), Property.Serves, new ClaimValue.Words("acme/one"), source)
        .Say(Subject.Offer(offer), Property.Price(PriceKind.Input), new ClaimValue.Number(price), source)
        .Say(Subject.Offer(offer), Property.Price(PriceKind.Output), new ClaimValue.Number(price), source);

    private static ModelComparison Page(Action<TestCatalog> says, decimal lone)
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/one").Offer("reseller/one", lone, lone);
        says(catalog);
        catalog.Model("acme/other").Offer("p/other", 1, 1);
        return catalog.Compare("acme/one", "acme/other");
    }
}
