using Assay.Calls;
using Assay.Catalog;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

public sealed class CallCostTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 2, 12, 0, 0, TimeSpan.Zero);

    private static Offer Offer(params (Property Price, decimal Usd)[] prices)
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/one").Offer("p/one", 2, 10);
        foreach (var (price, usd) in prices) catalog.Say(Subject.Offer("p/one"), price, new ClaimValue.Number(usd));
        return catalog.Snapshot().OffersOf["p"].Single().Offer;
    }

    private static Usage Tokens(long? input, long? output) => new() { Origin = UsageOrigin.Reported, Input = input, Output = output };

    [Fact]
    public void Tokens_times_price_to_the_last_digit() => CallCosts.Of(Tokens(1_234, 567), Offer(), 0, Noon).Usd.ShouldBe(1_234 * 2 / 1_000_000m + 567 * 10 / 1_000_000m);

    [Fact]
    public void Cache_and_reasoning_are_charged_at_their_own_prices_where_there_are_any()
    {
        var usage = Tokens(1_000_000, 1_000_000) with { CacheRead = 400_000, CacheWrite = 100_000, Reasoning = 500_000 };
        CallCosts.Of(usage, Offer((Property.Price(PriceKind.CacheRead), 0.2m), (Property.Price(PriceKind.CacheWrite), 2.5m)), 0, Noon).Usd.ShouldBe(0.5m * 2 + 0.4m * 0.2m + 0.1m * 2.5m + 10);
        CallCosts.Of(usage with { CacheRead = null, CacheWrite = null }, Offer((Property.Price(PriceKind.Reasoning), 4m)), 0, Noon).Usd.ShouldBe(2 + 5 + 2);
    }

    [Fact]
    public void A_part_without_a_price_makes_the_whole_unknown()
    {
        var cost = CallCosts.Of(Tokens(1000, 10) with { CacheRead = 500 }, Offer(), 0, Noon);
        cost.Usd.ShouldBeNull();
        cost.Why.ShouldBe("p/one has no confirmed price for cache read.");
        CallCosts.Of(Tokens(null, 10), Offer(), 0, Noon).Usd.ShouldBeNull();
    }

    [Fact]
    public void Long_prompts_images_requests_and_hours_have_their_prices()
    {
        CallCosts.Of(Tokens(300_000, 0), Offer((Property.Price(PriceKind.Input, 200_000), 4m)), 0, Noon).Usd.ShouldBe(1.2m);
        CallCosts.Of(Tokens(0, 0), Offer((Property.Price(PriceKind.PerImage), 0.003m), (Property.Price(PriceKind.PerRequest), 0.01m)), 2, Noon).Usd.ShouldBe(0.016m);
        var night = Offer((Property.Price(PriceKind.Input, new PriceCondition(null, new(new(22, 0), new(6, 0)))), 1m));
        CallCosts.Of(Tokens(1_000_000, 0), night, 0, Noon).Usd.ShouldBe(2);
        CallCosts.Of(Tokens(1_000_000, 0), night, 0, Noon.AddHours(12)).Usd.ShouldBe(1);
    }

    [Fact]
    public void An_estimate_says_so_and_is_none_where_images_were_sent()
    {
        var counted = Tokens(10, 10) with { Origin = UsageOrigin.Counted };
        CallCosts.Of(counted, Offer(), 0, Noon).Why.ShouldStartWith("Estimated");
        CallCosts.Of(counted, Offer(), 1, Noon).Usd.ShouldBeNull();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("word", 1)]
    [InlineData("words", 2)]
    [InlineData("слово", 3)]
    [InlineData("世界", 2)]
    public void Tokens_are_estimated_by_script(string text, long tokens) => TokenEstimate.Of(text).ShouldBe(tokens);

    [Fact]
    public void The_most_a_call_can_cost_is_no_less_than_what_it_costs()
    {
        var offer = Offer((Property.Price(PriceKind.Input, 200_000), 4m));
        var request = CallBench.Asks("one", new string('世', 1000)) with { Images = [CallBench.Image()] };
        var most = CallCosts.Most(request, offer, 500).Usd!.Value;
        most.ShouldBeGreaterThanOrEqualTo(CallCosts.Of(Tokens(3000 + 300, 500), offer, 1, Noon).Usd!.Value);
        CallCosts.Most(request, offer, null).Usd.ShouldBeNull();
    }

    [Fact]
    public void An_offer_that_depends_on_region_or_tier_has_no_one_price()
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/one").Offer("p/one#region=eu", 1, 1).Offer("p/one#region=us", 2, 2);
        CallCosts.OfferOf(catalog.Snapshot(), new("p", "one")).Why.ShouldNotBeNull().ShouldContain("region=eu");
        CallCosts.OfferOf(catalog.Snapshot(), new("q", "one")).Why.ShouldNotBeNull().ShouldContain("no offer of q/one");
    }
}
