using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Units;
using Shouldly;
using Xunit;
using static System.FormattableString;

namespace Assay.Tests.History;

public sealed class ChangeLogTests
{
    private readonly List<Claim> claims = [];

    private static DateOnly Day(int day) => new(2026, 3, day);

    private ChangeLogTests Say(string subject, Property property, object value, int from, int? to = null, string publisher = "List", string? feed = "list", string? asOf = null)
    {
        claims.Add(new()
        {
            Subject = subject.StartsWith("shop/", StringComparison.Ordinal) ? Subject.Offer(subject) : Subject.Model(subject), Property = property,
            Value = value switch { int n => new ClaimValue.Number(n), decimal n => new ClaimValue.Number(n), bool yes => ClaimValue.Of(yes), PartialDate date => new ClaimValue.Date(date), _ => new ClaimValue.Words((string)value) },
            From = Day(from), To = to is { } end ? Day(end) : null, Source = TestCatalog.From(publisher, SourceRank.Aggregator, asOf ?? $"2026-03-{from:00}") with { Feed = feed },
        });
        return this;
    }

    private ChangeLogTests Listed(string offer, int from, int? to = null) => Say(offer, Property.DisplayName, "Thing", from, to);

    private static readonly Property Input = Property.Price(PriceKind.Input);

    private string[] Told() => [.. new ChangeLog(claims).Changes.Select(c => Invariant($"{c.Day.Day} {c.Kind} {c.Subject.Id} {c.Property?.Name}: {c.Before?.Value.Text} > {c.After?.Value.Text} {c.By}").Replace("  ", " ").TrimEnd())];

    [Theory]
    [InlineData(10, 8, "20 % lower")]
    [InlineData(10, 25, "2.5× the price")]
    [InlineData(2, 3, "1.5× the price")]
    [InlineData(1000, 1001, "less than 1 % more")]
    [InlineData(1000, 1, "99.9 % lower")]
    public void A_price_that_a_source_changes_is_told_with_its_size(int before, int after, string by)
    {
        Listed("shop/a", 1).Say("shop/a", Input, before, 1, 5).Say("shop/a", Input, after, 5);
        Told().ShouldBe([$"5 Price shop/a price.input: {before} > {after} {by}"]);
    }

