using Assay.Catalog;
using Assay.Comparison;
using Shouldly;
using Xunit;

namespace Assay.Tests.Comparison;

public sealed class SwapTests
{
    [Fact]
    public void Swapping_two_models_swaps_the_verdict_and_nothing_else() =>
        RandomCatalogs.ForAll(catalog => Same(catalog, RandomCatalogs.Models[0], RandomCatalogs.Models[1]));

    [Fact]
    public void The_invented_models_can_be_swapped_too()
    {
        foreach (var first in Examples.All)
            foreach (var second in Examples.All)
                if (first != second) Same(Examples.Catalog(), first, second);
    }

    private static void Same(TestCatalog catalog, string first, string second)
    {
        var (one, other) = (catalog.Compare(first, second), catalog.Compare(second, first));
        var (a, b) = (one.Verdicts.ShouldHaveSingleItem(), other.Verdicts.ShouldHaveSingleItem());
        b.Text.ShouldBe(a.Text);
        b.Rule.ShouldBe(a.Rule);
        b.Winner?.Id.ShouldBe(a.Winner!.Id);
        b.First.Id.ShouldBe(a.Second.Id);
        b.Decision.ShouldBe(a.Decision switch
        {
            VerdictDecision.FirstBetter => VerdictDecision.SecondBetter,
            VerdictDecision.SecondBetter => VerdictDecision.FirstBetter,
            var same => same,
        });
        Keys(other, reverse: true).ShouldBe(Keys(one, reverse: false));
    }

    private static string[] Keys(ModelComparison comparison, bool reverse) => [.. comparison.Findings.Select(f => Key(f, reverse)).Order(StringComparer.Ordinal)];

    private static string Key(Finding finding, bool reverse)
    {
        var cells = (reverse ? finding.Cells?.Reverse() : finding.Cells)?.Select(c => $"{c.Display}/{c.State}/{c.Best}/{c.Note}/{Claims(c.Claims)}") ?? [];
        return string.Join('|', finding.Rule, finding.Section, finding.Decision, finding.Text, finding.Question, finding.Favors, finding.Target, finding.Direction,
            string.Join(',', finding.Models.Order(StringComparer.Ordinal)), string.Join(';', cells), Claims(finding.Claims));
    }

    private static string Claims(IEnumerable<Claim> claims) =>
        string.Join(',', claims.Select(c => $"{c.Subject}.{c.Property}={c.Value.Text}@{c.Source.Publisher}{c.Source.AsOf}").Order(StringComparer.Ordinal));
}
