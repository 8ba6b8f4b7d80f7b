using Assay.Catalog;
using Assay.Comparison;
using Assay.Comparison.Tags;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

public sealed class RuleTests
{
    [Theory]
    [InlineData("tradeoff-context", "Heron 12B has a context window of 131K tokens, 16× as large as the 8K of Otter 2.")]
    [InlineData("tradeoff-price", "Heron 12B costs $64.50 a month at this traffic, 99.6 % lower than the $15,500 of Otter 2, which is 240× the price.")]
    [InlineData("tradeoff-weights", "The weights of Heron 12B can be downloaded, under Acme Terms. Those of Otter 2 are closed.")]
    [InlineData("cost-gap", "The gap is $15,436 a month: Heron 12B is 99.6 % lower, and Otter 2 costs 240× as much.")]
    [InlineData("faq-context", "Heron 12B, with 131,072 tokens: 16× as large as the 8,192 of Otter 2.")]
    [InlineData("specs-licence", "Heron 12B has open weights under Acme Terms, which is not an open-source licence. Commercial use is subject to conditions.")]
    [InlineData("lifecycle-model", "Otter 2 is deprecated, announced on 2026-05-01, and is to be shut down on 2026-10-01, in 91 days (said of the model itself). No source names a successor.")]
    public void Sentences_of_a_pair(string rule, string text) => Of(Examples.Catalog(), rule, Examples.Heron, Examples.Otter2)[0].Text.ShouldBe(text);

    [Fact]
    public void A_tie_has_a_tie_sentence()
    {
        Of(Examples.Catalog(), "tradeoff-price", Examples.Heron, Examples.Heron27)[0].Text.ShouldBe("Heron 12B and Heron 27B cost the same at this traffic, within 1 %: $64.50 a month.");
        Of(Examples.Catalog(), "faq-context", Examples.Heron, Examples.Heron27)[0].Text.ShouldBe("Neither: both have 131,072 tokens.");
        Of(Examples.Catalog(), "tradeoff-context", Examples.Heron, Examples.Heron27).ShouldBeEmpty();
    }

    [Fact]
    public void Two_ways_to_print_one_size_are_level_everywhere()
    {
        Of(Examples.Catalog(), "tradeoff-context", Examples.Heron, Examples.Otter).ShouldBeEmpty();
        Of(Examples.Catalog(), "faq-context", Examples.Heron, Examples.Otter)[0].Decision.ShouldBe("tie");
        Of(Examples.Catalog(), "score-context-window", Examples.Heron, Examples.Otter)[0].Cells!.ShouldAllBe(c => !c.Best);
    }

    [Fact]
    public void A_lead_within_chance_favours_nobody()
    {
        var rows = Of(Examples.Catalog(), "benchmarks-shared", Examples.Heron, Examples.Heron27);
        rows.Single(r => r.Text.StartsWith("humaneval", StringComparison.Ordinal)).Decision.ShouldBe("within-chance");
        rows.Single(r => r.Text.StartsWith("mmmu", StringComparison.Ordinal)).Decision.ShouldBe("tie");
        rows.Single(r => r.Text.StartsWith("word-errors", StringComparison.Ordinal)).Favors.ShouldBe(Examples.Heron27, "fewer errors are better");
    }

    [Fact]
    public void Fifty_of_sixty_seven_is_in_the_middle_band()
    {
        var catalog = Examples.Catalog();
        catalog.Say(Subject.Model(Examples.Blank), Property.Result, new ClaimValue.Score(new() { Benchmark = "vision-evals", Value = 75, Unit = "percent", Passed = 50, N = 67 }));
        Of(catalog, "vision-evals", Examples.Blank, Examples.Otter2)[0].Text.ShouldContain("middle band");
    }

    [Fact]
    public void Open_source_is_said_of_an_osi_licence_alone()
    {
        var found = Of(Examples.Catalog(), "specs-licence", Examples.Heron27, Examples.Heron);
        found[0].Text.ShouldBe("Heron 27B is open source, under Apache-2.0.");
        found[1].Text.ShouldContain("not an open-source licence");
    }

