using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Catalog;
using Assay.Comparison;
using Shouldly;

namespace Assay.Tests.Comparison;

/// <summary>What holds of every comparison, whatever the claims.</summary>
internal static partial class Invariants
{
    public static void Hold(ModelComparison comparison)
    {
        foreach (var finding in comparison.Findings)
        {
            Cites(comparison, finding);
            IsPlain(finding);
            PercentagesAreBetween(finding.Text);
            FavoursNobodyWrongly(comparison, finding);
        }
        foreach (var verdict in comparison.Verdicts)
        {
            PercentagesAreBetween(verdict.Text);
            if (verdict.Winner is not null) comparison.Context.IsRetired(verdict.Winner).ShouldBeFalse(verdict.Text);
        }
        foreach (var cost in comparison.Context.Costs) IsOfOneRoute(comparison, cost);
    }

    private static void Cites(ModelComparison comparison, Finding finding)
    {
        var about = $"{finding.Rule} ({finding.Decision}): {finding.Text}";
        if (finding.Claims.Count == 0) finding.Decision.ShouldBeOneOf(["unknown", "not-run"], about);
        string[] ids = [.. finding.Models, .. finding.Target is null ? Array.Empty<string>() : [finding.Target]];
        var offers = ids.Select(id => comparison.Context.Catalog.ById(id)).OfType<Model>().SelectMany(m => m.Offers).Select(o => o.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in finding.Claims)
            (claim.Subject.Kind is SubjectKind.Provider or SubjectKind.Benchmark || ids.Contains(claim.Subject.Id) || offers.Contains(claim.Subject.Id))
                .ShouldBeTrue($"{about} cites a claim on {claim.Subject}");
    }

    private static void IsPlain(Finding finding)
    {
        finding.Text.ShouldNotBeNullOrWhiteSpace();
        foreach (var bad in (string[])["  ", "..", "NaN", "% cheaper", "() ", " ,", " .", "Infinity", " 1 providers"]) finding.Text.ShouldNotContain(bad, Case.Sensitive, finding.Rule);
        if (finding.Cells is null) finding.Text.ShouldEndWith(".", Case.Sensitive, finding.Rule);
        if (finding.Question is not null) finding.Question.ShouldEndWith("?");
    }

    private static void PercentagesAreBetween(string text)
    {
        foreach (Match match in Lower().Matches(text))
        {
            var percent = decimal.Parse(match.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture);
            (percent is > 0 and < 100).ShouldBeTrue(text);
        }
    }

    private static void FavoursNobodyWrongly(ModelComparison comparison, Finding finding)
    {
        if (finding.Decision is "unknown" or "tie" or "level" or "within-chance") finding.Favors.ShouldBeNull(finding.Text);
        foreach (var id in new[] { finding.Favors, finding.Target }.OfType<string>())
            comparison.Context.IsRetired(comparison.Context.Catalog.ById(id)!).ShouldBeFalse(finding.Text);
        foreach (var (i, cell) in (finding.Cells ?? []).Index())
        {
            if (!cell.Best) continue;
            cell.State.ShouldBeOneOf(FactState.Known, FactState.Disputed);
            comparison.Context.IsRetired(comparison.Models[i]).ShouldBeFalse(finding.Text);
        }
        if (finding.Target is { } target) comparison.Models.ShouldNotContain(m => m.Id == target);
    }

    private static void IsOfOneRoute(ModelComparison comparison, Assay.Comparison.Cost.ModelCost cost)
    {
        if (comparison.Context.IsRetired(cost.Model)) cost.Best.ShouldBeNull();
        (cost.Best is null).ShouldBe(cost.Why is not null);
        if (cost.Best is not { } bill) return;
        bill.UsdPerMonth.ShouldNotBeNull().ShouldBeGreaterThan(0);
        bill.UsdPerMonth.ShouldBe(bill.Lines.Sum(l => l.Usd!.Value));
        foreach (var line in bill.Lines)
            bill.Offer.Prices.ShouldContain(p => p.Kind == line.Kind && p.Price.Settled!.Equals(line.Price!.Value) && !p.Price.Unconfirmed);
        var callable = cost.All.Where(b => b.UsdPerMonth > 0 && b.Offer.Lifecycle.StageOn(comparison.Context.Day) is not LifecycleStage.Retired).ToArray();
        callable.Where(b => b.IsCredible).Min(b => b.UsdPerMonth).ShouldBe(bill.UsdPerMonth);
        // Nothing cheaper is passed over without a word.
        if (callable.Any(b => b.UsdPerMonth < bill.UsdPerMonth))
            comparison.Findings.ShouldContain(f => f.Rule == "cost-suspicious" && f.Models[0] == cost.Model.Id && (f.Decision == "set-aside" || f.Decision == "one-list"));
    }

    [GeneratedRegex(@"(?<percent>[\d.]+) % (?:lower|less|below)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lower();
}
