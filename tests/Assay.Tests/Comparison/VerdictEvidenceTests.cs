using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

/// <summary>How much evidence a word takes.</summary>
public sealed class VerdictEvidenceTests
{
    private static readonly string[] Benchmarks = ["aime-2025", "gpqa-diamond", "humaneval", "math", "mmlu", "mmmu"];

    private static TestCatalog Leading(int rows)
    {
        var catalog = new TestCatalog();
        var (ahead, behind) = (catalog.Model("a/ahead").Offer("p/ahead", 1, 1), catalog.Model("b/behind").Offer("p/behind", 2, 2));
        foreach (var benchmark in Benchmarks.Take(rows))
        {
            ahead.Scored(benchmark, 80);
            behind.Scored(benchmark, 70);
        }
        return catalog;
    }

    [Fact]
    public void Six_of_six_leads_are_a_test_passed()
    {
        var verdict = Leading(6).Compare("a/ahead", "b/behind").Verdicts[0];
        verdict.Rule.ShouldBe("verdict-quality-and-cost");
        verdict.Text.ShouldStartWith("ahead is the better pick: it leads on 6 of 6 shared benchmarks and costs 50 % less");
    }

    [Fact]
    public void Fewer_leads_give_a_pick_but_not_the_word_better()
    {
        var verdict = Leading(3).Compare("a/ahead", "b/behind").Verdicts[0];
        verdict.Rule.ShouldBe("verdict-nothing-against");
        verdict.Text.ShouldStartWith("ahead is the pick: it leads on 3 of 3 shared benchmarks (too little to rule out chance)");
        verdict.Text.ShouldNotContain("better");
    }

    [Fact]
    public void Fewer_leads_decide_nothing_against_what_speaks_for_the_other()
    {
        var catalog = Leading(3);
        catalog.Model("a/ahead").Is(Assay.Catalog.Property.ContextWindow, 8_192);
        catalog.Model("b/behind").Is(Assay.Catalog.Property.ContextWindow, 131_072);
        catalog.Compare("a/ahead", "b/behind").Verdicts[0].Rule.ShouldBe("verdict-trade-off");
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(3, false)]
    public void A_price_far_below_the_other_routes_is_not_used_without_a_word(int routes, bool warned)
    {
        var catalog = new TestCatalog();
        var model = catalog.Model("a/one").Offer("cheap/one", 0.25m, 2);
        for (var i = 1; i < routes; i++) model.Offer($"p{i}/one", 1.75m, 14);
        catalog.Model("b/two").Offer("p1/two", 1, 1);
        var findings = catalog.Compare("a/one", "b/two").Findings.Where(f => f.Rule == "cost-outlier").ToArray();
        findings.Length.ShouldBe(warned ? 1 : 0);
        if (warned) findings[0].Text.ShouldStartWith("The bill of one rests on a price that stands apart: cheap is 86 % below the middle of its 5 priced routes ($4,900 a month");
    }
}
