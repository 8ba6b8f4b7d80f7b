using Assay.Catalog;
using Assay.Catalog.MatchRules;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class MatchRuleTests
{
    [Theory]
    [InlineData("""{"equals":"Lark-1"}""", "lark-1", "equals 'Lark-1'")]
    [InlineData("""{"equals":"lark"}""", "lark-1", null)]
    [InlineData("""{"starts_with":"lark"}""", "Lark-1", "starts_with 'lark'")]
    [InlineData("""{"ends_with":"-1"}""", "lark-1", "ends_with '-1'")]
    [InlineData("""{"contains":"ark"}""", "lark-1", "contains 'ark'")]
    [InlineData("""{"regex":"^lark-\\d{8}$"}""", "lark-20250101", "regex '^lark-\\d{8}$'")]
    [InlineData("""{"regex":"^lark$"}""", "LARK", null)]
    [InlineData("""{"or":[{"equals":"owl"},{"contains":"lark"}]}""", "lark-1", "contains 'lark'")]
    [InlineData("""{"and":[{"contains":"lark"},{"ends_with":"mini"}]}""", "lark-mini", "contains 'lark' and ends_with 'mini'")]
    [InlineData("""{"and":[{"contains":"lark"},{"ends_with":"mini"}]}""", "lark-1", null)]
    public void A_rule_takes_in_what_it_says_and_names_the_part_that_did(string json, string id, string? hit)
    {
        MatchRule.TryParse(json, out var rule).ShouldBeTrue();
        rule.Hit(id)?.ToString().ShouldBe(hit);
        (rule.Hit(id) is null).ShouldBe(hit is null);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"equals":"a","contains":"b"}""")]
    [InlineData("""{"equals":7}""")]
    [InlineData("""{"equals":""}""")]
    [InlineData("""{"sounds_like":"a"}""")]
    [InlineData("""{"or":[]}""")]
    [InlineData("""{"or":[{"equals":"a"},7]}""")]
    [InlineData("""{"regex":"("}""")]
    [InlineData("""{"regex":"(?=a)b"}""")]
    [InlineData("""not json""")]
    public void What_is_no_rule_is_none(string json) => MatchRule.TryParse(json, out _).ShouldBeFalse();

    [Fact]
    public void A_pattern_made_to_run_away_does_not()
    {
        MatchRule.TryParse("""{"regex":"^(a+)+$"}""", out var rule).ShouldBeTrue();
        rule.Hit(new string('a', 300) + "b").ShouldBeNull();
    }

    [Fact]
    public void A_row_prices_the_ids_its_rule_takes_in_and_says_by_which_part()
    {
        var catalog = List(("lark-1", """{"starts_with":"lark-1"}""", 3), ("lark-2", """{"or":[{"equals":"lark-2"},{"equals":"lark-next"}]}""", 5));
        catalog.Say(Subject.Offer("acme/lark-1-0929"), Property.DisplayName, new ClaimValue.Words("Lark"));

        var price = Prices(catalog, "acme/lark-1-0929").ShouldHaveSingleItem();
        (price.Value.Text, price.ByRuleOf, price.Note).ShouldBe(("3", "lark-1", "by its rule starts_with 'lark-1' this id is priced by row lark-1"));
        Prices(catalog, "acme/lark-next").ShouldHaveSingleItem().ByRuleOf.ShouldBe("lark-2");
        Prices(catalog, "acme/lark-1").ShouldHaveSingleItem().ByRuleOf.ShouldBeNull();
    }

    [Fact]
    public void Of_two_rows_that_take_in_an_id_the_first_one_prices_it()
    {
        var catalog = List(("b", """{"equals":"lark"}""", 5), ("a", """{"contains":"lark"}""", 3));
        Prices(catalog, "acme/lark").ShouldHaveSingleItem().ByRuleOf.ShouldBe("a");
    }

    [Fact]
    public void Tiers_other_providers_and_the_lists_own_rows_get_nothing()
    {
        var catalog = List(("lark", """{"contains":"lark"}""", 3), ("lark-2", """{"equals":"lark-2"}""", 5));
        foreach (var offer in (string[])["acme/lark-x#tier=fast", "other/lark-x"]) catalog.Say(Subject.Offer(offer), Property.DisplayName, new ClaimValue.Words("Lark"));
        Prices(catalog, "acme/lark-x#tier=fast").ShouldBeEmpty();
        Prices(catalog, "other/lark-x").ShouldBeEmpty();
        Prices(catalog, "acme/lark-2").ShouldHaveSingleItem().Value.Text.ShouldBe("5");
    }

    [Fact]
    public void A_statement_about_the_id_itself_goes_before_one_that_a_rule_sends_to_it()
    {
        var catalog = List(("lark-1", """{"starts_with":"lark"}""", 3));
        catalog.Say(Subject.Offer("acme/lark-x"), Property.Price(PriceKind.Input), new ClaimValue.Number(4), TestCatalog.From("Older list", SourceRank.Aggregator, "2024-01-01"));
        var fact = Offer(catalog, "acme/lark-x")!.Price(PriceKind.Input);
        fact.IsDisputed.ShouldBeTrue();
        fact.Claims[0].Value.Text.ShouldBe("4");
        fact.Why.ShouldBe("a statement about this id goes before one that a list's rule sends to it");
    }

    private static TestCatalog List(params (string Row, string Rule, decimal Usd)[] rows)
    {
        var catalog = new TestCatalog();
        var source = TestCatalog.From("A list", SourceRank.Aggregator);
        foreach (var (row, rule, usd) in rows)
            catalog.Say(Subject.Offer($"acme/{row}"), Property.MatchRule, new ClaimValue.Words(rule), source).Say(Subject.Offer($"acme/{row}"), Property.Price(PriceKind.Input), new ClaimValue.Number(usd), source);
        return catalog;
    }

    private static Offer? Offer(TestCatalog catalog, string id) => catalog.Snapshot().Models.SelectMany(m => m.Offers).FirstOrDefault(o => o.Id.ToString() == id);

    private static Claim[] Prices(TestCatalog catalog, string id) => [.. Offer(catalog, id)?.Price(PriceKind.Input).Claims ?? []];
}
