using System.Text.Json.Serialization;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Comparison;
using Assay.Search;

namespace Assay.Host.Catalog;

/// <summary>Cost a month against a benchmark, for the models found.</summary>
/// <param name="Variant">What makes the results comparable, in one key.</param>
/// <param name="Points">By cost.</param>
/// <param name="WithoutScore">Models found that have no such result.</param>
/// <param name="WithoutCost">Models found that have one, and no known cost.</param>
/// <param name="Variants">What can be chosen: at least two of the models found have a result and a cost.</param>
public sealed record FrontView(
    string Variant, string Label, string Unit, bool HigherIsBetter, IReadOnlyList<FrontPointView> Points, int WithoutScore, int WithoutCost, IReadOnlyList<FrontVariantView> Variants);

/// <summary>A model in the chart of cost against score.</summary>
/// <param name="OnFront">None of the others costs no more and scores no less, with one of the two better.</param>
public sealed record FrontPointView(string Model, string Slug, string Name, decimal UsdPerMonth, string Provider, decimal Score, string Display, bool OnFront, string Source, string? Url, string AsOf)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Configuration { get; init; }

    /// <summary>What the charts can be filtered by.</summary>
    public required ModelTraits Traits { get; init; }

    [JsonIgnore] public string NameWithConfiguration => Configuration is null ? Name : $"{Name}, {Configuration}";

    public static FrontPointView Of(FrontPoint point)
    {
        var (model, best, claim) = (point.Candidate.Model, point.Candidate.Cost.Best!, point.Result.Claim);
        return new(
            model.Id, model.Slug, model.Name, point.UsdPerMonth, best.Offer.Provider.Name, point.Result.Score.Value, BenchmarksViewBuilder.Display(point.Result.Score), point.OnFront,
            claim.Source.Publisher, claim.Source.Url, claim.Source.AsOf.ToString()) { Configuration = point.Result.Score.Configuration, Traits = ModelTraits.Of(model) };
    }
}

/// <summary>What lists and charts of results are filtered by.</summary>
/// <param name="Maker">Name of the organisation.</param>
/// <param name="Weights"><c>open</c> or <c>closed</c>; null where no source says.</param>
/// <param name="Released">With its precision; null where no source says.</param>
public sealed record ModelTraits(string Maker, string? Weights, string? Released)
{
    public static ModelTraits Of(Model model) => new(
        model.Organization.Name, model.Weights.TryGetConfirmed(out var weights) ? weights : null, model.Released.TryGetConfirmed(out var released) ? released.ToString() : null);
}

public sealed record FrontVariantView(string Variant, string Label, int Models);

/// <summary>Builds the front that a list was asked for.</summary>
internal static class FrontViewBuilder
{
    /// <summary>Null where none is asked for, or no two models have a result that may be compared.</summary>
    public static FrontView? Build(CatalogSnapshot catalog, Scoreboard scores, IReadOnlyList<Candidate> models, ModelListQuery query, List<string> problems)
    {
        if (query.Against is null && !query.WithFront) return null;
        var variants = CostFront.Variants(models, scores);
        var wanted = query.Against is null ? variants.Select(v => v.Variant).FirstOrDefault() : Named(scores, variants, query.Against);
        if (wanted is null)
        {
            if (query.Against is not null) problems.Add($"'{query.Against}' is not a benchmark that a model has a result on: give one of {string.Join(", ", variants.Select(v => v.Sample.Benchmark).Distinct().Take(8))}.");
            return null;
        }
        var front = CostFront.Of(models, scores, wanted)!;
        return new(
            wanted, Label(catalog, front.Sample), front.Sample.Unit, front.HigherIsBetter, [.. front.Points.Select(FrontPointView.Of)], front.WithoutScore, front.WithoutCost,
            [.. variants.Select(v => new FrontVariantView(v.Variant, Label(catalog, v.Sample), v.Models))]);
    }

    /// <summary>A variant by its key, or of a benchmark the one that most models have.</summary>
    private static string? Named(Scoreboard scores, IReadOnlyList<(string Variant, BenchmarkScore Sample, int Models)> variants, string name) =>
        scores[name] is not null ? name
        : variants.Where(v => v.Sample.Benchmark.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(v => v.Variant).FirstOrDefault()
            ?? scores.Variants.FirstOrDefault(v => v.StartsWith(name + "|", StringComparison.OrdinalIgnoreCase));

    private static string Label(CatalogSnapshot catalog, BenchmarkScore sample) => BenchmarkWords.Label(catalog, sample with { Configuration = null });
}
