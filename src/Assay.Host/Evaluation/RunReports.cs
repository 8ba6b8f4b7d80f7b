using Assay.Adapters.Runs;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Reports;

namespace Assay.Host.Evaluation;

/// <summary>
/// Reports of runs, made when they are asked for and kept for the last few: as long as the run has not changed, a page of it reads no trials again.
/// Thread-safe; two who ask at once may make the same twice.
/// </summary>
public sealed class RunReports(RunStore store)
{
    private const int Kept = 8;

    private readonly RunLabels labels = new(store);
    private readonly SampleSearch search = new(store.Store);

    private readonly Lock gate = new();
    private readonly List<(ReportKey Key, MadeReport Made)> reports = [];
    private readonly List<(string Hash, SuiteItems Items)> suites = [];
    private readonly List<(MadeReport Of, long Version, RunLabelling Labelling)> labellings = [];
    private readonly Dictionary<string, (long Version, IReadOnlyList<EvalListScoreView> Scores, int Done)> summaries = new(StringComparer.Ordinal);

    private sealed record ReportKey(string Run, long Version, long Scoring);

    public RunStore Store => store;

    /// <summary>Where a run stands (<see cref="RunState.Of"/>).</summary>
    public string State(Run run, IEnumerable<RunEvent> events) => RunState.Of(run, events, () => RunLock.IsHeld(store.Store, run.Id));

    /// <summary>How many reports were worked out: for tests, which have no business with time.</summary>
    public int Made { get; private set; }

    /// <summary>A run as it stands now; null where there is none of this id.</summary>
    /// <param name="id">Whole, or its beginning where no other begins so; <c>latest</c> for the newest.</param>
    /// <param name="scoring">1 for the first; null for the newest.</param>
    /// <param name="problem">What is wrong with the scoring asked for.</param>
    public ReportedRun? Find(string id, int? scoring, out string? problem)
    {
        problem = null;
        if ((id == "latest" ? store.List() is [var newest, ..] ? newest : null : store.Find(id)) is not { } run) return null;
        var scorings = store.Scorings(run.Id);
        if (scoring is not null && (scoring < 1 || scoring > scorings.Count)) problem = $"Scoring '{scoring}' is none of run {run.Id}: it has {(scorings.Count == 1 ? "only 1" : $"1 to {scorings.Count}, the last being the newest")}.";
        var number = problem is null && scoring is { } asked ? asked : scorings.Count;
        // The version first: what changes while trials are read is seen the next time.
        var version = store.Version(run.Id);
        return new(run, version, Report(run, new(run.Id, version, number == 0 ? 0 : scorings[number - 1].Id)), scorings, number, store.Events(run.Id));
    }

    public ReportedRun? Find(string id) => Find(id, null, out _);

    /// <summary>The scores of a run for a list, and how many of its trials have an end.</summary>
    public (IReadOnlyList<EvalListScoreView> Scores, int Done) Summary(Run run)
    {
        var version = store.Version(run.Id);
        lock (gate)
            if (summaries.TryGetValue(run.Id, out var kept) && kept.Version == version) return (kept.Scores, kept.Done);
        var scorings = store.Scorings(run.Id);
        var report = Report(run, new(run.Id, version, scorings.Count == 0 ? 0 : scorings[^1].Id)).Report;
        IReadOnlyList<EvalListScoreView> scores = [.. report.Models.Where(m => m.Overall is not null).Select(m => new EvalListScoreView(m.Name, EvalViews.Score(m.Overall!)))];
        var done = report.Models.Sum(m => m.Overall is { } o ? o.Tally.All - o.Tally.NotRun - o.Tally.Interrupted : 0);
        lock (gate) summaries[run.Id] = (version, scores, done);
        return (scores, done);
    }

    /// <summary>What people say of the answers, as it stands now.</summary>
    public RunLabelling Labelling(ReportedRun run)
    {
        var version = store.LabelsVersion(run.Run.Id);
        lock (gate)
            if (Take(labellings, l => ReferenceEquals(l.Of, run.Made) && l.Version == version) is { } kept) return kept.Labelling;
        var labelling = RunLabelling.Of(run.Report, labels.Of(run.Run.Id));
        lock (gate)
        {
            labellings.RemoveAll(l => ReferenceEquals(l.Of, run.Made));
            Put(labellings, (run.Made, version, labelling));
        }
        return labelling;
    }

    /// <summary>Places of the samples of a run with these words in id, prompt or newest reply.</summary>
    public IReadOnlyList<int> WithWords(ReportedRun run, string words) => run.Made.With(words, word => search.Places(run.Run.Id, run.Run.SuiteHash, word));

    private MadeReport Report(Run run, ReportKey key)
    {
        lock (gate)
            if (Take(reports, r => r.Key == key) is { } kept) return kept.Made;
        var items = Items(run);
        var report = new MadeReport(RunReport.Of(run.Models, run.Settings.Repetitions, items, store.Results(run.Id, key.Scoring)), () => store.Judges(run.Id, key.Scoring == 0 ? null : key.Scoring));
        lock (gate)
        {
            Made++;
            reports.RemoveAll(r => r.Key.Run == key.Run && r.Key.Version < key.Version);
            Put(reports, (key, report));
        }
        return report;
    }

    private SuiteItems Items(Run run)
    {
        lock (gate)
            if (Take(suites, s => s.Hash == run.SuiteHash) is { } kept) return kept.Items;
        var items = SuiteItems.Of(run.Suite, store.Samples(run.SuiteHash));
        lock (gate) Put(suites, (run.SuiteHash, items));
        return items;
    }

    /// <summary>What was used last stands last, and what stands first goes.</summary>
    private static T? Take<T>(List<T> list, Predicate<T> which) where T : struct
    {
        if (list.FindIndex(which) is not (>= 0 and var at)) return null;
        var found = list[at];
        list.RemoveAt(at);
        list.Add(found);
        return found;
    }

    private static void Put<T>(List<T> list, T made)
    {
        list.Add(made);
        if (list.Count > Kept) list.RemoveAt(0);
    }
}

/// <summary>A run with what it says.</summary>
/// <param name="Version">Of the run when it was read.</param>
/// <param name="Scoring">The one the report is of, counted from 1; 0 where there is none.</param>
public sealed record ReportedRun(Run Run, long Version, MadeReport Made, IReadOnlyList<Scoring> Scorings, int Scoring, IReadOnlyList<RunEvent> Events)
{
    public RunReport Report => Made.Report;

    /// <summary>The database's number of that scoring.</summary>
    public long? ScoringId => Scoring == 0 ? null : Scorings[Scoring - 1].Id;

    /// <summary>The model that a text names: its whole name, or a part that no other has; null with a sentence else.</summary>
    public ModelReport? Model(string text, string what, out string? problem)
    {
        problem = null;
        var models = Report.Models;
        if (models.FirstOrDefault(m => m.Name == text) is { } exact) return exact;
        var near = models.Where(m => text.Length > 0 && m.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (near.Length == 1) return near[0];
        problem = $"{what} '{text}' is {(near.Length > 1 ? "several models" : "no model")} of run {Run.Id}. Allowed: {string.Join(", ", models.Select(m => m.Name))}.";
        return null;
    }
}
