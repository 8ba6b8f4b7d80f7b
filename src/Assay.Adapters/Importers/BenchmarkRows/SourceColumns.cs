using Assay.Adapters.Importers.ModelsDev;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>What the columns of each source mean. One function a source; docs/importers/benchmarks-csv.md says the same in a table.</summary>
internal static class SourceColumns
{
    // Words that tell nothing of how a test was run, or only repeat its metric.
    private static readonly HashSet<string> Empty =
        new(["", "-", "none", "accuracy", "score", "scores", "standard", "standard evaluation", "standard benchmark", "benchmark score", "benchmark evaluation", "evaluation", "default"], StringComparer.Ordinal);

    public static Measure Aider(ResultRow row) => new(
        BenchmarkNaming.Slug(row.Benchmark), row.Benchmark, row.Metric == "pass_rate_1" ? "pass rate, first try" : "pass rate after two tries",
        Settings: $"edit format: {row.Split}", CountsItems: true);

    public static Measure LiveBench(ResultRow row) => new(
        "livebench", "LiveBench", "average score", row.Split, Category: row.Metric == "Global average" ? null : row.Metric);

    public static Measure Vectara(ResultRow row) => row.Metric == "answer rate"
        ? new("vectara-answer-rate", "Vectara answer rate", "answer rate", row.Split)
        : new("vectara-hallucination", "Vectara hallucination rate", "hallucination rate", row.Split);

    public static Measure Bfcl(ResultRow row) => new(
        BenchmarkNaming.Slug($"bfcl-{row.Split}"), $"BFCL {row.Split}", row.Metric == "Overall Acc" ? "overall accuracy" : "accuracy",
        Category: row.Metric == "Overall Acc" ? null : row.Metric.Replace(" Acc", "", StringComparison.Ordinal));

    /// <summary>Ratings of one day are fitted together: those of another day are another version.</summary>
    public static Measure Arena(ResultRow row) => new("arena", "Arena", "rating", row.Date?.ToString(), Category: row.Split);

    public static Measure Metr(ResultRow row) => new(
        "metr-horizon", "METR time horizon", "50 % time horizon", row.Benchmark[(row.Benchmark.LastIndexOf('v') + 1)..]);

    public static Measure Epoch(ResultRow row) => new("epoch-capabilities-index", row.Benchmark, row.Metric);

    public static Measure LlmStats(ResultRow row)
    {
        var method = (row.Extra.GetValueOrDefault("method") ?? "").Trim().ToLowerInvariant();
        foreach (var end in (string[])[" evaluation", " accuracy"])
            if (method.EndsWith(end, StringComparison.Ordinal)) method = method[..^end.Length];
        return new(BenchmarkNaming.Slug(row.Split.Length > 0 ? row.Split : row.Benchmark), row.Benchmark, Settings: Empty.Contains(method) ? null : method);
    }

    /// <summary>As the importer of models.dev itself reads them, so that both say the same.</summary>
    public static Measure ModelsDev(ResultRow row)
    {
        var (title, version) = BenchmarkNaming.SplitVersion(row.Benchmark);
        var (unit, _) = BenchmarkNaming.Unit(row.Metric.Length == 0 ? null : row.Metric, row.Score);
        return new(BenchmarkNaming.Slug(title), title, row.Metric.Length == 0 ? null : row.Metric, row.Extra.GetValueOrDefault("version") ?? version, ResultReader.Settings(row.Extra), Unit: unit);
    }

    public static Measure? Connections(ResultRow row) => row.Metric switch
    {
        "Score" => new("lechmazur-nyt-connections", "Extended NYT Connections", "score", "original", Unit: "percent"),
        "Score %" => new("lechmazur-nyt-connections", "Extended NYT Connections", "score", "extended", row.Items is { } n ? $"{n} puzzles" : null, Unit: "percent"),
        _ => null,
    };

    public static Measure? Confabulations(ResultRow row) => row.Metric switch
    {
        "Confab %" => Confabulation("confabulation rate"),
        "Non-Resp %" => Confabulation("non-response rate"),
        "Weighted" => Confabulation("mean of both rates"),
        _ => null,
    };

    public static Measure? Generalization(ResultRow row) => row.Metric switch
    {
        "Top-1 Accuracy" => new("lechmazur-generalization", "Thematic generalization", "top-1 accuracy", "2", "cross-family hard subset", CountsItems: true),
        "Inverse-Rank Score" => new("lechmazur-generalization", "Thematic generalization", "inverse-rank score", "2", "cross-family hard subset", Unit: "score"),
        _ => null,
    };

    public static Measure TerminalBench(ResultRow row) => new(
        "terminal-bench", "Terminal-Bench", row.Metric, row.Split.Replace("terminal-bench-", "", StringComparison.Ordinal).Replace('@', ' ').Replace(':', ' '),
        row.Extra.GetValueOrDefault("agent") is { Length: > 0 } agent ? $"agent: {agent}" : "agent not told");

    public static Measure Plain(ResultRow row) => new(
        BenchmarkNaming.Slug(row.Benchmark), row.Benchmark, row.Metric, Settings: row.Split.Length > 0 ? row.Split : null);

    private static Measure Confabulation(string metric) => new("lechmazur-confabulations", "Confabulations on provided documents", metric, Unit: "percent");
}
