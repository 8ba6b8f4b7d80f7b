using Assay.Catalog;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>Where rows come from: who says it, and how that source's columns are to be read.</summary>
/// <param name="Repository">As in the file, without "via".</param>
/// <param name="Publisher">Whose figures they are.</param>
/// <param name="Measured">Who ran the test, where it is the same for every row; null where a row or nobody tells.</param>
/// <param name="Rank">A leaderboard of somebody who measured, or a collection of other people's figures.</param>
/// <param name="Read">Row → what was measured, without its value; null for figures that are no score.</param>
internal sealed record Leaderboard(string Repository, string Publisher, string? Measured, SourceRank Rank, Func<ResultRow, Measure?> Read);

/// <summary>What a row measures.</summary>
/// <param name="Benchmark">Id.</param>
/// <param name="Name">As the source calls the benchmark.</param>
/// <param name="Unit">Null: by the unit column.</param>
/// <param name="CountsItems">The value is a plain share of items passed, so their number follows from it and the number of items.</param>
internal sealed record Measure(
    string Benchmark, string Name, string? Metric = null, string? Version = null, string? Settings = null, string? Category = null, string? Unit = null, bool CountsItems = false);

/// <summary>The sources known by name. Rows of any other repository are read by their columns alone.</summary>
internal static class Leaderboards
{
    public const string ModelsDev = "anomalyco/models.dev";

    private static readonly Leaderboard[] All =
    [
        new("Aider-AI/aider", "Aider", "Aider", SourceRank.Community, SourceColumns.Aider),
        new("LiveBench/livebench.github.io", "LiveBench", "LiveBench", SourceRank.Community, SourceColumns.LiveBench),
        new("vectara/hallucination-leaderboard", "Vectara", "Vectara", SourceRank.Community, SourceColumns.Vectara),
        new("ShishirPatil/gorilla", "Berkeley Function-Calling Leaderboard", "UC Berkeley", SourceRank.Community, SourceColumns.Bfcl),
        new("oolong-tea-2026/arena-ai-leaderboards", "Arena", "Arena", SourceRank.Community, SourceColumns.Arena),
        new("fboulnois/llm-leaderboard-csv", "LMArena", "LMArena", SourceRank.Community, SourceColumns.Arena),
        new("Prajwalsrinvas/token-tariff", "METR", "METR", SourceRank.Community, SourceColumns.Metr),
        new("peterhurford/metr_graph", "Epoch AI", "Epoch AI", SourceRank.Community, SourceColumns.Epoch),
        new("JonathanChavezTamales/llm-leaderboard", "llm-stats", null, SourceRank.Aggregator, SourceColumns.LlmStats),
        new(ModelsDev, "models.dev", null, SourceRank.Aggregator, SourceColumns.ModelsDev),
        new("lechmazur/nyt-connections", "Lech Mazur", "Lech Mazur", SourceRank.Community, SourceColumns.Connections),
        new("lechmazur/confabulations", "Lech Mazur", "Lech Mazur", SourceRank.Community, SourceColumns.Confabulations),
        new("lechmazur/generalization", "Lech Mazur", "Lech Mazur", SourceRank.Community, SourceColumns.Generalization),
        new("laude-institute/terminal-bench-leaderboard", "Terminal-Bench", null, SourceRank.Community, SourceColumns.TerminalBench),
    ];

    public static Leaderboard Of(ResultRow row) => All.FirstOrDefault(l => l.Repository == row.Repository)
        ?? new(row.Repository, row.Repository.Split('/')[0], null, SourceRank.Community, SourceColumns.Plain);
}
