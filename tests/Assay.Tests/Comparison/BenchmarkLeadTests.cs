using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Comparison;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

/// <summary>A lead is called one only as far as the published intervals let it.</summary>
public sealed class BenchmarkLeadTests
{
    [Theory]
    [InlineData(1241, 6, 1236, 6, 0)]
    [InlineData(1241, 6, 1230, 6, 1)]
    [InlineData(1230, 6, 1241, 6, -1)]
    public void Printed_intervals_decide(int first, int plusMinus, int second, int other, int sign)
    {
        var lead = BenchmarkLead.Of(Elo(first, plusMinus), Elo(second, other), higherIsBetter: true);
        (lead.Sign, lead.Known, lead.Interval is not null).ShouldBe((sign, 2, true));
        BenchmarkLead.Of(Elo(first, plusMinus), Elo(second, other), higherIsBetter: false).Sign.ShouldBe(-sign);
    }

    [Fact]
    public void One_interval_can_show_that_nobody_leads_and_not_that_somebody_does()
    {
        var (inside, beyond) = (BenchmarkLead.Of(Elo(1241, 6), Elo(1237, null), true), BenchmarkLead.Of(Elo(1241, 6), Elo(1200, null), true));
        (inside.Sign, inside.WithinChance, inside.Interval).ShouldBe((0, true, null));
        (beyond.Sign, beyond.Known, beyond.Interval).ShouldBe((1, 1, null));
    }

    [Fact]
    public void Without_intervals_the_better_number_leads_untested()
    {
        var lead = BenchmarkLead.Of(Elo(1241, null), Elo(1240, null), true);
        (lead.Sign, lead.Known, lead.Interval).ShouldBe((1, 0, null));
    }

    [Fact]
    public void A_percentage_of_a_told_number_of_items_has_an_interval_and_another_unit_has_none()
    {
        BenchmarkScore Of(string unit, int? n) => new() { Benchmark = "b", Value = 50, Unit = unit, N = n };
        var estimate = BenchmarkLead.IntervalOf(Of("percent", 100)).ShouldNotBeNull();
        estimate.Low.ShouldBe(40.383, 0.001);
        estimate.High.ShouldBe(59.617, 0.001);
        BenchmarkLead.IntervalOf(Of("score", 100)).ShouldBeNull();
        BenchmarkLead.IntervalOf(Of("percent", null)).ShouldBeNull();
        BenchmarkLead.IntervalOf(Of("percent", 100) with { Interval = (60, 70) }).ShouldNotBeNull("an interval that does not hold its value is not used").Low.ShouldBe(40.383, 0.001);
    }

    [Fact]
    public void Overlapping_ratings_are_no_lead_in_sentence_scorecard_or_verdict()
    {
        var page = Page(6);
        page.Findings.Single(f => f.Rule == "benchmarks-shared").Text.ShouldBe(
            "arena: one has 1,241 Elo against 1,236 Elo for two. The 5 Elo between them are within chance (95 % interval −3.5 to 13.5 Elo).");
        page.Findings.Single(f => f.Rule == "score-benchmarks").Cells!.ShouldAllBe(c => c.Display.EndsWith("leads none", StringComparison.Ordinal));
        page.Context.EvidenceOf(page.Models[0], page.Models[1]).Quality.Level.ShouldBeTrue();
        ComparisonViewBuilder.Build(page).Benchmarks.Shared.Single().Results.ShouldAllBe(r => !r!.Best);
    }

    [Theory]
    [InlineData(1, "one leads with 1,241 Elo against 1,236 Elo for two, 5 Elo apart (95 % interval 3.6 to 6.4 Elo).")]
    [InlineData(null, "one leads with 1,241 Elo against 1,236 Elo for two, 5 Elo apart; no interval is published.")]
    public void A_lead_says_what_interval_it_rests_on(int? plusMinus, string text)
    {
        var page = Page(plusMinus);
        page.Findings.Single(f => f.Rule == "benchmarks-shared").Text.ShouldBe("arena: " + text);
        page.Context.EvidenceOf(page.Models[0], page.Models[1]).Quality.TestedLeads.ShouldBe(plusMinus is null ? 0 : 1);
    }

    private static ModelComparison Page(int? plusMinus)
    {
        var catalog = new TestCatalog();
        catalog.Model("a/one").Is(Property.Result, new ClaimValue.Score(Elo(1241, plusMinus)));
        catalog.Model("b/two").Is(Property.Result, new ClaimValue.Score(Elo(1236, plusMinus)));
        return catalog.Compare("a/one", "b/two");
    }

    private static BenchmarkScore Elo(int value, int? plusMinus) =>
        new() { Benchmark = "arena", Value = value, Unit = "elo", Interval = plusMinus is { } half ? (value - half, value + half) : null };
}
