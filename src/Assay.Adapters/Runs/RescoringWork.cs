using Assay.Adapters.Calls;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Assay.Units;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Runs;

/// <summary>One scoring of a run's replies on its way: rules here and now, judges at once and written down as they answer.</summary>
internal sealed class RescoringWork
{
    private readonly RunStore runs;
    private readonly ModelCaller caller;
    private readonly TimeProvider time;
    private readonly Run run;
    private readonly ScorerChoice? choice;
    private readonly string words;
    private readonly Func<string, IScorer?> find;
    private readonly IReadOnlyList<(TrialKey Key, long Call)> replies;
    private EarlierJudgements? judgements;

    public RescoringWork(RunStore runs, ModelCaller caller, TimeProvider time, Func<string, IScorer?> find, Run run, ScorerChoice? choice, string words)
    {
        (this.runs, this.caller, this.time, this.find, this.run, this.choice, this.words) = (runs, caller, time, find, run, choice, words);
        replies = runs.Store.Guard(() =>
        {
            using var connection = runs.Store.Connect();
            return Replies(connection, run.Id);
        });
        Progress = new(replies.Count);
    }

    public decimal? MaxCost { get; init; }

    public required int Concurrency { get; init; }

    public RescoreProgress Progress { get; }

    /// <summary>Every reply with its new state, by sample.</summary>
    public async Task<IReadOnlyList<Rescored>> Go(CancellationToken cancellationToken)
    {
        RescoringDraft? draft = null;
        var judged = choice is null ? runs.Samples(run.SuiteHash).Any(s => find(run.Suite.ScorerOf(s).Id) is IJudge) : find(choice.Id) is IJudge;
        var spend = judged ? Begin(out draft) : null;
        var options = new CallOptions { Spend = spend, Slots = new(Concurrency), Stream = false };
        var scoring = new TrialScoring(caller, options, find);
        var given = new Rescored?[replies.Count];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using (var journal = draft is null ? null : new RunJournal(runs.Store, run.Id))
        {
            try
            {
                await Parallel.ForEachAsync(Tasks(draft), new ParallelOptions { MaxDegreeOfParallelism = judged ? Concurrency : 1, CancellationToken = enough.Token }, async (task, stopped) =>
                {
                    if ((given[task.Place] = task.Known ?? await Score(scoring, journal, draft, task, stopped)) is null) await enough.CancelAsync();
                });
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The cap: told below, when all that was said is kept.
            }
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (given.Count(g => g is null) is > 0 and var left)
            throw new RunException($"The rest of the cap is too little for a judge: {Words.Plural(left, "reply", "replies")} of {Format.Exact(given.Length)} have no judgement yet. The scores are as they were. Judgements are kept: the same command with a higher --max-cost goes on with them.");
        Keep(draft, given!);
        return given!;
    }

    private SpendCap? Begin(out RescoringDraft draft)
    {
        (draft, judgements, var spent) = runs.Store.Guard(() =>
        {
            using var connection = runs.Store.Connect();
            var begun = RescoringDraft.Of(connection, run.Id, words, time.GetUtcNow(), replies.Select(r => r.Call));
            return (begun, EarlierJudgements.Reopen(connection, run.Id, begun.Id), begun.Spent(connection));
        });
        if (MaxCost is not { } cap) return null;
        if (spent.Unknown > 0) throw new RunException($"What {Words.Plural(spent.Unknown, "judgement")} of earlier parts of this scoring cost cannot be told, because they were made without a cap: a cap of {Format.Usd(cap)} cannot be held. Leave --max-cost out.");
        return new(cap, spent.Usd);
    }

    private async Task<Rescored?> Score(TrialScoring scoring, RunJournal? journal, RescoringDraft? draft, RescoringTask task, CancellationToken stopped)
    {
        var score = await scoring.Score(task.Sample, task.Choice, task.Reply, atMost => journal!.Kept(w =>
        {
            w.Judging(draft!.Id, task.Call, atMost);
            return 0;
        }), stopped);
        if (score is null) return null;
        if (score.Judge is not null) await journal!.Later(w => w.Score(draft!.Id, task.Call, score.Scorer, score.Score, judgements!.With(task.Call, score.Judge)));
        Progress.Add(kept: false, score.Judge?.AtMost ?? 0);
        return new(task.Key, task.Call, task.Sample.Id, States.Of(score.Score), score.Score switch { Assay.Evaluation.Score.Scored s => s.Why, Assay.Evaluation.Score.Unscored u => u.Why, _ => "" }) { Rule = score.Judge is null ? score : null };
    }

    /// <summary>One after the other, so that texts of no more replies are held than are being scored.</summary>
    private IEnumerable<RescoringTask> Tasks(RescoringDraft? draft)
    {
        using var connection = runs.Store.Connect();
        using var suite = new SuiteRows(connection);
        using var text = SqliteDialect.Read(connection, "select text, stop from eval_answer where call_id = ?");
        var known = new Dictionary<string, Dictionary<long, TrialState>>(StringComparer.Ordinal);
        for (var i = 0; i < replies.Count; i++)
        {
            var (key, call) = replies[i];
            var sample = suite.Page(run.SuiteHash, key.Sample, 1)[0];
            var chosen = choice ?? run.Suite.ScorerOf(sample);
            if (draft is not null && find(chosen.Id) is { } scorer && (draft.IsScoring || scorer is IJudge))
            {
                var name = draft.IsScoring ? "" : $"{scorer.Id} {scorer.Version}";
                if (!known.TryGetValue(name, out var there)) known[name] = there = draft.Scored(connection, name);
                if (there.TryGetValue(call, out var state))
                {
                    Progress.Add(kept: true, 0);
                    yield return new(i, key, call, sample, chosen, new("")) { Known = new(key, call, sample.Id, state, "Judged in an earlier part of this scoring.") };
                    continue;
                }
            }
            text.Again().With(call).Next();
            var (width, height) = sample.Images.Count > 0 ? suite.ImageSize(run.SuiteHash, sample.Images[0].Hash) : (null, null);
            var reply = new ScoredReply(text.TextOrNull(0) ?? "", text.TextOrNull(1) == "length", width, height);
            text.Again();
            yield return new(i, key, call, sample, chosen, reply);
        }
    }

    private void Keep(RescoringDraft? draft, IReadOnlyList<Rescored> given) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var writer = new TrialWriter(connection, run.Id);
        var scoring = draft?.Become(connection, time.GetUtcNow(), words, given.Where(g => g.Rule is null).Select(g => g.Call).ToHashSet()) ?? RunStore.Score(connection, run.Id, time.GetUtcNow(), words);
        foreach (var one in given)
            if (one.Rule is { } rule) writer.Score(scoring, one.Call, rule.Scorer, rule.Score);
        RunStore.Add(connection, run.Id, new(time.GetUtcNow(), RunEventKind.Rescored, $"{words} {Words.Plural(given.Count, "reply", "replies")}."));
        writer.Changed();
        transaction.Commit();
        return true;
    });

    /// <summary>The newest try of each trial, where it brought an answer that can be scored.</summary>
    private static List<(TrialKey, long)> Replies(SqliteConnection connection, string run)
    {
        using var rows = SqliteDialect.Read(connection, """
            select c.model, c.sample, c.repetition, c.id from eval_call c join eval_answer a on a.call_id = c.id
            where c.run_id = ? and a.outcome = 'replied' and coalesce(a.stop, '') not in ('refusal', 'content_filter')
              and not exists (select 1 from eval_call n where n.run_id = c.run_id and n.model = c.model and n.sample = c.sample and n.repetition = c.repetition and n.try > c.try)
            order by c.sample, c.model, c.repetition
            """);
        rows.With(run);
        var found = new List<(TrialKey, long)>();
        while (rows.Next()) found.Add((new(rows.Int(0), rows.Int(1), rows.Int(2)), rows.Long(3)));
        return found;
    }
}

/// <summary>A reply that is to be scored.</summary>
/// <param name="Place">Among all of them.</param>
internal sealed record RescoringTask(int Place, TrialKey Key, long Call, Sample Sample, ScorerChoice Choice, ScoredReply Reply)
{
    /// <summary>What a judge said of it in an earlier part.</summary>
    public Rescored? Known { get; init; }
}

/// <summary>A reply with where it stands now.</summary>
internal sealed record Rescored(TrialKey Key, long Call, string Sample, TrialState State, string Why)
{
    /// <summary>The score that a rule gave; null where a judge's is kept already.</summary>
    public GivenScore? Rule { get; init; }
}
