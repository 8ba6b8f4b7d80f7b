using Assay.Comparison;
using Assay.Host.Described;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Host.Comparison;

/// <summary>How a comparison is asked for over HTTP. All but the names is read by <see cref="ComparisonQuery"/>, which knows either spelling.</summary>
internal sealed record ComparisonParameters
{
    [FromQuery(Name = "models")]
    public string? Models { get; init; }

    [FromQuery(Name = "input_tokens")]
    public string? InputTokens { get; init; }

    [FromQuery(Name = "output_tokens")]
    public string? OutputTokens { get; init; }

    [FromQuery(Name = "requests")]
    public string? Requests { get; init; }

    [FromQuery(Name = "cached")]
    public string? Cached { get; init; }

    [FromQuery(Name = "batch")]
    public string? Batch { get; init; }

    [FromQuery(Name = "images_per_request")]
    public string? ImagesPerRequest { get; init; }

    [FromQuery(Name = "baseline")]
    public string? Baseline { get; init; }

    [FromQuery(Name = "as_of")]
    public string? AsOf { get; init; }

    /// <summary>All of them, as the description tells them.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Parameters.Models, .. Parameters.Traffic, Parameters.Baseline, Parameters.Day];

    /// <summary>How a page's address names models.</summary>
    public static Parameter Named { get; } = Parameters.Models with { Name = "m", Means = $"A model, given again for each of {Comparer.Fewest} to {Comparer.Most}.", Several = true };

    public IReadOnlyList<string> Names() => (Models ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
