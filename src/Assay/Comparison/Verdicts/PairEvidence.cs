using Assay.Catalog;
using Assay.Comparison.Cost;
using Assay.Comparison.Rules;
using Assay.Units;

namespace Assay.Comparison.Verdicts;

/// <summary>Everything a verdict on two models may rest on, gathered once. Unknown, unconfirmed and equal values give no advantage.</summary>
public sealed class PairEvidence
{
    public PairEvidence(ComparisonContext context, Model first, Model second)
    {
        (First, Second, Context, Benchmarks) = (first, second, context, SideBySide(context, first, second));
        Quality = Weigh(context, Benchmarks);
        Advantages =
        [
            .. new[] { OfQuality(), OfCost(), OfSize(Dimension.Context, m => m.ContextWindow, "has the larger context window"), OfSize(Dimension.Output, m => m.MaxOutput, "may reply at greater length"), OfLifecycle() }
                .OfType<Advantage>().Concat(OfCapabilities()).OrderBy(a => a.Of),
        ];
    }

    public Model First { get; }
    public Model Second { get; }
    public ComparisonContext Context { get; }

    /// <summary>Results of the two alone; the first model's are in the first column.</summary>
    public BenchmarkTable Benchmarks { get; }

    public QualityEvidence Quality { get; }
    public IReadOnlyList<Advantage> Advantages { get; }

    public ModelCost CostOf(Model model) => Context.CostOf(model);
    public Model Other(Model model) => ReferenceEquals(model, First) ? Second : First;
    public IReadOnlyList<Advantage> For(Model model) => [.. Advantages.Where(a => ReferenceEquals(a.Winner, model))];
    public bool CostsKnown => CostOf(First).Best is not null && CostOf(Second).Best is not null;

    private Advantage? OfCost()
    {
        if (CostOf(First).Best is not { UsdPerMonth: { } a } one || CostOf(Second).Best is not { UsdPerMonth: { } b } two) return null;
        var (cheap, dear) = a < b ? (one, two) : (two, one);
        if (cheap.UsdPerMonth is not > 0 || dear.UsdPerMonth < cheap.UsdPerMonth * Level.Cost) return null;
        return new(Dimension.Cost, a < b ? First : Second,
            $"costs {Format.PercentLower(dear.UsdPerMonth!.Value, cheap.UsdPerMonth.Value)} less at this traffic ({Format.Usd(cheap.UsdPerMonth.Value)} against {Format.Usd(dear.UsdPerMonth.Value)} a month)",
            [.. cheap.Lines.Concat(dear.Lines).SelectMany(l => l.Claims.Take(1))]);
    }

    private Advantage? OfSize(Dimension dimension, Func<Model, Fact<TokenCount>> size, string phrase)
    {
        var (one, two) = (size(First), size(Second));
        if (!one.TryGetConfirmed(out var a) || !two.TryGetConfirmed(out var b)) return null;
        var (large, small) = a > b ? (a, b) : (b, a);
        return large.Tokens < small.Tokens * Level.Size ? null
            : new(dimension, a > b ? First : Second, $"{phrase} ({large} against {small} tokens)", [.. one.Claims.Take(1), .. two.Claims.Take(1)]);
    }

    private IEnumerable<Advantage> OfCapabilities()
    {
        foreach (var (has, lacks) in new[] { (First, Second), (Second, First) })
        {
            var only = Capability.All.Where(c => has.Has(c).TryGetConfirmed(out _) && lacks.Has(c) is { IsNo: true, Unconfirmed: false }).ToArray();
            if (only.Length > 0)
                yield return new(Dimension.Capabilities, has, $"has {Words.List([.. only.Select(CapabilityWords.Name)])} ({lacks.Name} is said to lack {(only.Length == 1 ? "it" : "them")})",
                    [.. only.SelectMany(c => has.Has(c).Claims.Take(1).Concat(lacks.Has(c).Claims.Take(1)))]);
        }
    }

    /// <summary>Only a model that a source calls active or in preview is ahead of one that ends: of the others nobody has said that they go on.</summary>
    private Advantage? OfLifecycle()
    {
        var (one, two) = (Context.StageOf(First), Context.StageOf(Second));
        var (ending, lasting) = one is LifecycleStage.Deprecated ? (First, two) : (Second, one);
        if (Context.StageOf(ending) is not LifecycleStage.Deprecated || lasting is not (LifecycleStage.Active or LifecycleStage.Preview)) return null;
        return new(Dimension.Lifecycle, Other(ending), $"is not deprecated, while {ending.Name} is", [.. ending.Lifecycle.Claims, .. Other(ending).Lifecycle.Claims]);
    }

    private Advantage? OfQuality()
    {
        if (!Quality.FirstAhead && !Quality.SecondAhead) return null;
        var leads = Quality.FirstAhead ? Quality.FirstLeads : Quality.SecondLeads;
        var rows = Quality.Rows == 1 ? "leads on the one benchmark they share" : $"leads on {leads} of {Quality.Rows} shared benchmarks";
        return new(Dimension.Quality, Quality.FirstAhead ? First : Second, Quality.Tested ? rows : rows + " (too little to rule out chance)", Quality.Claims);
    }

    private static BenchmarkTable SideBySide(ComparisonContext context, Model first, Model second) =>
        context.Models is [var left, var right] && ReferenceEquals(left, first) && ReferenceEquals(right, second) ? context.Benchmarks : BenchmarkTable.Of([first, second]);

    private static QualityEvidence Weigh(ComparisonContext context, BenchmarkTable table)
    {
        var (rows, leads, trails, tested) = (0, 0, 0, 0);
        var claims = new List<Claim>();
        foreach (var row in table.Shared)
        {
            if (row.Sample.Category is not null) continue;
            var (a, b) = (row.Results[0][0], row.Results[1][0]);
            if (a.Claim.Unconfirmed || b.Claim.Unconfirmed) continue;
            rows++;
            claims.AddRange([a.Claim, b.Claim]);
            var lead = BenchmarkLead.Of(a.Score, b.Score, context.HigherIsBetter(row.Benchmark));
            if (lead.Sign > 0) leads++;
            if (lead.Sign < 0) trails++;
            if (lead.Sign != 0 && lead.Interval is not null) tested++;
        }
        return new(rows, leads, trails, tested, claims);
    }
}
