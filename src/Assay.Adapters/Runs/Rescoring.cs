using System.Text.Json;
using Assay.Adapters.Calls;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Assay.Units;

namespace Assay.Adapters.Runs;

/// <summary>Scores the kept replies of a run anew. The new scoring is kept whole or not at all, beside the old ones.</summary>
public sealed class Rescoring(RunStore runs, ModelCaller caller, TimeProvider time, Func<string, IScorer?>? scorers = null)
{
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

    /// <param name="run">Whose replies.</param>
    /// <param name="choice">For every sample; null for the suite's own.</param>
    /// <param name="cap">On what judges cost; null for none.</param>
    /// <param name="cancellationToken">Nothing is kept then.</param>
    /// <exception cref="RunException">The scorer cannot be used with a sample, or a judge was left without money.</exception>
    /// <exception cref="StoreException">The run is under way.</exception>
    public async Task<RescoreResult> Run(Run run, ScorerChoice? choice, SpendCap? cap, CancellationToken cancellationToken)
    {
        if (choice is null && find(run.Suite.DefaultScorer.Id) is null)
            throw new RunException($"The scores of run {run.Id} came with its record, from a scorer that this program does not have: name one of its own with --scorer. There are {string.Join(", ", ScorerList.All.Select(s => s.Id))}.");
        using var held = RunLock.Take(runs.Store, run.Id);
        var before = runs.Results(run.Id).ToDictionary(r => r.Key, r => r.State);
        var scoring = new TrialScoring(caller, new() { Spend = cap, Slots = new(run.Settings.Concurrency), Stream = false }, find);
        var given = new List<(long Call, GivenScore Score)>();
        var flips = new List<ScoreFlip>();
        using (var connection = runs.Store.Connect())
        using (var suite = new SuiteRows(connection))
        {
            foreach (var reply in Replies(connection, run.Id))
            {
                var sample = suite.Page(run.SuiteHash, reply.Key.Sample, 1)[0];
                var chosen = choice ?? run.Suite.ScorerOf(sample);
                if (choice is not null && find(choice.Id)?.Fault(sample, choice) is { } fault) throw new RunException($"Sample '{sample.Id}' cannot be scored so: {fault}");
                var (width, height) = sample.Images.Count > 0 ? suite.ImageSize(run.SuiteHash, sample.Images[0].Hash) : (null, null);
                var score = await scoring.Score(sample, chosen, new(reply.Text, reply.Cut, width, height), _ => Task.CompletedTask, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                if (score is null) throw new RunException("The rest of the cap is too little for a judge. Nothing was changed; raise --max-cost.");
                given.Add((reply.Call, score));
                var (was, now) = (before[reply.Key], States.Of(score.Score));
                if (was != now) flips.Add(new(reply.Key, sample.Id, was, now, score.Score switch { Score.Scored s => s.Why, Score.Unscored u => u.Why, _ => "" }));
            }
        }
        Keep(run, choice, given);
        return new(given.Count, flips);
    }

    private void Keep(Run run, ScorerChoice? choice, List<(long Call, GivenScore Score)> given) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var writer = new TrialWriter(connection, run.Id);
        var words = choice is null ? "Scored again as the suite says." : $"Scored again with {choice.Id}{(choice.Options == "{}" ? "" : " " + choice.Options)} for every sample.";
        var scoring = RunStore.Score(connection, run.Id, time.GetUtcNow(), words);
        foreach (var (call, score) in given) writer.Score(scoring, call, score.Scorer, score.Score, score.Judge);
        RunStore.Add(connection, run.Id, new(time.GetUtcNow(), RunEventKind.Rescored, $"{words} {Words.Plural(given.Count, "reply", "replies")}."));
        writer.Changed();
        transaction.Commit();
        return true;
    });

    /// <summary>The newest try of each trial, where it brought an answer that can be scored.</summary>
    private static List<(TrialKey Key, long Call, string Text, bool Cut)> Replies(Microsoft.Data.Sqlite.SqliteConnection connection, string run)
    {
        using var rows = SqliteDialect.Read(connection, """
            select c.model, c.sample, c.repetition, c.id, a.text, a.stop from eval_call c join eval_answer a on a.call_id = c.id
            where c.run_id = ? and a.outcome = 'replied' and coalesce(a.stop, '') not in ('refusal', 'content_filter')
              and not exists (select 1 from eval_call n where n.run_id = c.run_id and n.model = c.model and n.sample = c.sample and n.repetition = c.repetition and n.try > c.try)
            order by c.sample, c.model, c.repetition
            """);
        rows.With(run);
        var replies = new List<(TrialKey, long, string, bool)>();
        while (rows.Next()) replies.Add((new(rows.Int(0), rows.Int(1), rows.Int(2)), rows.Long(3), rows.TextOrNull(4) ?? "", rows.TextOrNull(5) == "length"));
        return replies;
    }
}

/// <summary>What a new scoring changed.</summary>
/// <param name="Scored">Replies that were scored.</param>
/// <param name="Flips">Those that stand elsewhere now, by sample.</param>
public sealed record RescoreResult(int Scored, IReadOnlyList<ScoreFlip> Flips)
{
    public int NowPassed => Flips.Count(f => f.After is TrialState.Passed);
    public int NowFailed => Flips.Count(f => f.Before is TrialState.Passed && f.After is TrialState.Failed);
}

/// <param name="Sample">Its id.</param>
public sealed record ScoreFlip(TrialKey Key, string Sample, TrialState Before, TrialState After, string Why);
