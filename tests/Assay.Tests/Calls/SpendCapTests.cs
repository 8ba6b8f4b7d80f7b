using Assay.Adapters.Calls;
using Assay.Calls;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

public sealed class SpendCapTests
{
    /// <summary>$10 a million in, $100 a million out: a call of 1,000 + 500 tokens is $0.06.</summary>
    private static CatalogSnapshot Priced()
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/small").Offer("mock/small", 10, 100);
        catalog.Model("acme/open").Offer("mock/open");
        return catalog.Snapshot();
    }

    private static CallRequest Asks(string model = "small", int? most = 1000) => CallBench.Asks(model) with { Parameters = new() { MaxOutputTokens = most } };

    private static readonly Script Dear = Script.Hello with { Usage = new() { Origin = UsageOrigin.Reported, Input = 1000, Output = 500 } };

    [Fact]
    public async Task What_a_call_costs_is_told_with_the_price_its_date_and_offer()
    {
        await using var bench = await CallBench.Start(catalog: Priced());
        bench.Server.Says("small", Dear);
        var cost = (await bench.Call(Asks())).Transcript.Cost.ShouldNotBeNull();
        cost.Usd.ShouldBe(0.06m);
        cost.Offer.ShouldBe("mock/small");
        cost.Why.ShouldContain("$100");
        cost.Why.ShouldContain("2026-06-20");
    }

    [Fact]
    public async Task The_cap_is_not_passed_with_sixty_four_calls_at_once()
    {
        await using var bench = await CallBench.Start(catalog: Priced(), declare: d => d with { MaxConcurrency = 64 });
        bench.Server.Says("small", Dear);
        var cap = new SpendCap(1m);
        var all = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => bench.Caller.Ask(Asks(), new() { Spend = cap }, TestContext.Current.CancellationToken)));
        var paid = all.Sum(t => t.Cost?.Usd ?? 0);
        paid.ShouldBe(cap.Spent);
        cap.Spent.ShouldBeLessThanOrEqualTo(1m);
        // Held at their most the calls would be few; settled they make room for others, until not even one more fits.
        all.Count(t => t.Text is not null).ShouldBe(15);
        all.Where(t => t.Text is null).ShouldAllBe(t => ((CallOutcome.Failed)t.Outcome).Failure.Kind == FailureKind.SpendCap && t.Attempts.Count == 0);
        bench.Server.Count("small").ShouldBe(15);
    }

    [Fact]
    public async Task Without_a_known_price_or_limit_nothing_is_sent_under_a_cap()
    {
        await using var bench = await CallBench.Start(catalog: Priced());
        foreach (var (request, words) in new[] { (Asks("open"), "no confirmed price"), (Asks("unheard-of"), "no offer of mock/unheard-of"), (Asks(most: null), "the output has no limit") })
        {
            var failure = ((await bench.Call(request, new() { Spend = new(1) })).Transcript.Outcome as CallOutcome.Failed)!.Failure;
            failure.Kind.ShouldBe(FailureKind.SpendCap);
            failure.Message.ShouldContain(words);
        }
        bench.Server.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_that_may_be_charged_counts_at_its_most_and_one_that_is_not_counts_nothing()
    {
        await using var bench = await CallBench.Start(catalog: Priced());
        var cap = new SpendCap(10);
        bench.Server.Says("small", new Script { Status = 400 });
        await bench.Call(Asks(), new() { Spend = cap });
        cap.Spent.ShouldBe(0);
        bench.Server.Says("small", Script.Hello with { Cut = true });
        await bench.Call(Asks(), new() { Spend = cap });
        cap.Spent.ShouldBe(CallCosts.Most(Asks(), Priced().OffersOf["mock"].Single(o => o.Offer.Id.ModelAtProvider == "small").Offer, 1000).Usd!.Value);
    }

    [Fact]
    public async Task A_retry_that_no_longer_fits_is_not_sent()
    {
        await using var bench = await CallBench.Start(catalog: Priced());
        bench.Server.Says("small", new Script { ErrorInside = "Overloaded" });
        var failure = ((await bench.Call(Asks(), new() { Spend = new(0.15m) })).Transcript.Outcome as CallOutcome.Failed)!.Failure;
        failure.Kind.ShouldBe(FailureKind.SpendCap);
        failure.Message.ShouldContain("Overloaded");
        bench.Server.Count("small").ShouldBe(1);
    }

    [Fact]
    public async Task Who_stops_listening_has_paid_for_what_had_gone_out_and_leaves_no_place_taken()
    {
        await using var bench = await CallBench.Start(catalog: Priced(), declare: d => d with { MaxConcurrency = 1 });
        bench.Server.Says("small", Script.Hello with { BeforeEnd = Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken) }, Dear);
        var cap = new SpendCap(10);
        await foreach (var next in bench.Caller.Call(Asks(), new() { Spend = cap }, TestContext.Current.CancellationToken))
            if (next is CallEvent.Text) break;
        cap.Spent.ShouldBeGreaterThan(0.1m);
        // One who gave up in the queue holds nothing either.
        var first = bench.Caller.Call(Asks(), cancellationToken: TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await first.MoveNextAsync()).ShouldBeTrue();
        await foreach (var next in bench.Caller.Call(Asks(), new() { Spend = cap }, TestContext.Current.CancellationToken))
        {
            next.ShouldBeOfType<CallEvent.Waiting>();
            break;
        }
        await first.DisposeAsync();
        (await bench.Call(Asks())).Transcript.Text.ShouldBe("Hello, world");
    }
}
