using System.Text.Json.Serialization;
using Assay.Host.Catalog;
using Assay.Host.Comparison;

namespace Assay.Host.Benchmarks;

/// <summary>All benchmarks that somebody has a result on.</summary>
public sealed record BenchmarkListView(string AsOf, IReadOnlyList<BenchmarkListItem> Benchmarks);

public sealed record BenchmarkListItem
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What it measures, in a sentence; null where no file of the catalogue says.</summary>
    public required string? About { get; init; }
    public required string Unit { get; init; }
    public required bool HigherIsBetter { get; init; }

    /// <summary>Models of the catalogue with a result.</summary>
    public required int Models { get; init; }

    /// <summary>Results, with those under names that are no model's.</summary>
    public required int Results { get; init; }

    /// <summary>Ways in which it was measured: version, category, metric and settings.</summary>
    public required int Variants { get; init; }
    public required IReadOnlyList<string> Versions { get; init; }
    public required string? Newest { get; init; }
}

/// <summary>The page of one benchmark: one variant's scores in full, and what other variants there are.</summary>
public sealed record BenchmarkPageView
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string AsOf { get; init; }
    public required bool HigherIsBetter { get; init; }
    public required IReadOnlyDictionary<string, FactView> About { get; init; }

    /// <summary>With results of at least two models: those that can be compared.</summary>
    public required IReadOnlyList<VariantView> Variants { get; init; }

    /// <summary>Results measured in a way that no second model was.</summary>
    public required IReadOnlyList<LoneScoreView> Alone { get; init; }

    /// <summary>The variant shown; null where no two results can be compared.</summary>
    public required VariantView? Chosen { get; init; }

    /// <summary>Of the variant shown, the best first.</summary>
    public required IReadOnlyList<ScoreView> Scores { get; init; }
    public required TrafficView Traffic { get; init; }

    /// <summary>Models with a score and a cost at the traffic, each at its best score, by cost.</summary>
    public required IReadOnlyList<FrontPointView> ScoreForCost { get; init; }

    /// <summary>Models with a score and no cost, with the reason.</summary>
    public required IReadOnlyList<NoCostView> WithoutCost { get; init; }
}

/// <summary>Results of one variant are measured in the same way; results of two are not compared.</summary>
public sealed record VariantView
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Version { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Category { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Metric { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Settings { get; init; }
    public required string Unit { get; init; }
    public required int Models { get; init; }
    public required int Results { get; init; }
    public required string? Newest { get; init; }
}

public sealed record ScoreView
{
    /// <summary>Null where the source's name is no model's.</summary>
    public required string? Model { get; init; }
    public required string Name { get; init; }

    /// <summary>The model as the source calls it, where it does so by a name of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Label { get; init; }

    /// <summary>How the model was run: effort, thinking budget, calling mode.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Configuration { get; init; }
    public required decimal Value { get; init; }
    public required string Display { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? N { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Passed { get; init; }

    /// <inheritdoc cref="BenchmarkResultView.Interval"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<decimal>? Interval { get; init; }
    public required string? MeasuredBy { get; init; }
    public required string? Date { get; init; }

    /// <summary>What the charts can be filtered by; null where the source's name is no model's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ModelTraits? Traits { get; init; }
    public required IReadOnlyList<ClaimView> Claims { get; init; }
}

public sealed record LoneScoreView(string Variant, ScoreView Score);

public sealed record NoCostView(string Model, string Name, string Display, string Why);
