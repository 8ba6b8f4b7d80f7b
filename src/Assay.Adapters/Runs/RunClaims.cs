using Assay.Adapters.Importers;
using Assay.Adapters.Importers.OwnRuns;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Adapters.Runs;

/// <summary>
/// Finished runs as claims of the catalogue. They go the way of every import, as the feed <c>assay-runs</c>, and have no privilege over anyone else's numbers.
/// </summary>
/// <param name="runs">The runs, and the store that claims lie in too.</param>
/// <param name="modelId">The catalogue's model that a name of a run stands for; null where it names none.</param>
/// <param name="time">Clock of the import.</param>
public sealed class RunClaims(RunStore runs, Func<string, string?> modelId, TimeProvider time)
{
    private readonly OwnRunResults importer = new();
    private readonly ClaimStore claims = new(runs.Store);

    /// <summary>Brings the claims up to date after a run was finished, read, scored again or deleted; results of the others are taken as they were told before.</summary>
    /// <param name="changed">Ids of those runs.</param>
    public void Refresh(IReadOnlyCollection<string> changed)
    {
        var before = Told();
        var results = runs.List().Where(IsFinished).Select(run => !changed.Contains(run.Id) && before.TryGetValue(run.Id, out var told) ? told : Of(run)).OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        if (results.Length == 0 && before.Count == 0) return;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        // As of today, whatever the runs' own days: a run that was deleted ends today.
        var parsed = importer.Parse(OwnRunResults.Write(new() { Format = ResultsFile.Newest, Runs = results }), new() { Today = today, Date = today });
        claims.Import(parsed.Snapshot, parsed.Claims);
    }

    /// <summary>What a run comes to.</summary>
    public RunResults Of(Run run)
    {
        var report = RunReport.Of(run.Models, run.Settings.Repetitions, SuiteItems.Of(run.Suite, runs.Samples(run.SuiteHash)), runs.Results(run.Id));
        var end = runs.Events(run.Id).LastOrDefault(e => e.Kind is RunEventKind.Finished)?.At ?? run.Created;
        return new()
        {
            Id = run.Id, Date = DateOnly.FromDateTime(end.UtcDateTime), Suite = new(run.Suite.Id, run.Suite.Version, run.Suite.Title, run.SuiteHash), Settings = Settings(run.Settings),
            MeasuredBy = run.Origin is RunOrigin.Imported imported ? imported.By ?? imported.Format : "assay eval",
            // Below 90 % a score says more about the calls than about the model.
            Models = [.. report.Models.Where(m => m.Overall is { Tally.IsCovered: true }).Select(m => new ModelResults(m.Name, [.. Scores(m, report.Items.Categories)], modelId(m.Name)))],
        };
    }

    private bool IsFinished(Run run) => run.Origin is RunOrigin.Imported || RunEvent.Standing(runs.Events(run.Id)) is RunEventKind.Finished;

    private Dictionary<string, RunResults> Told() => claims.Snapshots(importer.Format) is [.., var newest]
        ? OwnRunResults.Results(claims.LoadFiles(newest.Id)).Runs.ToDictionary(r => r.Id, StringComparer.Ordinal) : [];

    private static IEnumerable<ScoreResult> Scores(ModelReport model, IReadOnlyList<ItemGroup> categories)
    {
        var (speed, spending) = (model.Speed, model.Spending);
        if (Score(null, model.Overall!) is { } overall)
        {
            yield return overall with
            {
                MedianSeconds = Seconds(speed.P50), P95Seconds = Seconds(speed.P95), MedianInputTokens = Number(spending.InputTokens), MedianOutputTokens = Number(spending.OutputTokens),
                UsdPerTask = spending.PerTask.Match(c => (decimal?)c.Usd, _ => null),
            };
        }
        foreach (var (category, score) in categories.Zip(model.ByCategory, (g, c) => (g.Name!, c)).Where(c => c.c.Tally.IsCovered))
            if (Score(category, score) is { } told) yield return told;
    }

    /// <summary>Null where there are too few samples for an interval: a bare number is not told.</summary>
    private static ScoreResult? Score(string? category, ScoreReport score) => score.Interval.Match(
        i => new ScoreResult
        {
            Category = category, Items = score.Items, Answered = Math.Max(0, score.Items - score.Tally.Open), Passed = score.Method is ScoreMethod.Wilson ? score.Tally.Passed : null,
            Percent = Percent(score.AtLeast), Low = Math.Min(Percent(i.Low), Percent(score.AtLeast)), High = Math.Max(Percent(i.High), Percent(score.AtLeast)),
        },
        _ => (ScoreResult?)null);

    private static decimal Percent(double share) => Math.Clamp(Math.Round((decimal)share * 100, 4), 0, 100);

    private static decimal? Seconds(Inference<double> milliseconds) => milliseconds.Match(m => (decimal?)Math.Round((decimal)m / 1000, 3), _ => null);

    private static decimal? Number(Inference<double> tokens) => tokens.Match(t => (decimal?)Math.Round((decimal)t, 1), _ => null);

    /// <summary>What decides, besides the suite, which results may be compared.</summary>
    public static string Settings(RunSettings settings)
    {
        var p = settings.Parameters;
        string?[] parts =
        [
            Words.Plural(settings.Repetitions, "repetition"), Part("temperature", p.Temperature), Part("top p", p.TopP), Part("seed", p.Seed), Part("reasoning", p.ReasoningEffort),
            p.MaxOutputTokens is { } most ? $"at most {Format.Exact(most)} output tokens" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Part(string name, object? value) => value is null ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} {value}");
}