    [Fact]
    public void A_list_imported_after_a_person_read_it_changes_a_price_only_beyond_rounding()
    {
        Listed("shop/a", 1).Say("shop/a", Input, 1000, 2, 5, feed: null).Say("shop/a", Input, 1001, 5);
        Listed("shop/b", 1).Say("shop/b", Input, 1000, 2, 5, feed: null).Say("shop/b", Input, 1100, 5);
        Say("shop/a", Property.About("docs"), "https://a", 2, 5, feed: null).Say("shop/a", Property.About("docs"), "https://b", 5);
        Told().ShouldBe(["5 Price shop/b price.input: 1000 > 1100 1.1× the price"]);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void To_and_from_nothing_there_is_no_relative_size(int before, int after)
    {
        Say("shop/a", Input, before, 1, 5).Say("shop/a", Input, after, 5);
        new ChangeLog(claims).Changes.ShouldHaveSingleItem().By.ShouldBeNull();
    }

    [Fact]
    public void The_first_snapshot_of_a_feed_is_where_we_begin_and_no_news()
    {
        for (var i = 0; i < 50; i++) Listed($"shop/{i}", 1).Say($"shop/{i}", Input, i, 1);
        Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_first_snapshot_whose_prices_hold_since_long_ago_lists_nothing_new_and_tells_what_changed_in_between()
    {
        Listed("shop/a", 20).Say("shop/a", Input, 5, 1, 10).Say("shop/a", Input, 4, 10);
        Listed("shop/b", 20).Say("shop/b", Input, 7, 3);
        Told().ShouldBe(["10 Price shop/a price.input: 5 > 4 20 % lower"]);
    }

    [Fact]
    public void A_source_that_starts_to_speak_is_no_change_of_price()
    {
        Listed("shop/a", 1).Say("shop/a", Input, 5, 1).Say("shop/a", Input, 4, 7, publisher: "Other", feed: "other").Say("shop/a", Input, 3, 8, publisher: "Page", feed: null);
        Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_list_tells_what_it_gained_and_lost_as_a_whole_and_never_that_it_was_retired()
    {
        Listed("shop/a", 1).Listed("shop/b", 1, 6).Say("shop/b", Input, 2, 1, 6).Listed("shop/c", 6).Say("shop/c", Input, 3, 6);
        Told().ShouldBe(["6 OfferGone shop/b : Thing >", "6 NewOffer shop/c : > Thing"]);
    }

    [Fact]
    public void A_list_that_says_more_or_less_of_a_thing_it_has_is_told()
    {
        Listed("shop/a", 1).Listed("shop/b", 1).Say("shop/b", Input, 9, 1).Say("shop/a", Input, 2, 5, 8);
        Told().ShouldBe(["8 Price shop/a price.input: 2 >", "5 Price shop/a price.input: > 2"]);
    }

    [Fact]
    public void A_property_that_a_feed_speaks_of_for_the_first_time_is_no_news()
    {
        Listed("shop/a", 1).Listed("shop/b", 1).Say("shop/a", Property.ContextWindow, 8000, 5).Say("shop/b", Property.ContextWindow, 8000, 5);
        Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_page_that_falls_silent_says_nothing_by_it()
    {
        Say("acme/a", Property.ContextWindow, 8000, 1, 5, publisher: "Acme", feed: null);
        Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_publisher_whose_newer_page_says_otherwise_has_changed()
    {
        Say("acme/a", Property.ContextWindow, 8000, 1, publisher: "Acme", feed: null).Say("acme/a", Property.ContextWindow, 32000, 9, publisher: "Acme", feed: null);
        Told().ShouldBe(["9 Limit acme/a context_window: 8000 > 32000 4× as many tokens"]);
    }

    [Fact]
    public void A_page_that_we_read_again_and_corrected_has_not_changed()
    {
        Say("acme/a", Property.ContextWindow, 8000, 1, 20, publisher: "Acme", feed: null).Say("acme/a", Property.ContextWindow, 8192, 1, publisher: "Acme", feed: null);
        Told().ShouldBeEmpty();
    }

    [Fact]
    public void An_announced_end_is_told_when_it_is_first_said_unless_it_is_long_past()
    {
        Say("acme/a", Property.Retires, new PartialDate(2026, 9), 4, publisher: "Acme", feed: null).Say("acme/a", Property.LifecycleStatus, "deprecated", 4, publisher: "Acme", feed: null);
        Say("acme/b", Property.Retires, new PartialDate(2024, 9), 4, publisher: "Acme", feed: null).Say("acme/c", Property.LifecycleStatus, "active", 4, publisher: "Acme", feed: null);
        Told().ShouldBe(["4 Lifecycle acme/a lifecycle.retires: > 2026-09"]);
    }

    [Fact]
    public void An_end_whose_date_becomes_more_precise_is_told()
    {
        Say("acme/a", Property.Retires, new PartialDate(2026), 1, publisher: "Acme", feed: null, asOf: "2026-02-01").Say("acme/a", Property.Retires, new PartialDate(2026, 10, 1), 9, publisher: "Acme", feed: null);
        Told()[0].ShouldBe("9 Lifecycle acme/a lifecycle.retires: 2026 > 2026-10-01");
    }

    [Fact]
    public void A_release_that_is_told_while_it_is_new_makes_a_new_model_and_an_old_one_does_not()
    {
        Say("acme/a", Property.Released, new PartialDate(2026, 3, 3), 4, publisher: "Acme", feed: null).Say("acme/b", Property.Released, new PartialDate(2025, 3, 3), 4, publisher: "Acme", feed: null);
        Told().ShouldBe(["4 NewModel acme/a released: > 2026-03-03"]);
    }

    [Fact]
    public void A_rumour_changes_nothing()
    {
        Say("acme/a", Property.ContextWindow, 8000, 1, publisher: "Acme", feed: null);
        claims.Add(claims[0] with { Value = new ClaimValue.Number(1_000_000), From = Day(9), Unconfirmed = true });
        Told().ShouldBeEmpty();
    }
}
