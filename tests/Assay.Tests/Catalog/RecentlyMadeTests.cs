using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class RecentlyMadeTests
{
    private readonly object catalogue = new();
    private int made;

    [Fact]
    public void A_thing_asked_for_again_is_not_made_again()
    {
        var recent = new RecentlyMade<string, string>(most: 4);
        var first = recent.Of(catalogue, "a", Make);
        recent.Of(catalogue, "a", Make).ShouldBeSameAs(first);
        made.ShouldBe(1);
    }

    [Fact]
    public void What_was_not_asked_for_lately_goes_and_what_was_stays()
    {
        var things = Enumerable.Range(0, 100).Select(i => $"thing {i}").ToArray();
        var recent = new RecentlyMade<string, string>(most: 20);
        foreach (var thing in things)
        {
            recent.Of(catalogue, things[0], Make);
            recent.Of(catalogue, thing, Make);
        }
        made.ShouldBe(100);
        recent.Of(catalogue, things[99], Make);
        made.ShouldBe(100);
        recent.Of(catalogue, things[1], Make);
        made.ShouldBe(101);
    }

    [Fact]
    public void No_more_than_its_weight_is_kept()
    {
        var things = Enumerable.Range(0, 100).Select(i => $"thing {i}").ToArray();
        var turns = 0;
        var recent = new RecentlyMade<string, string>(most: 100, _ => 10, () => turns++);
        foreach (var thing in things) recent.Of(catalogue, thing, Make);
        made = 0;
        foreach (var thing in things.Reverse().Take(5)) recent.Of(catalogue, thing, Make);
        made.ShouldBe(0);
        foreach (var thing in things.Take(80)) recent.Of(catalogue, thing, Make);
        made.ShouldBe(80);
        turns.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Two_catalogues_do_not_share()
    {
        var recent = new RecentlyMade<string, string>(most: 4);
        recent.Of(catalogue, "a", Make);
        recent.Of(new object(), "a", Make);
        made.ShouldBe(2);
    }

    [Fact]
    public void Equal_things_are_two_things()
    {
        var recent = new RecentlyMade<string, string>(most: 4);
        recent.Of(catalogue, new('a', 3), Make);
        recent.Of(catalogue, new('a', 3), Make);
        made.ShouldBe(2);
    }

    [Fact]
    public void Cleared_it_holds_nothing()
    {
        var recent = new RecentlyMade<string, string>(most: 4);
        recent.Of(catalogue, "a", Make);
        recent.Clear();
        recent.Of(catalogue, "a", Make);
        made.ShouldBe(2);
    }

    private string Make(string thing)
    {
        made++;
        return thing + "!";
    }
}
