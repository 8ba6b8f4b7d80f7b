using System.Runtime.CompilerServices;
using Assay.Catalog;

namespace Assay.Host.Benchmarks;

/// <summary>One line of a benchmark's table: the same figure said twice by one publisher is one line with two claims.</summary>
/// <param name="Model">Null where the source's name is no model's.</param>
/// <param name="Label">What the source calls the model; null where it speaks of the model by its id.</param>
public sealed record BenchmarkLine(Model? Model, string? Label, BenchmarkScore Score, IReadOnlyList<Claim> Claims)
{
    public bool Unconfirmed => Claims[0].Unconfirmed;

    /// <summary>Who is scored, for people.</summary>
    public string Name => Model?.Name ?? Label!;

    /// <summary>Tells lines apart that are of one model.</summary>
    public string NameWithConfiguration => Score.Configuration is null ? Name : $"{Name}, {Score.Configuration}";
}

/// <summary>Results measured in the same way.</summary>
/// <param name="Slug">Names it in addresses, within its benchmark.</param>
/// <param name="Lines">The best first; unconfirmed ones last.</param>
public sealed record BenchmarkVariant(string Slug, BenchmarkScore Sample, IReadOnlyList<BenchmarkLine> Lines)
{
    /// <summary>Different models with a score, as far as they are known.</summary>
    public int Models { get; } = Lines.Select(l => l.Model?.Id ?? l.Label).Distinct(StringComparer.Ordinal).Count();

    /// <summary>"2025-12-23 · Reasoning · average score"; empty where nothing is told.</summary>
    public string Title => string.Join(" · ", new[] { Sample.Version, Sample.Category, Sample.Metric, Sample.Settings }.OfType<string>());

    public string? Newest { get; } = Lines.Max(l => l.Score.Date?.ToString() ?? l.Claims[0].Source.AsOf.ToString());
}

/// <summary>All results of the catalogue by benchmark, worked out once for each snapshot and kept as long as it.</summary>
public sealed class BenchmarkResults
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, BenchmarkResults> Made = [];

    private readonly Dictionary<string, IReadOnlyList<BenchmarkVariant>> variants;

    private BenchmarkResults(CatalogSnapshot catalog)
    {
        var results = catalog.Models.SelectMany(m => m.Results.Select(r => (Model: (Model?)m, Result: r))).Concat(catalog.ResultsOfNoModel.Select(r => (Model: (Model?)null, Result: r)));
        variants = results.GroupBy(r => r.Result.Score.Benchmark, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Variants(g, catalog.Benchmarks.GetValueOrDefault(g.Key)?.HigherIsBetter ?? true), StringComparer.Ordinal);
    }

    public static BenchmarkResults Of(CatalogSnapshot catalog) => Made.GetValue(catalog, c => new(c));

    /// <summary>Ids of benchmarks that somebody has a result on.</summary>
    public IEnumerable<string> Ids => variants.Keys;

    /// <summary>Those with most models first, then the newest.</summary>
    public IReadOnlyList<BenchmarkVariant> VariantsOf(string benchmark) => variants.GetValueOrDefault(benchmark) ?? [];

    private static IReadOnlyList<BenchmarkVariant> Variants(IEnumerable<(Model? Model, BenchmarkResult Result)> results, bool higherIsBetter)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. results.GroupBy(r => r.Result.Score.VariantKey, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new BenchmarkVariant(Slug(g.First().Result.Score, taken), g.First().Result.Score, Lines(g, higherIsBetter)))
            .OrderByDescending(v => v.Models).ThenByDescending(v => v.Newest, StringComparer.Ordinal).ThenBy(v => v.Sample.Category is not null).ThenBy(v => v.Slug, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<BenchmarkLine> Lines(IEnumerable<(Model? Model, BenchmarkResult Result)> results, bool higherIsBetter) =>
        [.. results.GroupBy(r => (Who: r.Model?.Id ?? r.Result.Claim.Subject.ToString(), r.Result.Score.Configuration, r.Result.Score.Value, r.Result.Claim.Source.Publisher))
            .Select(g => new BenchmarkLine(g.First().Model, LabelOf(g.First().Result.Claim), g.First().Result.Score, [.. g.Select(r => r.Result.Claim)]))
            .OrderBy(l => l.Unconfirmed).ThenBy(l => higherIsBetter ? -l.Score.Value : l.Score.Value).ThenBy(l => l.Name, StringComparer.OrdinalIgnoreCase)];

    private static string? LabelOf(Claim claim) => claim.Subject.Kind is SubjectKind.Model ? null : claim.Subject.Id;

    /// <summary>From what makes the variant, with a number behind it where two would be the same.</summary>
    private static string Slug(BenchmarkScore sample, HashSet<string> taken)
    {
        var words = string.Join('-', new[] { sample.Version, sample.Category, sample.Metric, sample.Settings }.OfType<string>());
        var slug = ModelMatcher.PathPart(words.Length == 0 ? "plain" : words.Length > 80 ? words[..80] : words);
        for (var i = 2; !taken.Add(slug); i++) slug = $"{slug.TrimEnd("0123456789".ToCharArray())}-{i}".Replace("--", "-", StringComparison.Ordinal);
        return slug;
    }
}
