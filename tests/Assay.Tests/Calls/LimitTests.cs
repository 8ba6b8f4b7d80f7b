using Assay.Adapters.Calls;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Calls;

public sealed class LimitTests
{
    [Fact]
    public async Task No_more_calls_are_under_way_than_the_settings_allow()
    {
        await using var bench = await CallBench.Start(declare: d => d with { MaxConcurrency = 3 });
        bench.Server.Says("small", Script.Hello with { Split = 2 });
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bench.Call(CallBench.Asks("small"))));
        bench.Server.MostAtOnce.ShouldBeLessThanOrEqualTo(3);
        all.SelectMany(c => c.Events).OfType<CallEvent.Waiting>().ShouldContain(w => w.Why.Contains("at most 3 calls at once"));
        all.ShouldAllBe(c => c.Transcript.Text == "Hello, world");
    }

    [Fact]
    public async Task Requests_of_any_minute_stay_within_the_limit()
    {
        var time = new ManualTime { Skips = TimeSpan.FromMinutes(2) };
        var window = new MinuteWindow(10, time);
        var at = new List<DateTimeOffset>();
        for (var i = 0; i < 35; i++)
        {
            await window.Take(1, TestContext.Current.CancellationToken);
            at.Add(time.GetUtcNow());
        }
        for (var i = 10; i < at.Count; i++) (at[i] - at[i - 10]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
        (at[^1] - at[0]).ShouldBeLessThan(TimeSpan.FromMinutes(3.1));
    }

    [Fact]
    public async Task An_estimate_that_was_too_high_makes_room_when_it_is_corrected()
    {
        var time = new ManualTime();
        var window = new MinuteWindow(1000, time);
        var first = await window.Take(900, TestContext.Current.CancellationToken);
        window.Correct(first, 100);
        window.Take(850, TestContext.Current.CancellationToken).IsCompletedSuccessfully.ShouldBeTrue();
        var third = window.Take(100, TestContext.Current.CancellationToken);
        third.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(61));
        await third;
    }

    [Fact]
    public async Task What_is_larger_than_the_whole_window_passes_alone()
    {
        var time = new ManualTime();
        var window = new MinuteWindow(1000, time);
        var large = window.Take(5000, TestContext.Current.CancellationToken);
        large.IsCompletedSuccessfully.ShouldBeTrue();
        var next = window.Take(1, TestContext.Current.CancellationToken);
        next.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(61));
        await next;
    }

    [Fact]
    public async Task Bytes_without_words_keep_an_attempt_alive()
    {
        var time = new ManualTime();
        using var clock = new AttemptClock(new(), local: false, streams: true, time, TestContext.Current.CancellationToken);
        clock.Answered();
        for (var i = 0; i < 4; i++)
        {
            time.Advance(TimeSpan.FromSeconds(100));
            clock.Heard();
        }
        clock.Token.IsCancellationRequested.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(121));
        clock.Expired.ShouldNotBeNull().Message.ShouldBe("Nothing more came for 2 minutes.");
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(3, 0.5, 2)]
    [InlineData(9, 1, 30)]
    public void Waits_are_random_below_a_bound_that_doubles(int attempt, double chance, double seconds) => new CallLimits().Wait(attempt, null, chance).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void What_the_provider_asks_is_the_least_that_is_waited()
    {
        foreach (var chance in (double[])[0, 0.3, 1]) new CallLimits().Wait(2, TimeSpan.FromSeconds(7), chance).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData(7, 1, 8)]
    [InlineData(1, 1, 1.25)]
    [InlineData(1, 0.5, 1.125)]
    [InlineData(60, 1, 61)]
    [InlineData(0, 1, 0.1)]
    public void To_what_is_asked_comes_a_quarter_at_most(double asked, double chance, double seconds) =>
        new CallLimits().Wait(1, TimeSpan.FromSeconds(asked), chance).ShouldBe(TimeSpan.FromSeconds(seconds));
}