    [Fact]
    public void Both_directions_of_a_switch_are_told()
    {
        foreach (var rule in Comparer.AllRules.Where(r => r.Section == Section.Switch && r.Id != "switch-lifecycle"))
            Of(Examples.Catalog(), rule.Id, Examples.Heron, Examples.Otter2).Select(f => f.Direction!.Value).Distinct()
                .ShouldBe([(Examples.Heron, Examples.Otter2), (Examples.Otter2, Examples.Heron)], ignoreOrder: true, rule.Id);
    }

    [Fact]
    public void Nobody_is_sent_to_a_retired_model()
    {
        var findings = Examples.Catalog().Compare(Examples.Heron, Examples.Otter).Findings;
        findings.Where(f => f.Direction?.To == Examples.Otter).Select(f => f.Rule).Distinct().ShouldBe(["switch-lifecycle", "switch-price"]);
        findings.ShouldNotContain(f => f.Rule == "deep-choose");
    }

    [Fact]
    public void Nobody_is_told_of_a_successor_that_has_ended_itself()
    {
        var later = Examples.Catalog(new DateOnly(2026, 12, 1)).Compare(Examples.Heron, Examples.Otter);
        later.Verdicts[0].Text.ShouldEndWith("The successor named for Otter Vision Preview, Otter 2, is itself retired.");
        later.Findings.ShouldNotContain(f => f.Target == Examples.Otter2);
    }

    [Fact]
    public void An_end_that_is_not_known_to_concern_the_other_is_no_advantage_of_the_other()
    {
        var text = Examples.Catalog().Compare(Examples.Heron, Examples.Otter2).Verdicts[0].Text;
        text.ShouldNotContain("deprecated", Case.Sensitive, "no source says that Heron 12B goes on");
        Examples.Catalog().Compare(Examples.Heron27, Examples.Otter2).Verdicts[0].Text.ShouldContain("is not deprecated, while Otter 2 is");
    }

    [Fact]
    public void Level_answers_and_level_cost_leave_the_choice_to_what_else_is_known()
    {
        var catalog = new TestCatalog();
        catalog.Model("a/small").Offer("p/small", 1, 1).Scored("mmmu", 50).Is(Property.ContextWindow, 8_192);
        catalog.Model("b/large").Offer("p/large", 1, 1).Scored("mmmu", 50).Is(Property.ContextWindow, 131_072);
        var verdict = catalog.Compare("a/small", "b/large").Verdicts[0];
        verdict.Winner.ShouldNotBeNull().Id.ShouldBe("b/large");
        verdict.Text.ShouldStartWith("large is the better pick: it has the larger context window (131K against 8K tokens), and 1 shared benchmark does not tell the two apart.");
    }

    [Fact]
    public void Where_all_that_is_measured_is_level_there_is_no_difference()
    {
        var catalog = new TestCatalog();
        foreach (var id in (string[])["a/one", "b/two"]) catalog.Model(id).Offer($"p/{id[2..]}", 1, 1).Scored("mmmu", 50).Is(Property.ContextWindow, 8_192);
        var verdict = catalog.Compare("a/one", "b/two").Verdicts[0];
        verdict.Rule.ShouldBe("verdict-no-difference");
        verdict.Decision.ShouldBe(VerdictDecision.NoDifference);
        verdict.Text.ShouldStartWith("No difference that would decide: one and two cost the same at this traffic within 1 %, 1 shared benchmark does not tell them apart");
    }

    [Fact]
    public void Tags_come_from_facts_and_from_nothing_else()
    {
        string[] Tags(string id) => [.. TagTable.Of(Examples.Catalog().Snapshot().ById(id)!).Select(t => t.Name)];
        Tags(Examples.Heron).ShouldBe(["Agents", "Coding", "Multimodal", "Vision", "RAG", "Long context", "Self-hosting"]);
        Tags(Examples.Otter).ShouldBe(["Multimodal", "Vision", "Long context"]);
        Tags(Examples.Finch).ShouldBe(["General"]);
        Tags(Examples.Blank).ShouldBeEmpty();
    }

