using System.Text.Json.Serialization;

namespace Assay.Adapters.Importers.OwnRuns;

/// <summary>Results of eval runs as a file: what <c>assay-runs</c> imports. Its own form with a version, docs/importers/assay-runs.md.</summary>
public sealed record ResultsFile
{
    public const int Newest = 1;

    public required int Format { get; init; }

    public required IReadOnlyList<RunResults> Runs { get; init; }
}

public sealed record RunResults
{
    /// <summary>The run's id.</summary>
    public required string Id { get; init; }

    /// <summary>The day it was finished.</summary>
    public required DateOnly Date { get; init; }

    public required SuiteName Suite { get; init; }

    /// <summary>What else decides which results may be compared: repetitions, parameters, scorers.</summary>
    public required string Settings { get; init; }

    /// <summary>Who made the calls: <c>assay eval</c>, or the program of an imported record.</summary>
    public required string MeasuredBy { get; init; }

    public required IReadOnlyList<ModelResults> Models { get; init; }
}

/// <param name="Hash">SHA-256, 64 lower-case hexadecimal digits.</param>
public sealed record SuiteName(string Id, string Version, string Title, string Hash);

/// <param name="Model">As it was called, <c>provider/model</c>.</param>
/// <param name="ModelId">The catalogue's model that this serves; null where it names none.</param>
/// <param name="Scores">Overall first, then by category.</param>
public sealed record ModelResults(string Model, IReadOnlyList<ScoreResult> Scores, string? ModelId = null);

public sealed record ScoreResult
{
    /// <summary>Null for overall.</summary>
    public string? Category { get; init; }

    /// <summary>All of the suite or the category, whatever became of the calls.</summary>
    public required int Items { get; init; }

    /// <summary>Of them answered and scored.</summary>
    public required int Answered { get; init; }

    /// <summary>Null where scores are not pass or fail, or items were asked more than once.</summary>
    public int? Passed { get; init; }

    /// <summary>0 to 100, with its 95 % interval, which holds every outcome of the items not answered.</summary>
    public required decimal Percent { get; init; }

    public required decimal Low { get; init; }
    public required decimal High { get; init; }
    public decimal? MedianSeconds { get; init; }
    public decimal? P95Seconds { get; init; }
    public decimal? MedianInputTokens { get; init; }
    public decimal? MedianOutputTokens { get; init; }
    public decimal? UsdPerTask { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ResultsFile))]
internal sealed partial class ResultsJson : JsonSerializerContext;
