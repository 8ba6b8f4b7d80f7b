using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Shouldly;
using Xunit;

namespace Assay.Tests.Conflicts;

public sealed class ConflictKindTests
{
    private static readonly Property Input = Property.Price(PriceKind.Input);

    [Fact]
    public void Prices_a_hundred_times_apart_are_a_slip_of_units() =>
        Only(new TwoLists().Says("Ash", Input, 3).Says("Elm", Input, 0.03m), "unit", "$3.00 of Ash is 100× the $0.03 of Elm, as where dollars and cents are mixed up.");

    [Fact]
    public void A_zero_against_a_price_is_told_though_it_is_unconfirmed() =>
        Only(new TwoLists().Says("Ash", Input, 0, unconfirmed: true).Says("Elm", Input, 0.1m), "zero",
            "Ash gives 0, Elm $0.10: 0 may stand for free, for billed another way or for not known, and is never taken as the least price.", "Ash");

    [Fact]
    public void A_former_price_of_another_source_is_stale() =>
        Only(new TwoLists().Says("Ash", Input, 2, until: "2026-03-01").Says("Ash", Input, 0.5m).Says("Elm", Input, 2), "stale", "Elm gives $2.00, which Ash gave until 2026-03-01; Ash now gives $0.50.", "Elm");

    [Fact]
    public void That_a_list_is_not_read_any_more_makes_nobody_stale() =>
        Only(new TwoLists().Says("Ash", Input, 2, until: "2026-03-01").Says("Fir", Input, 0.5m).Says("Elm", Input, 2), "value", "$0.50 (Fir) and $2.00 (Elm), 4× apart: nothing we hold tells which is right.");

    [Fact]
    public void A_price_that_its_source_has_come_back_to_is_not_stale() =>
        Only(new TwoLists().Says("Ash", Input, 2, until: "2026-03-01").Says("Ash", Input, 2).Says("Elm", Input, 3), "value", "$2.00 (Ash) and $3.00 (Elm), 1.5× apart: nothing we hold tells which is right.");

    [Fact]
    public void Of_three_prices_the_lone_one_is_the_outlier() =>
        Only(new TwoLists().Says("Ash", Input, 2).Says("Elm", Input, 2.01m).Says("Fir", Input, 3), "outlier", "2 of 3 sources give $2.00; Fir alone gives $3.00.", "Fir");

    [Fact]
    public void A_lone_limit_is_no_outlier() =>
        Only(new TwoLists().Says("Ash", Property.MaxOutput, 8192).Says("Elm", Property.MaxOutput, 8192).Says("Fir", Property.MaxOutput, 65536), "value",
            "8,192 tokens (Ash and Elm) and 65,536 tokens (Fir), 8× apart: nothing we hold tells which is right.");

    [Fact]
    public void The_greatest_input_beside_the_window_is_another_question_where_the_output_makes_up_the_difference()
    {
        var conflict = Only(new TwoLists().Says("Ash", Property.ContextWindow, 400_000).Says("Ash", Property.MaxOutput, 128_000).Says("Elm", Property.MaxInput, 272_000), "max_input",
            "Elm gives the greatest input, 272,000 tokens, Ash the whole window, 400,000 tokens; with the greatest output of 128,000 tokens that Ash gives, the one adds up to the other.");
        conflict.Kind.Comparable.ShouldBeFalse();
        conflict.Statements[0].Number.ShouldBe(400_000);
    }

    [Fact]
    public void The_greatest_input_beside_the_window_is_a_plain_conflict_where_nothing_explains_it() =>
        Only(new TwoLists().Says("Ash", Property.ContextWindow, 1_000_000).Says("Elm", Property.MaxInput, 131_072), "value",
            "131,072 tokens (Elm) and 1,000,000 tokens (Ash), 7.6× apart: nothing we hold tells which is right. Elm gives the greatest input; no other source says that this is less than the window.");

    [Fact]
    public void A_price_that_a_rule_takes_from_another_row_is_the_rules() =>
        Only(new TwoLists().Says("Ash", Input, 0.1m).Says("Elm", Input, 0.2m, byRuleOf: "owl-13b"), "match_rule", "Elm has no row for this id; its rule sends it to owl-13b, which gives $0.20. Who names the id gives $0.10.", "Elm");

    [Fact]
    public void A_regional_row_for_a_route_of_any_region_is_a_matter_of_scope() =>
        Only(new TwoLists().Says("Ash", Input, 5).Says("Elm", Input, 5.5m, byRuleOf: "regional.owl-7b"), "route_scope",
            "Elm has no row for this id and sends it to regional.owl-7b, a regional route at $5.50; all others give $5.00 for this base one.", "Elm");

    [Fact]
    public void A_no_that_a_format_forces_is_told_as_such() =>
        Only(new TwoLists().Says("Ash", Capability.Reasoning.Property, false, forced: true).Says("Elm", Capability.Reasoning.Property, true), "capability",
            "Elm says yes, Ash no. The format of Ash allows only yes or no, so its no may mean that nobody looked.");

    [Fact]
    public void A_list_of_inputs_without_pdf_contradicts_a_source_that_says_pdf() =>
        Only(new TwoLists().Says("Ash", Property.ModalitiesIn, new ClaimValue.Set(["text", "image"])).Says("Elm", Property.PdfInput, true), "capability", "Elm says yes, Ash no.");

    [Theory]
    [InlineData(128_000, 131_072)]
    [InlineData(131_072, 131_072)]
    public void A_limit_of_128K_is_one_limit_however_it_is_counted(int one, int other)
    {
        var lists = new TwoLists().Says("Ash", Property.ContextWindow, one).Says("Elm", Property.ContextWindow, other);
        lists.Conflicts().ShouldBeEmpty();
        var fact = lists.Catalog().Models.Single().Offers.Single().ContextWindow;
        fact.State.ShouldBe(FactState.Known);
        fact.Claims.Count.ShouldBe(2);
    }

    [Fact]
    public void Two_pages_of_one_publisher_and_rumours_are_no_conflict_among_sources()
    {
        new TwoLists().Says("Ash", Input, 1).Says("Elm", Input, 3, unconfirmed: true).Conflicts().ShouldBeEmpty();
        new TwoLists().Says("Ash", Input, 1).Says("Ash", Input, 3).Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void Sources_that_spell_one_model_in_two_ways_speak_of_one_model_with_all_its_offers()
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/owl-7b", "Owl 7B").Offer("p/owl", 1, 1);
        catalog.Model("acme/Owl-7B", "Owl-7B").Offer("q/owl", 1, 1);
        var model = catalog.Snapshot().Models.ShouldHaveSingleItem();
        model.Id.ShouldBe("acme/owl-7b");
        model.Offers.Count.ShouldBe(2);
    }

    private static Conflict Only(TwoLists lists, string kind, string evidence, params string[] doubted)
    {
        var conflict = lists.Conflicts().ShouldHaveSingleItem();
        conflict.Kind.Name.ShouldBe(kind);
        conflict.Evidence.Text.ShouldBe(evidence);
        conflict.Evidence.Named.ShouldBe(doubted);
        return conflict;
    }
}
