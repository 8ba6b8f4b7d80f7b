using System.Text.Json.Serialization;
using Assay.Host.Catalog;

namespace Assay.Host.Comparison;

/// <summary>A comparison on a surface: page, JSON and command line render this one record.</summary>
public sealed record ComparisonView
{
    public required string Title { get; init; }
    public required string AsOf { get; init; }
    public required string Baseline { get; init; }
    public required IReadOnlyList<ModelView> Models { get; init; }
    public required TrafficView Traffic { get; init; }
    public required IReadOnlyList<CostView> Cost { get; init; }

    /// <summary>On two models; for more, the first of <see cref="Verdicts"/>.</summary>
    public required VerdictView Verdict { get; init; }

    /// <summary>For more than two models: each against the baseline.</summary>
    public required IReadOnlyList<VerdictView> Verdicts { get; init; }

    public required IReadOnlyList<FindingView> Findings { get; init; }
    public required IReadOnlyList<ScorecardRowView> Scorecard { get; init; }
    public required SwitchView Switch { get; init; }
    public required BenchmarksView Benchmarks { get; init; }
    public required IReadOnlyList<VisionEvalGroupView> VisionEvals { get; init; }
    public required IReadOnlyList<FaqView> Faq { get; init; }
    public required IReadOnlyList<ContinueView> Continue { get; init; }
    public required ProvenanceView Provenance { get; init; }

    public IEnumerable<FindingView> In(string section) => Findings.Where(f => f.Section == section);
}

public sealed record TrafficView(
    long InputTokens, long OutputTokens, long Requests, decimal CachedShare, decimal BatchShare, decimal ImagesPerRequest, decimal InputShare);

public sealed record BillLineView(string Kind, string Label, decimal Quantity, decimal? UnitPrice, decimal? Usd, IReadOnlyList<ClaimView> Claims);

/// <summary>The bill of a model's cheapest whole route, or why there is none.</summary>
public sealed record CostView
{
    public required string Model { get; init; }
    public required decimal? UsdPerMonth { get; init; }
    public required string Display { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Offer { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Provider { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ProviderName { get; init; }
    public required IReadOnlyList<BillLineView> Lines { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Why { get; init; }

    /// <summary>Why the bill is not to be believed outright; null where nothing was found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Doubt { get; init; }

    /// <summary>Of a retired model: its cheapest bill at the last known prices. History, not a cost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public CostView? LastKnown { get; init; }
}

/// <summary>Winner is "A" or "B" by place in <see cref="Pair"/>, or null.</summary>
public sealed record VerdictView(
    string? Winner, string? WinnerModel, string Decision, string Text, string Rule, IReadOnlyList<string> Pair, IReadOnlyList<ClaimView> Claims);

public sealed record FindingView
{
    public required string Rule { get; init; }
    public required string Section { get; init; }
    public required string Decision { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<string> Models { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Favors { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? From { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? To { get; init; }
    public required IReadOnlyList<ClaimView> Claims { get; init; }
}

public sealed record ScorecardRowView(string Rule, string Label, string Decision, IReadOnlyList<CellView> Cells);

public sealed record CellView
{
    public required string Model { get; init; }
    public required string State { get; init; }
    public required string Display { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Best { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Exact { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; init; }
    public required IReadOnlyList<ClaimView> Claims { get; init; }
}

/// <summary>Both directions of the first pair; with more than two models every pair with the baseline is in <see cref="Pairs"/>.</summary>
public sealed record SwitchView(IReadOnlyList<FindingView> AToB, IReadOnlyList<FindingView> BToA, IReadOnlyList<DirectionView> Pairs)
{
    /// <summary>All directions, whichever list they are in.</summary>
    [JsonIgnore] public IReadOnlyList<DirectionView> Directions { get; init; } = Pairs;
}

public sealed record DirectionView(string From, string To, IReadOnlyList<FindingView> Findings);

/// <summary>Rows that at least two models share; then rows only one has: of the first, of the second, and of any further model.</summary>
public sealed record BenchmarksView(
    IReadOnlyList<BenchmarkRowView> Shared, IReadOnlyList<BenchmarkRowView> OnlyA, IReadOnlyList<BenchmarkRowView> OnlyB, IReadOnlyList<BenchmarkRowView> OnlyOthers);

public sealed record BenchmarkRowView
{
    public required string Benchmark { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Metric { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Version { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Settings { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Category { get; init; }

    /// <summary>Of errors, times and costs.</summary>
    [JsonIgnore] public bool LessIsBetter { get; init; }

    /// <summary>In page order; null where the model has no such result.</summary>
    public required IReadOnlyList<BenchmarkResultView?> Results { get; init; }
}

public sealed record BenchmarkResultView
{
    public required string Model { get; init; }
    public required decimal Value { get; init; }
    public required string Display { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? N { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Passed { get; init; }

    /// <summary>The interval that the source prints, else the 95 % Wilson interval from the items, in the unit of the value; null where there is neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<decimal>? Interval { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MeasuredBy { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Date { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public decimal? AverageSeconds { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public decimal? MedianInputTokens { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public decimal? MedianOutputTokens { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public decimal? UsdPerTask { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public decimal? MedianSeconds { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public decimal? P95Seconds { get; init; }

    /// <summary>Items that were answered and scored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Answered { get; init; }

    /// <summary>Of vision evals: <c>high</c>, <c>middle</c> or <c>low</c>, on the exact ratio.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Band { get; init; }

    /// <summary>Ahead of all others in the row, beyond chance where intervals are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Best { get; init; }
    public required IReadOnlyList<ClaimView> Claims { get; init; }
}

/// <summary>Results on vision evals that were made in the same way by the same hands.</summary>
public sealed record VisionEvalGroupView
{
    public required string Benchmark { get; init; }
    public required string Name { get; init; }
    public required string By { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Version { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Settings { get; init; }

    /// <summary>In page order; null where the model was not run so.</summary>
    public required IReadOnlyList<VisionEvalColumnView?> Models { get; init; }
}

public sealed record VisionEvalColumnView(string Model, BenchmarkResultView? Overall, IReadOnlyDictionary<string, BenchmarkResultView> Categories);

/// <summary>A question with its answer. In JSON the claims stand in the finding of the same rule and text.</summary>
public sealed record FaqView(string Question, string Answer, string Rule, [property: JsonIgnore] IReadOnlyList<ClaimView> Claims);

public sealed record ContinueView(string Model, string Name, string Slug, string Why);

public sealed record ProvenanceView(string AsOf, IReadOnlyList<SourceView> Sources, IReadOnlyList<ConflictView> Conflicts, IReadOnlyList<string> Notes);

public sealed record SourceView(string Source, string? Url, string Rank, string AsOf, string? Retrieved, string Age, int Claims);

/// <summary>A disputed fact on this page.</summary>
public sealed record ConflictView(string Subject, string Property, string Picked, string Policy, IReadOnlyList<ClaimView> Claims);
