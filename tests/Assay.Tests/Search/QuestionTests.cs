using Assay.Catalog;
using Assay.Search;
using Shouldly;
using Xunit;

namespace Assay.Tests.Search;

public sealed class QuestionTests
{
    private readonly Asked asked = new(Invented());

    private static TestCatalog Invented()
    {
        var catalog = new TestCatalog().Provider("pine", "Pine House", "openai-chat");
        catalog.Say(Subject.Organization("acme"), Property.DisplayName, new ClaimValue.Words("Acme Works"));
        catalog.Model("acme/open").Is(Property.ContextWindow, 200_000).Is(Property.Weights, "open").Is(Property.Licence, "MIT").On(Property.Released, "2025-06-15").Set(Property.ModalitiesIn, "text", "image")
            .Is(Property.ParametersTotal, 30_000_000_000).Has(Capability.Vision, Capability.FunctionCalling).Offer("pine/open", 0.2m, 1m).Offer("rock/open", 0.1m, 3m).Scored("gpqa", 70);
        catalog.Model("acme/year").Is(Property.ContextWindow, 8_000).Is(Property.Weights, "open").Is(Property.Licence, "House Terms").On(Property.Released, "2025").Lacks(Capability.Vision).Offer("pine/year", 5m, 20m);
        catalog.Model("birch/bare");
        catalog.Model("birch/gone").Is(Property.ContextWindow, 32_000).Is(Property.Weights, "closed").Has(Capability.Vision).Retired("2025-01-01").Offer("pine/gone", 1m, 1m).Scored("gpqa", 40);
        catalog.Model("birch/rumour").Is(Property.ContextWindow, 400_000, unconfirmed: true).Offer("pine/free", 0m, 0m);
        return catalog;
    }

    [Theory]
    [InlineData("", "yes: open year bare gone rumour; might: ")]
    [InlineData("vision", "yes: open gone; might: bare rumour")]
    [InlineData("vision yes", "yes: open gone; might: bare rumour")]
    [InlineData("no vision", "yes: year; might: bare rumour")]
    [InlineData("vision = no", "yes: year; might: bare rumour")]
    [InlineData("vision unknown", "yes: bare rumour; might: ")]
    [InlineData("vision known", "yes: open year gone; might: ")]
    [InlineData("not vision unknown", "yes: open year gone; might: ")]
    [InlineData("context >= 32K", "yes: open gone; might: bare rumour")]
    [InlineData("context ≥ 200,000", "yes: open; might: bare rumour")]
    [InlineData("context window at least 200K", "yes: open; might: bare rumour")]
    [InlineData("context<32K", "yes: year; might: bare rumour")]
    [InlineData("context != 8000", "yes: open gone; might: bare rumour")]
    [InlineData("open weights", "yes: open year; might: bare rumour")]
    [InlineData("open source", "yes: open; might: bare rumour")]
    [InlineData("licence mit", "yes: open; might: bare gone rumour")]
    [InlineData("licence = \"house terms\"", "yes: year; might: bare gone rumour")]
    [InlineData("licence", "yes: open year; might: ")]
    [InlineData("released >= 2025-06", "yes: open; might: year bare gone rumour")]
    [InlineData("released >= 2025", "yes: open year; might: bare gone rumour")]
    [InlineData("released < 2025", "yes: ; might: bare gone rumour")]
    [InlineData("released = 2025", "yes: open year; might: bare gone rumour")]
    [InlineData("retired", "yes: gone; might: bare")]
    [InlineData("not retired", "yes: open year rumour; might: bare")]
    [InlineData("lifecycle = retired", "yes: gone; might: open year bare rumour")]
    [InlineData("by acme", "yes: open year; might: ")]
    [InlineData("by \"acme works\"", "yes: open year; might: ")]
    [InlineData("at pine", "yes: open year rumour; might: ")]
    [InlineData("at \"Pine House\"", "yes: open year rumour; might: ")]
    [InlineData("takes images", "yes: open; might: year bare gone rumour")]
    [InlineData("parameters <= 30B", "yes: open; might: year bare gone rumour")]
    [InlineData("routes >= 2", "yes: open; might: ")]
    [InlineData("gpqa >= 60%", "yes: open; might: year bare rumour")]
    [InlineData("gpqa", "yes: open gone; might: ")]
    [InlineData("vision, open weights", "yes: open; might: bare rumour")]
    [InlineData("vision and open weights", "yes: open; might: bare rumour")]
    [InlineData("vision=yes weights=open", "yes: open; might: bare rumour")]
    [InlineData("vision or weights = open", "yes: open year gone; might: bare rumour")]
    [InlineData("vision or open weights, by acme", "yes: open year; might: ")]
    [InlineData("by birch and vision or by acme and context < 10K", "yes: year gone; might: bare rumour")]
    [InlineData("not (vision, open weights)", "yes: year gone; might: bare rumour")]
    public void A_question_is_answered_with_yes_and_apart_from_these_with_might(string question, string answer) => asked.Answer(question).ShouldBe(answer);

