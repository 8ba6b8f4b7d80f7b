using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Assay.Host.Comparison;

/// <summary>How a comparison is asked for over HTTP, as the description of the API tells it. All but the names is read by <see cref="ComparisonQuery"/>, which knows either spelling.</summary>
/// <remarks>Properties, not parameters of the record: the description of the API cannot read the words beside those.</remarks>
internal sealed record ComparisonParameters
{
    [FromQuery(Name = "models")]
    [Description("Two to six models, parted by commas: ids, slugs, aliases or provider/model-id.")]
    public string? Models { get; init; }

    [FromQuery(Name = "input_tokens")]
    [Description("Input tokens a month: 800M, 1.5B or digits. Default 800M.")]
    public string? InputTokens { get; init; }

    [FromQuery(Name = "output_tokens")]
    [Description("Output tokens a month. Default 250M.")]
    public string? OutputTokens { get; init; }

    [FromQuery(Name = "requests")]
    [Description("Requests a month. Default 1M.")]
    public string? Requests { get; init; }

    [FromQuery(Name = "cached")]
    [Description("Share of input read from a prompt cache: 0.3 or 30%. Default 0.")]
    public string? Cached { get; init; }

    [FromQuery(Name = "batch")]
    [Description("Share of all tokens sent as batches. Default 0.")]
    public string? Batch { get; init; }

    [FromQuery(Name = "images_per_request")]
    [Description("Images in a request. Default 0.")]
    public string? ImagesPerRequest { get; init; }

    [FromQuery(Name = "baseline")]
    [Description("The model that pairwise parts compare with. Default: the first.")]
    public string? Baseline { get; init; }

    [FromQuery(Name = "as_of")]
    [Description("A day, month or year: the answer as it would have been then.")]
    public string? AsOf { get; init; }

    public IReadOnlyList<string> Names() => (Models ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