    [Fact]
    public void Tags_that_all_models_have_are_told_once()
    {
        Of(Examples.Catalog(), "tradeoff-tags", Examples.Heron, Examples.Otter).Select(f => f.Text).ShouldBe(
        [
            "Both Heron 12B and Otter Vision Preview are tagged Multimodal, Vision and Long context, each by facts of its own.",
            "Heron 12B is also tagged Agents (it has function calling, tool use and a context window of 131K tokens); Coding (a result on a coding benchmark is published); RAG (it has function calling and a context window of 131K tokens); Self-hosting (its weights are open).",
        ]);
        Of(Examples.Catalog(), "tradeoff-tags", Examples.Heron, Examples.Heron27, Examples.Otter)[0].Text.ShouldStartWith("All 3 models are tagged Multimodal, Vision");
    }

    [Fact]
    public void A_disputed_price_is_told_beside_the_offers() =>
        Of(Examples.Catalog(), "offers-disputed", Examples.Heron, Examples.Otter2).ShouldHaveSingleItem().Text
            .ShouldBe("Sources disagree on 1 price of Heron 12B; the first is used here: output at Ridge Cloud ($0.25 or $0.20).");

    [Fact]
    public void Two_offers_of_one_provider_are_told_apart_by_their_ids()
    {
        var catalog = new TestCatalog().Provider("harbour", "Harbour");
        catalog.Model("a/one").Offer("harbour/one", 1, 1).Offer("harbour/one-fast", 2, 2);
        catalog.Model("b/two");
        Of(catalog, "offers-spread", "a/one", "b/two")[0].Text.ShouldContain("between $1,050 at Harbour as one and $2,100 a month at Harbour as one-fast: the lowest is 50 % lower.");
    }

    [Fact]
    public void No_two_leads_have_one_name()
    {
        var catalog = Examples.Catalog();
        for (var i = 0; i < 4; i++) catalog.Model($"kin{i}/heron", "Heron").Is(Property.Family, "heron").Is(Property.ContextWindow, 131_072).Offer($"harbour/kin-{i}", 0.05m, 0.12m);
        catalog.Model("kin/heron-12b", "Heron 12B").Is(Property.Family, "heron").Is(Property.ContextWindow, 131_072).Offer("harbour/kin", 0.04m, 0.13m);
        Of(catalog, "continue-neighbours", Examples.Heron, Examples.Otter2).Select(f => f.Target).Intersect(["kin0/heron", "kin1/heron", "kin2/heron", "kin3/heron", "kin/heron-12b"]).Count().ShouldBe(1);
    }

    [Fact]
    public void Up_to_six_models_lead_on_and_every_model_of_the_page_has_its_turn()
    {
        var catalog = Examples.Catalog();
        for (var i = 0; i < 20; i++) catalog.Model($"kin/heron-{i}").Is(Property.Family, "heron").Is(Property.ContextWindow, 131_072).Offer($"harbour/kin-{i}", 0.05m, 0.12m);
        for (var i = 0; i < 20; i++) catalog.Model($"kin/otter-{i}").Is(Property.ContextWindow, 8_192).Has(Capability.Vision, Capability.Reasoning).Offer($"ridge/kin-{i}", 10, 30);
        var leads = Of(catalog, "continue-neighbours", Examples.Heron, Examples.Otter2);
        leads.Count.ShouldBe(6);
        leads.Select(l => l.Models[0]).Distinct().Count().ShouldBe(2);
        leads.ShouldAllBe(l => l.Claims.Count > 0);
    }

    [Fact]
    public void What_is_said_of_a_model_from_its_facts_is_said_once_a_snapshot()
    {
        var catalog = Examples.Catalog().Snapshot();
        Finding[] Lead(string other, long requests) =>
            [.. new Comparer().Compare(catalog, [catalog.ById(Examples.Heron)!, catalog.ById(other)!], new() { Requests = requests }).Findings.Where(f => f.Rule == "lead-model" && f.Models[0] == Examples.Heron)];
        Lead(Examples.Otter, 1).ShouldHaveSingleItem().ShouldBeSameAs(Lead(Examples.Finch, 1_000_000).ShouldHaveSingleItem());
    }

    private static IReadOnlyList<Finding> Of(TestCatalog catalog, string rule, params string[] models) => [.. catalog.Compare(models).Findings.Where(f => f.Rule == rule)];
}
