using System.Globalization;
using Assay.Catalog;

namespace Assay.Comparison.Rules.Benchmarks;

/// <summary>
/// One sentence a shared row: who leads and by how much; with intervals of both the 95 % interval of the difference, and "within chance" where
/// it holds 0, or where the one interval that is published does. Equal results have a tie sentence; unconfirmed ones are passed over.
/// </summary>
internal sealed class BenchmarksShared : PairRule
{
    public override string Id => "benchmarks-shared";
    public override Section Section => Section.Benchmarks;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        foreach (var row in context.EvidenceOf(first, second).Benchmarks.Shared)
        {
            var (a, b) = (row.Results[0][0], row.Results[1][0]);
            if (!a.Claim.Unconfirmed && !b.Claim.Unconfirmed) yield return Compare(context, (first, a), (second, b));
        }
    }

    private Finding Compare(ComparisonContext context, (Model Model, BenchmarkResult Result) first, (Model Model, BenchmarkResult Result) second)
    {
        var (a, b) = (first.Result.Score, second.Result.Score);
        var higher = context.HigherIsBetter(a.Benchmark);
        var lead = BenchmarkLead.Of(a, b, higher);
        var label = BenchmarkWords.Label(context.Catalog, a);
        IReadOnlyList<Claim> claims = [first.Result.Claim, second.Result.Claim];
        if (lead.Gap == 0)
            return Say("tie", $"{label}: {first.Model.Name} and {second.Model.Name} both reach {BenchmarkWords.Value(a)}.", claims, [first.Model, second.Model]);

        var (ahead, behind) = lead.Gap > 0 == higher ? (first, second) : (second, first);
        var numbers = $"{BenchmarkWords.Value(ahead.Result.Score)} against {BenchmarkWords.Value(behind.Result.Score)}";
        var gap = BenchmarkWords.Gap(lead.Gap, a.Unit);
        var interval = Interval(lead, a.Unit, ReferenceEquals(ahead.Model, first.Model));
        var direction = higher ? "" : " Lower is better here.";
        return lead.WithinChance
            ? Say("within-chance", $"{label}: {ahead.Model.Name} has {numbers} for {behind.Model.Name}. The {gap} between them are within chance{interval}.{direction}", claims, [ahead.Model, behind.Model])
            : Say("leads", $"{label}: {ahead.Model.Name} leads with {numbers} for {behind.Model.Name}, {gap} apart{interval}.{direction}", claims, [ahead.Model, behind.Model], favors: ahead.Model);
    }

    /// <summary>The interval as seen from the side that is ahead, or that none is published.</summary>
    private static string Interval(BenchmarkLead lead, string unit, bool firstAhead)
    {
        if (lead.Interval is not { } interval)
        {
            return lead.Known == 0 ? "; no interval is published"
                : lead.WithinChance ? " (the interval published for one of them reaches past the other)" : "; an interval is published for one of them only";
        }
        var (low, high) = firstAhead ? interval : (-interval.High, -interval.Low);
        return $" (95 % interval {Number(low)} to {Number(high)} {BenchmarkWords.UnitOf(unit)}".TrimEnd() + ")";
    }

    private static string Number(double value) => (value < 0 ? "−" : "") + Math.Abs(value).ToString("0.0", CultureInfo.InvariantCulture);
}
