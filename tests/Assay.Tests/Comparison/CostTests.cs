using Assay.Catalog;
using Assay.Comparison;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

public sealed class CostTests
{
    [Theory]
    [InlineData("0.2", "0.2", "210")]
    [InlineData("10", "30", "15500")]
    [InlineData("10", "40", "18000")]
    [InlineData("0.04", "0.13", "64.5")]
    [InlineData("0.5", "2", "900")]
    [InlineData("0.06", "0.33", "130.5")]
    [InlineData("1.75", "14", "4900")]
    [InlineData("0.351", "0.555", "419.55")]
    public void The_worked_examples_of_the_default_traffic(string input, string output, string usd) =>
        Cost(m => m.Offer("p/one", Number(input), Number(output))).UsdPerMonth.ShouldBe(Number(usd));

    [Fact]
    public void The_cheapest_input_of_one_offer_never_meets_the_cheapest_output_of_another() =>
        Cost(m => m.Offer("p/one", 0.1m, 10).Offer("q/one", 5, 0.1m)).UsdPerMonth.ShouldBe(0.1m * 800 + 10 * 250);

    [Fact]
    public void An_offer_without_an_output_price_has_no_bill_and_no_part_of_one()
    {
        var cost = Cost(m => m.Offer("p/one", 0.1m));
        cost.UsdPerMonth.ShouldBeNull();
        cost.All.ShouldHaveSingleItem().UsdPerMonth.ShouldBeNull();
        cost.Why.ShouldBe("the offers of one have no confirmed price for output");
    }

    [Fact]
    public void Equal_bills_stand_in_the_order_of_their_ids_and_unknown_ones_last() =>
        Cost(m => m.Offer("q/one", 1, 1).Offer("a/one", 1).Offer("p/one", 1, 1).Offer("z/one", 0.5m, 1)).All.Select(b => b.Offer.Id.ToString()).ShouldBe(["z/one", "p/one", "q/one", "a/one"]);

    [Theory]
    [InlineData("2.5", null)]
    [InlineData("0.10", null)]
    [InlineData("1234.5", "$1234.50")]
    [InlineData("0.049999999999999996", "$0.049999999999999996")]
    public void A_price_has_an_exact_form_only_where_the_short_one_leaves_digits_out(string usd, string? exact) =>
        Cells.Of(Price(usd)).Exact.ShouldBe(exact);

    private static Fact<UnitPrice> Price(string usd) => new Fact<UnitPrice>.KnownFact(new(Number(usd), PriceUnit.MillionTokens), []);

    [Fact]
    public void A_free_tier_is_never_the_bill()
    {
        var cost = Cost(m => m.Offer("p/one", 0, 0));
        cost.Best.ShouldBeNull();
        cost.All.ShouldHaveSingleItem().UsdPerMonth.ShouldBe(0);
        cost.Why.ShouldBe("only free tiers of one are known, and not what they allow at this traffic");
        Cost(m => m.Offer("p/one", 0, 0).Offer("q/one", 10, 30)).UsdPerMonth.ShouldBe(15_500);
    }

    [Fact]
    public void A_rumoured_price_is_no_price() => Cost(m => m.Offer("p/one", 0.1m, 0.1m, unconfirmed: true)).Best.ShouldBeNull();

    [Fact]
    public void A_retired_model_costs_nothing_today_and_keeps_its_history()
    {
        var cost = Cost(m => m.Offer("p/one", 10, 30).Retired("2024-12-06"));
        cost.Best.ShouldBeNull();
        cost.Why.ShouldBe("one was shut down on 2024-12-06, so it has no current cost");
        cost.LastKnown.ShouldNotBeNull().UsdPerMonth.ShouldBe(15_500);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Assay.Comparison.Cost.ModelCost Cost(Action<TestModel> says)
    {
        var catalog = new TestCatalog();
        says(catalog.Model("acme/one"));
        catalog.Model("acme/other");
        return catalog.Compare("acme/one", "acme/other").Context.Costs[0];
    }
}
