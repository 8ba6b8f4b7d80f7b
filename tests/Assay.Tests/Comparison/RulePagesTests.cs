using Assay.Comparison;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

public sealed class RulePagesTests
{
    private static readonly string[] Verdicts =
        ["verdict-retired", "verdict-both-retired", "verdict-quality-and-cost", "verdict-nothing-against", "verdict-no-difference", "verdict-missing-evidence", "verdict-trade-off"];

    [Fact]
    public void Ids_are_the_approved_ones() => Comparer.AllRules.Select(r => r.Id).ShouldBe(
    [
        "benchmarks-none", "benchmarks-shared", "capabilities-differ", "capabilities-unknown", "continue-neighbours",
        "cost-audio", "cost-bill", "cost-free", "cost-gap", "cost-outlier", "cost-retired", "cost-suspicious",
        "deep-availability", "deep-blend", "deep-capabilities", "deep-choose", "deep-rerun",
        "faq-available", "faq-benchmarks", "faq-capability", "faq-cheaper", "faq-context", "faq-open", "faq-where",
        "lead-model", "lifecycle-model", "lifecycle-offer", "offers-disputed", "offers-spread", "offers-summary", "provenance-conflicts", "provenance-sources",
        "score-benchmarks", "score-best-for", "score-cheapest-output", "score-context-window", "score-cost", "score-decision-fit", "score-lifecycle",
        "score-max-input", "score-max-output", "score-routes", "specs-disputed", "specs-licence",
        "switch-capabilities", "switch-context", "switch-lifecycle", "switch-price", "switch-protocol", "switch-providers", "switch-retest",
        "tradeoff-capabilities", "tradeoff-context", "tradeoff-none", "tradeoff-output", "tradeoff-price", "tradeoff-providers", "tradeoff-tags", "tradeoff-weights",
        "vision-evals", "vision-tasks",
    ]);

    [Fact]
    public void Every_rule_has_one_page_and_every_page_a_rule() =>
        Directory.EnumerateFiles(Pages(), "*.md").Select(Path.GetFileNameWithoutExtension).Except(["README", "verdict"]).Order(StringComparer.Ordinal)
            .ShouldBe(Comparer.AllRules.Select(r => r.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void The_list_names_every_rule()
    {
        var list = File.ReadAllText(Path.Combine(Pages(), "README.md"));
        Comparer.AllRules.ShouldAllBe(r => list.Contains($"[{r.Id}]({r.Id}.md)"));
    }

    [Fact]
    public void The_page_of_a_rule_names_every_decision_the_rule_makes()
    {
        var pages = Comparer.AllRules.ToDictionary(r => r.Id, r => File.ReadAllText(Path.Combine(Pages(), r.Id + ".md")), StringComparer.Ordinal);
        void Check(ModelComparison comparison)
        {
            foreach (var finding in comparison.Findings) pages[finding.Rule].ShouldContain($"| `{finding.Decision}` |", Case.Sensitive, finding.Rule);
            foreach (var verdict in comparison.Verdicts) verdict.Rule.ShouldBeOneOf(Verdicts);
        }
        foreach (var first in Examples.All)
            foreach (var second in Examples.All)
                if (first != second) Check(Examples.Catalog().Compare(first, second));
        RandomCatalogs.ForAll(c => Check(c.Compare(RandomCatalogs.Models)));
    }

    [Fact]
    public void The_page_of_the_verdict_names_every_step()
    {
        var page = File.ReadAllText(Path.Combine(Pages(), "verdict.md"));
        Verdicts.ShouldAllBe(v => page.Contains($"`{v}`"));
    }

    [Fact]
    public void Sections_and_rows_come_in_their_order()
    {
        var findings = Examples.Catalog().Compare(Examples.Heron, Examples.Otter2).Findings;
        findings.Select(f => f.Section).ShouldBe(findings.Select(f => f.Section).Order());
        findings.Where(f => f.Section == Section.Scorecard).Select(f => f.Text).ShouldBe(
            ["Best for", "Decision fit", "Context window", "Max input", "Max output", "Cheapest output", "Cost at this traffic", "Provider routes", "Shared benchmarks", "Lifecycle"]);
    }

    private static string Pages()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assay.slnx"))) folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull("the tests run inside a checkout").FullName, "docs", "rules");
    }
}
