using System.Text.Json;
using Assay.Adapters.Calls;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>Scores the kept replies of a run anew. The new scoring counts when it is whole, and stands beside the old ones.</summary>
public sealed class Rescoring(RunStore runs, ModelCaller caller, TimeProvider time, Func<string, IScorer?>? scorers = null)
{
    private const string AsTheSuiteSays = "Scored again as the suite says.";

    private readonly Func<string, IScorer?> find = scorers ?? ScorerList.Find;

    /// <summary>A scorer as it is named from outside.</summary>
    /// <exception cref="RunException">There is none of this id, or the options are no JSON object.</exception>
    public static ScorerChoice Choice(string id, string? options)
    {
        if (ScorerList.Find(id) is null) throw new RunException($"'{id}' is not a scorer. Allowed: {string.Join(", ", ScorerList.All.Select(s => s.Id))}.");
        try
        {
            using var json = JsonDocument.Parse(options ?? "{}");
            if (json.RootElement.ValueKind is JsonValueKind.Object) return new(id, Suites.CanonicalJson.Of(json.RootElement));
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new RunException($"'{options}' is not a JSON object: write the options of {id} as {{\"tolerance\": 0.5}}.");
    }

    /// <summary>Scores by rules are kept whole or not at all. What judges say is kept as it comes, and counts once every reply has its score: the same request goes on where this one stopped, and asks again the judges that gave no answer.</summary>
    /// <param name="run">Whose replies.</param>
    /// <param name="choice">For every sample; null for the suite's own.</param>
    /// <param name="maxCost">US dollars that judges may cost, earlier parts of the same scoring included; null for no cap.</param>
    /// <param name="concurrency">Judges asked at once, 1 and above; null for as many calls as the run made at once.</param>
    /// <param name="started">Told once the run is held, with how far it is at any moment.</param>
    /// <param name="cancellationToken">Nothing new is asked.</param>
    /// <exception cref="RunException">The scorer cannot be used with a sample, or a judge was left without money.</exception>
    /// <exception cref="StoreException">The run is under way.</exception>
    public async Task<RescoreResult> Run(Run run, ScorerChoice? choice, decimal? maxCost = null, int? concurrency = null, Action<RescoreProgress>? started = null, CancellationToken cancellationToken = default)
    {
        if (choice is null && find(run.Suite.DefaultScorer.Id) is null)
            throw new RunException($"The scores of run {run.Id} came with its record, from a scorer that this program does not have: name one of its own with --scorer. There are {string.Join(", ", ScorerList.All.Select(s => s.Id))}.");
        using var held = RunLock.Take(runs.Store, run.Id);
        if (choice is not null) Check(run, choice);
        var before = runs.Results(run.Id).ToDictionary(r => r.Key, r => r.State);
        var words = choice is null ? AsTheSuiteSays : $"Scored again with {choice.Id}{(choice.Options == "{}" ? "" : " " + choice.Options)} for every sample.";
        var work = new RescoringWork(runs, caller, time, find, run, choice, words) { MaxCost = maxCost, Concurrency = concurrency ?? run.Settings.Concurrency };
        started?.Invoke(work.Progress);
        var given = await work.Go(cancellationToken);
        return new(given.Count, [.. given.Where(g => before[g.Key] != g.State).Select(g => new ScoreFlip(g.Key, g.Sample, before[g.Key], g.State, g.Why))], WithoutJudgement(run));
    }

    /// <summary>Whether the scores of a scoring are those of the suite's own scorers.</summary>
    internal static bool IsOfTheSuite(SqliteConnection connection, long scoring)
    {
        using var rows = SqliteDialect.Read(connection, "select words from eval_scoring where id = ?");
        return rows.With(scoring).Next() && rows.Text(0) is RunStore.AsTheyCame or AsTheSuiteSays;
    }

    private int WithoutJudgement(Run run) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        return EarlierJudgements.Count(connection, RunStore.Newest(connection, run.Id));
    });

    /// <summary>Before anything is asked: a scorer that half of the samples cannot have would cost its judges for nothing.</summary>
    private void Check(Run run, ScorerChoice choice)
    {
        foreach (var sample in runs.Samples(run.SuiteHash))
            if (find(choice.Id)?.Fault(sample, choice) is { } fault) throw new RunException($"Sample '{sample.Id}' cannot be scored so: {fault}");
    }
}

/// <summary>How far a scoring is. Safe to read while it goes.</summary>
/// <param name="all">Replies.</param>
public sealed class RescoreProgress(int all)
{
    private readonly Lock guard = new();
    private (int Done, int Kept, decimal Usd) now;

    public int All => all;

    /// <summary>Scored, judgements of earlier parts among them; those; and what judges of this part cost, at their most where that is not known.</summary>
    public (int Done, int Kept, decimal Usd) Now
    {
        get
        {
            lock (guard) return now;
        }
    }

    internal void Add(bool kept, decimal usd)
    {
        lock (guard) now = (now.Done + 1, now.Kept + (kept ? 1 : 0), now.Usd + usd);
    }
}

/// <summary>What a new scoring changed.</summary>
/// <param name="Scored">Replies that were scored.</param>
/// <param name="Flips">Those that stand elsewhere now, by sample.</param>
/// <param name="WithoutJudgement">Replies whose judge gave no answer: the same request asks it again.</param>
public sealed record RescoreResult(int Scored, IReadOnlyList<ScoreFlip> Flips, int WithoutJudgement)
{
    public int NowPassed => Flips.Count(f => f.After is TrialState.Passed);
    public int NowFailed => Flips.Count(f => f.Before is TrialState.Passed && f.After is TrialState.Failed);
}

/// <param name="Sample">Its id.</param>
public sealed record ScoreFlip(TrialKey Key, string Sample, TrialState Before, TrialState After, string Why);