    [Theory]
    [InlineData("output <= $1", "yes: open; might: bare rumour")]
    [InlineData("input <= 0.1", "yes: open; might: bare rumour")]
    [InlineData("output > $1", "yes: year; might: bare rumour")]
    [InlineData("route input <= $0.1", "yes: ; might: bare rumour")]
    [InlineData("cost <= $500", "yes: open; might: bare rumour")]
    [InlineData("free", "yes: rumour; might: open year bare")]
    public void A_price_is_the_lowest_of_any_callable_offer_and_a_routes_price_that_of_the_cheapest_bill(string question, string answer)
    {
        // pine/open costs 160 + 250 = $410 and rock/open 80 + 750 = $830 a month: the cheapest input is not on the cheapest route.
        asked.Answer(question).ShouldBe(answer);
    }

    [Fact]
    public void A_retired_model_has_no_cost_and_so_meets_no_limit_of_it() => asked.Answer("cost <= $1M, retired").ShouldBe("yes: ; might: bare");

    [Fact]
    public void What_is_unknown_is_named_with_its_reason()
    {
        var question = asked.Question("vision, released >= 2025-06, context >= 1K");
        var might = Finder.Find(asked.Candidates, asked.Question("context >= 1K, released >= 2025-06")).Might;
        question.Unknowns(might.Single(c => c.Model.Id == "acme/year")).Select(u => $"{u.Condition}: {u.Why}").ShouldBe(["released >= 2025-06: only 2025 is known"]);
        question.Unknowns(might.Single(c => c.Model.Id == "birch/rumour")).Select(u => $"{u.Condition}: {u.Why}").ShouldBe(
            ["vision: no source we hold says", "released >= 2025-06: no source we hold says", "context window >= 1K: only an unconfirmed claim says"]);
    }

    [Theory]
    [InlineData("visoin", "'visoin' is not a field to ask about: the nearest are vision")]
    [InlineData("by acme visoin yes", "'visoin' is not a field")]
    [InlineData("colour >= 3", "'colour' is not a field to ask about")]
    [InlineData("context >= lots", "'lots' is not a value of 'context window': write 200K, 1M or 131072")]
    [InlineData("context 200K", "'context window 200K' lacks a sign: write context window >= 200K")]
    [InlineData("context >=", "'context window' is asked without a value")]
    [InlineData("released >= soon", "'soon' is not a value of 'released': write 2025, 2025-06 or 2025-06-30")]
    [InlineData("cost <= -5", "'-5' is not a value of 'cost'")]
    [InlineData("by acmee", "'acmee' is a maker that no model here has: the nearest are acme")]
    [InlineData("weights >= open", "'weights' has no order")]
    [InlineData("vision = 3", "'3' is not a value of 'vision': write yes, no, known, unknown or disputed")]
    [InlineData("vision or", "A condition is missing at the end")]
    [InlineData("or vision", "A condition is missing before 'or'")]
    [InlineData("(vision", "A bracket is not closed")]
    [InlineData("vision)", "closes a bracket that was not opened")]
    [InlineData("not", "A condition is missing")]
    public void A_fault_names_what_was_typed_what_is_allowed_and_an_example(string question, string problem) => asked.Problem(question).ShouldContain(problem);

    [Fact]
    public void Depth_and_length_have_an_end()
    {
        asked.Problem(new string('(', 5000)).ShouldContain("5000 characters");
        asked.Problem(new string('(', 500) + "vision").ShouldContain("20 deep");
        asked.Problem(string.Concat(Enumerable.Repeat("not ", 400)) + "vision").ShouldContain("20 deep");
    }

    [Fact]
    public void Where_nothing_meets_a_question_the_clause_that_leaves_out_most_is_told()
    {
        var strictest = Finder.Strictest(asked.Candidates, asked.Question("open weights, context >= 4K, gpqa < 10")).ShouldNotBeNull();
        strictest.Clause.ToString().ShouldBe("gpqa < 10");
        strictest.Models.ShouldBe(2);
        Finder.Strictest(asked.Candidates, asked.Question("gpqa < 10")).ShouldBeNull();
    }

    [Fact]
    public void Disputed_values_are_asked_for_by_that_word()
    {
        var catalog = Invented();
        catalog.Say(Subject.Model("acme/open"), Property.ContextWindow, new ClaimValue.Number(128_000), TestCatalog.From("List", SourceRank.Aggregator));
        var other = new Asked(catalog);
        other.Answer("context disputed").ShouldBe("yes: open; might: ");
        // The picked value, of the maker's own page, is what a condition is held against.
        other.Answer("context >= 200K, by acme").ShouldBe("yes: open; might: ");
    }
}
