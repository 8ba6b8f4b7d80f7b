using System.Globalization;
using Assay.Units;

namespace Assay.Host.Comparison;

/// <summary>The rows of a table of vision evals, as page and command line show them: a text a model, null where nothing is told.</summary>
public static class VisionEvalRows
{
    public sealed record Line(string Label, bool IsScore, IReadOnlyList<BenchmarkResultView?> Results, IReadOnlyList<string?> Texts);

    private static readonly (string Label, Func<BenchmarkResultView, string?> Text)[] Measures =
    [
        ("Answered", r => r is { Answered: { } a, N: { } n } ? $"{a} of {n}" : null),
        ("Average response", r => Seconds(r.AverageSeconds)),
        ("Median response", r => Seconds(r.MedianSeconds)),
        ("95 of 100 responses within", r => Seconds(r.P95Seconds)),
        ("Median input tokens, image included", r => Tokens(r.MedianInputTokens)),
        ("Median output tokens, reasoning included", r => Tokens(r.MedianOutputTokens)),
        ("Cost a task", r => r.UsdPerTask is { } usd ? Format.Usd(usd) : null),
    ];

    /// <summary>Overall, each category, then what it took; a measure that nobody tells has no row.</summary>
    public static IReadOnlyList<Line> Of(VisionEvalGroupView group)
    {
        var overall = group.Models.Select(m => m?.Overall).ToArray();
        string[] categories = [.. group.Models.OfType<VisionEvalColumnView>().SelectMany(m => m.Categories.Keys).Distinct(StringComparer.Ordinal)];
        return
        [
            Score("Overall", overall),
            .. categories.Select(c => Score(c, [.. group.Models.Select(m => m?.Categories.GetValueOrDefault(c))])),
            .. Measures.Select(m => new Line(m.Label, false, overall, [.. overall.Select(r => r is null ? null : m.Text(r))])).Where(l => l.Texts.Any(t => t is not null)),
        ];
    }

    private static Line Score(string label, IReadOnlyList<BenchmarkResultView?> results) => new(label, true, results, [.. results.Select(r => r is null ? null : Text(r))]);

    /// <summary>"68.66 % (46/67, 95 %: 56.8–78.5), middle band".</summary>
    private static string Text(BenchmarkResultView result) => $"{result.Display}{(BenchmarksViewBuilder.Beside(result) is { } beside ? $" ({beside})" : "")}{(result.Band is { } band ? $", {band} band" : "")}";

    private static string? Seconds(decimal? seconds) => seconds is { } s ? s.ToString("0.##", CultureInfo.InvariantCulture) + " s" : null;
    private static string? Tokens(decimal? tokens) => tokens?.ToString("#,0.#", CultureInfo.InvariantCulture);
}
