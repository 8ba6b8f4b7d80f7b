using Assay.Catalog;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Catalog;

public sealed class FactResolverTests
{
    private static readonly Subject Model = Subject.Model("acme/heron");

    [Fact]
    public void No_claim_is_unknown_and_gives_no_value()
    {
        var fact = FactResolver.Resolve([], FactResolver.Tokens);
        fact.State.ShouldBe(FactState.Unknown);
        fact.TryGet(out _).ShouldBeFalse();
        fact.IsNo.ShouldBeFalse();
        fact.Settled.ShouldBeNull();
    }

    [Fact]
    public void A_no_is_said_and_is_not_unknown()
    {
        var fact = Vision(Flag(false));
        fact.State.ShouldBe(FactState.No);
        fact.IsNo.ShouldBeTrue();
        fact.TryGet(out _).ShouldBeFalse();
        fact.Settled.ShouldBe(false);
    }

    [Fact]
    public void Not_applicable_is_a_state_of_its_own() =>
        FactResolver.Resolve([TestCatalog.Claim(Model, Property.MaxInput, new ClaimValue.NotApplicable())], FactResolver.Tokens).State.ShouldBe(FactState.NotApplicable);

    [Fact]
    public void Two_sources_that_disagree_make_a_disputed_fact_that_keeps_both()
    {
        var fact = Window(Size(32_768, TestCatalog.From("List", SourceRank.Aggregator, "2026-06-30")), Size(131_072, TestCatalog.From("Maker", SourceRank.Vendor, "2025-03-12")));
        fact.State.ShouldBe(FactState.Disputed);
        fact.TryGetConfirmed(out var tokens).ShouldBeTrue();
        tokens.Tokens.ShouldBe(131_072);
        fact.Claims.Count.ShouldBe(2);
        fact.Claims[0].Source.Publisher.ShouldBe("Maker");
        fact.Why.ShouldBe("the maker's own page goes before a curated collection");
    }

    [Fact]
    public void Within_a_rank_the_newer_statement_goes_first()
    {
        var fact = Window(Size(32_768, TestCatalog.From("A", SourceRank.Aggregator, "2025-01-01")), Size(131_072, TestCatalog.From("B", SourceRank.Aggregator, "2026-01-01")));
        fact.Claims[0].Source.Publisher.ShouldBe("B");
        fact.Why.ShouldBe("same rank, the newer statement goes first");
    }

    [Fact]
    public void A_limit_counted_in_thousands_and_in_1024s_is_one_fact_that_keeps_both_claims()
    {
        var fact = Window(Size(128_000, TestCatalog.From("List", SourceRank.Aggregator, "2026-06-30")), Size(131_072, TestCatalog.From("Maker", SourceRank.Vendor, "2025-03-12")));
        fact.State.ShouldBe(FactState.Known);
        fact.TryGetConfirmed(out var tokens).ShouldBeTrue();
        tokens.Tokens.ShouldBe(131_072);
        fact.Claims.Select(c => c.Value.Text).ShouldBe(["131072", "128000"]);
    }

    [Fact]
    public void A_page_that_changed_its_mind_does_not_dispute_itself()
    {
        var fact = Window(Size(32_768, TestCatalog.From("Maker", SourceRank.Vendor, "2025-01-01")), Size(131_072, TestCatalog.From("Maker", SourceRank.Vendor, "2026-01-01")));
        fact.State.ShouldBe(FactState.Known);
        fact.TryGet(out var tokens).ShouldBeTrue();
        tokens.Tokens.ShouldBe(131_072);
    }

    [Fact]
    public void A_rumour_is_shown_and_neither_confirmed_nor_a_dispute()
    {
        var alone = Window(Size(1, TestCatalog.From(), unconfirmed: true));
        alone.TryGet(out _).ShouldBeTrue();
        alone.TryGetConfirmed(out _).ShouldBeFalse();
        var beside = Window(Size(1, TestCatalog.From("Maker", SourceRank.Vendor, "2026-01-01"), unconfirmed: true), Size(8_192, TestCatalog.From("Blog", SourceRank.Community, "2020")));
        beside.State.ShouldBe(FactState.Known);
        beside.TryGetConfirmed(out var tokens).ShouldBeTrue();
        tokens.Tokens.ShouldBe(8_192);
    }

    [Fact]
    public void A_no_that_a_format_forces_never_outvotes_a_yes()
    {
        var fact = Vision(Flag(false, forced: true, TestCatalog.From("Maker", SourceRank.Vendor)), Flag(true, source: TestCatalog.From("Blog", SourceRank.Community)));
        fact.State.ShouldBe(FactState.Known);
        fact.TryGetConfirmed(out var yes).ShouldBeTrue();
        yes.ShouldBeTrue();
    }

    [Fact]
    public void Of_dates_that_agree_the_most_precise_is_shown()
    {
        var fact = FactResolver.Resolve([Released("2025-03", SourceRank.Vendor), Released("2025-03-13", SourceRank.Aggregator)], FactResolver.Date);
        fact.State.ShouldBe(FactState.Known);
        fact.TryGet(out var date).ShouldBeTrue();
        date.ShouldBe(PartialDate.Parse("2025-03-13"));
    }

    [Fact]
    public void Dates_that_cannot_be_one_day_are_disputed() =>
        FactResolver.Resolve([Released("2025-03-13", SourceRank.Vendor), Released("2024-12-01", SourceRank.Aggregator)], FactResolver.Date).State.ShouldBe(FactState.Disputed);

    [Fact]
    public void The_order_in_which_claims_arrive_changes_nothing()
    {
        Claim[] claims = [Size(1, TestCatalog.From("A", SourceRank.Aggregator)), Size(2, TestCatalog.From("B", SourceRank.Aggregator)), Size(3, TestCatalog.From("C", SourceRank.Provider)), Size(4, TestCatalog.From(), unconfirmed: true)];
        var expected = Window(claims).Claims;
        Window([.. claims.Reverse()]).Claims.ShouldBe(expected);
        Window(claims[2], claims[0], claims[3], claims[1]).Claims.ShouldBe(expected);
    }

    [Theory]
    [InlineData("2024-12-06", LifecycleStage.Retired)]
    [InlineData("2026-07", LifecycleStage.Deprecated)]
    [InlineData("2026-07-02", LifecycleStage.Retired)]
    [InlineData("2027", LifecycleStage.Deprecated)]
    public void A_date_decides_the_stage_before_any_word(string retires, LifecycleStage stage)
    {
        var catalog = new TestCatalog();
        catalog.Model("acme/heron").Is(Property.LifecycleStatus, "active").On(Property.Retires, retires);
        catalog.Snapshot().ById("acme/heron").ShouldNotBeNull().Lifecycle.StageOn(TestCatalog.Today).ShouldBe(stage);
    }

    private static Claim Size(decimal tokens, Source source, bool unconfirmed = false) => TestCatalog.Claim(Model, Property.ContextWindow, new ClaimValue.Number(tokens), source, unconfirmed);
    private static Claim Flag(bool yes, bool forced = false, Source? source = null) => TestCatalog.Claim(Model, Capability.Vision.Property, ClaimValue.Of(yes), source, forced: forced);
    private static Claim Released(string date, SourceRank rank) => TestCatalog.Claim(Model, Property.Released, new ClaimValue.Date(PartialDate.Parse(date)), TestCatalog.From(rank.ToString(), rank));
    private static Fact<TokenCount> Window(params Claim[] claims) => FactResolver.Resolve(claims, FactResolver.Tokens);
    private static Fact<bool> Vision(params Claim[] claims) => FactResolver.Resolve(claims, FactResolver.Flag);
}
