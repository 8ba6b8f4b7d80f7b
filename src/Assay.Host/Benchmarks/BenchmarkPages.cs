using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Search;
using Assay.Units;

namespace Assay.Host.Benchmarks;

/// <summary>Builds what page, JSON and command line show of benchmarks.</summary>
public static class BenchmarkPages
{
    public static BenchmarkListView List(CatalogSnapshot catalog)
    {
        var results = BenchmarkResults.Of(catalog);
        return new(catalog.AsOf.ToString("yyyy-MM-dd"), [.. results.Ids.Select(id => Item(catalog, id, results.VariantsOf(id)))
            .OrderByDescending(b => b.Models).ThenBy(b => b.Name, StringComparer.OrdinalIgnoreCase).ThenBy(b => b.Id, StringComparer.Ordinal)]);
    }

    /// <param name="variant">Slug; null for the headline: the benchmark's own metric, over all categories.</param>
    /// <returns>Null with a sentence where there is no such benchmark or variant.</returns>
    public static BenchmarkPageView? Of(CatalogSnapshot catalog, string id, string? variant, TrafficProfile traffic, out string? problem)
    {
        var all = BenchmarkResults.Of(catalog).VariantsOf(id);
        problem = null;
        if (all.Count == 0 && !catalog.Benchmarks.ContainsKey(id))
        {
            problem = $"No benchmark is called '{id}'.{Nearest(catalog, id)}";
            return null;
        }
        BenchmarkVariant[] comparable = [.. all.Where(v => v.Models > 1)];
        var chosen = variant is null ? Headline(comparable, catalog.Benchmarks.GetValueOrDefault(id)) : comparable.FirstOrDefault(v => v.Slug == variant);
        if (variant is not null && chosen is null)
        {
            problem = $"'{variant}' is not a variant of {id} with results of two models. There are: {(comparable.Length == 0 ? "none" : string.Join(", ", comparable.Take(12).Select(v => v.Slug)))}.";
            return null;
        }
        var benchmark = catalog.Benchmarks.GetValueOrDefault(id) ?? new(id, id, new Dictionary<string, Fact<string>>());
        var costs = chosen is null ? ([], []) : ScoreForCost(catalog, chosen, traffic);
        return new()
        {
            Id = id, Name = benchmark.Name, AsOf = catalog.AsOf.ToString("yyyy-MM-dd"), HigherIsBetter = benchmark.HigherIsBetter,
            About = benchmark.About.ToDictionary(a => a.Key, a => FactView.Of(a.Value)), Variants = [.. comparable.Select(View)],
            Alone = [.. all.Where(v => v.Models == 1).SelectMany(v => v.Lines.Select(l => new LoneScoreView(v.Title, View(l))))],
            Chosen = chosen is null ? null : View(chosen), Scores = chosen is null ? [] : [.. chosen.Lines.Select(View)], Traffic = ComparisonViewBuilder.View(traffic),
            ScoreForCost = costs.Item1, WithoutCost = costs.Item2,
        };
    }

    /// <summary>Of the benchmark's own metric over all categories, where there is such: the newest variant that has at least half as many models as the largest.</summary>
    private static BenchmarkVariant? Headline(BenchmarkVariant[] variants, Benchmark? benchmark)
    {
        var metric = benchmark?.About.GetValueOrDefault("metric")?.TryGet(out var text) == true ? text : null;
        var whole = variants.Where(v => v.Sample.Category is null).DefaultIfEmpty(variants.FirstOrDefault()).ToArray();
        var own = whole.Where(v => v?.Sample.Metric == metric).ToArray();
        var among = own.Length > 0 ? own : whole;
        return among.Where(v => v is not null && v.Models * 2 >= among.Max(o => o!.Models)).OrderByDescending(v => v!.Newest, StringComparer.Ordinal).ThenByDescending(v => v!.Sample.Version, StringComparer.Ordinal).ThenByDescending(v => v!.Models).FirstOrDefault();
    }

    private static BenchmarkListItem Item(CatalogSnapshot catalog, string id, IReadOnlyList<BenchmarkVariant> variants)
    {
        var benchmark = catalog.Benchmarks.GetValueOrDefault(id);
        return new()
        {
            Id = id, Name = benchmark?.Name ?? id, About = benchmark?.About.GetValueOrDefault("about")?.TryGet(out var about) == true ? about : null, Unit = variants[0].Sample.Unit,
            HigherIsBetter = benchmark?.HigherIsBetter ?? true, Models = variants.SelectMany(v => v.Lines).Select(l => l.Model?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            Results = variants.Sum(v => v.Lines.Count), Variants = variants.Count, Newest = variants.Max(v => v.Newest),
            Versions = [.. variants.Select(v => v.Sample.Version).OfType<string>().Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal)],
        };
    }

    private static VariantView View(BenchmarkVariant variant) => new()
    {
        Slug = variant.Slug, Title = variant.Title, Version = variant.Sample.Version, Category = variant.Sample.Category, Metric = variant.Sample.Metric,
        Settings = variant.Sample.Settings, Unit = variant.Sample.Unit, Models = variant.Models, Results = variant.Lines.Count, Newest = variant.Newest,
    };

    private static ScoreView View(BenchmarkLine line) => new()
    {
        Model = line.Model?.Id, Name = line.Name, Label = line.Label, Configuration = line.Score.Configuration, Value = line.Score.Value, Display = BenchmarksViewBuilder.Display(line.Score),
        N = line.Score.N, Passed = line.Score.Passed, Interval = BenchmarksViewBuilder.Interval(line.Score), MeasuredBy = line.Score.MeasuredBy, Date = line.Score.Date?.ToString(),
        Traits = line.Model is null ? null : ModelTraits.Of(line.Model), Claims = ClaimView.OfFact(line.Claims),
    };

    /// <summary>Each model at its best score against the bill of its cheapest route; those without a bill by themselves.</summary>
    private static (IReadOnlyList<FrontPointView>, IReadOnlyList<NoCostView>) ScoreForCost(CatalogSnapshot catalog, BenchmarkVariant variant, TrafficProfile traffic)
    {
        var index = ModelIndex.Of(catalog);
        if (CostFront.Of(index.At(traffic), index.Scores, variant.Sample.VariantKey) is not { } front) return ([], []);
        return (
            [.. front.Points.Select(FrontPointView.Of)],
            [.. front.Unpriced.Select(u => new NoCostView(u.Candidate.Model.Id, u.Candidate.Model.Name, BenchmarksViewBuilder.Display(u.Result.Score), u.Candidate.Cost.Why ?? "no confirmed price"))]);
    }

    private static string Nearest(CatalogSnapshot catalog, string id)
    {
        string[] near = [.. BenchmarkResults.Of(catalog).Ids.Select(k => (Id: k, Distance: k.Contains(id, StringComparison.OrdinalIgnoreCase) ? 0 : NearestNames.Distance(id.ToLowerInvariant(), k)))
            .Where(k => k.Distance <= Math.Max(2, id.Length / 3)).OrderBy(k => k.Distance).ThenBy(k => k.Id, StringComparer.Ordinal).Take(5).Select(k => k.Id)];
        return near.Length == 0 ? " /benchmarks lists them all." : $" The nearest: {Words.List(near)}.";
    }
}
