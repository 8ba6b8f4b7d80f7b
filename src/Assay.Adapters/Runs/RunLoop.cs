using Assay.Adapters.Calls;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Assay.Units;

namespace Assay.Adapters.Runs;

/// <summary>
/// Puts a suite to models until every trial has an end, or until it is stopped. Whatever was answered stays answered: it may be killed at any moment and gone
/// on with later. One run belongs to one process at a time.
/// </summary>
/// <param name="runs">Where it is kept.</param>
/// <param name="caller">Makes the calls.</param>
/// <param name="time">Clock.</param>
/// <param name="scorers">Finds scorers by id; null for those of the program.</param>
public sealed class RunLoop(RunStore runs, ModelCaller caller, TimeProvider time, Func<string, IScorer?>? scorers = null)
{
    /// <summary>What calls under way may still take when a run is stopped.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Does what is missing of a run: trials not asked yet, interrupted or failed ones, answers without a score, and those whose judge gave no answer.</summary>
    /// <param name="run">Kept already. Concurrency, cap and cache are those given here.</param>
    /// <param name="started">Told once the run is held and begins, with how far it is at any moment.</param>
    /// <param name="stop">Nothing new is sent; calls under way may end within <see cref="Grace"/>.</param>
    /// <exception cref="StoreException">Another process has the run, or the store cannot be used.</exception>
    /// <exception cref="RunException">The cap cannot be held.</exception>
    public async Task<RunEnd> Go(Run run, Action<RunProgress>? started = null, CancellationToken stop = default)
    {
        using var held = RunLock.Take(runs.Store, run.Id);
        var models = run.Models.Select(m => ModelRef.TryParse(m, out var r) ? r : throw new RunException($"'{m}' is no model that can be called: a model is named provider/model.")).ToArray();
        var (scoring, earlier, judgements, spend, progress) = Before(run);
        if (earlier.Any || runs.Events(run.Id).Count > 1) runs.Add(run.Id, new(time.GetUtcNow(), RunEventKind.Resumed, Resumed(earlier)));
        started?.Invoke(progress);
        using var atOnce = new CancellationTokenSource();
        RunContext? context = null;
        var options = new CallOptions { Spend = spend, Slots = new(run.Settings.Concurrency), Stream = false };
        var giveUps = new List<string>();
        Exception? fault = null;
        await using (var journal = new RunJournal(runs.Store, run.Id) { Failed = () => context?.StopFor(new(StopKind.Fault, "The store cannot be written.")) })
        {
            context = new(run, scoring, runs.Store, caller, options, new(caller, options, scorers ?? ScorerList.Find), journal, earlier, progress, time) { Judgements = judgements, GaveUp = words => { lock (giveUps) giveUps.Add(words); } };
            await using var stopped = stop.Register(() => context.StopFor(new(StopKind.User, "It was stopped.")));
            using var over = new CancellationTokenSource();
            var shares = new LaneShares(run.Settings.Concurrency, models.Length);
            var ending = AtOnce(context.Stopping, atOnce, over.Token);
            try
            {
                await Task.WhenAll([LateScores(context, atOnce.Token), .. models.Select((m, i) => Task.Run(() => Lane(context, shares, i, m, atOnce.Token), CancellationToken.None))]);
            }
            catch (Exception e) when (e is StoreException or InvalidDataException or Settings.SettingsException)
            {
                fault = e;
                context.StopFor(new(StopKind.Fault, e.Message));
            }
            await over.CancelAsync();
            await ending;
        }
        return End(run, context, giveUps, fault);
    }

    private static string Resumed(EarlierTrials earlier) => earlier.Interrupted == 0
        ? "What was missing is asked."
        : $"What was missing is asked. {Words.Plural(earlier.Interrupted, "call")} had gone out before and brought no answer: they may have been paid for.";

    private (long Scoring, EarlierTrials Earlier, EarlierJudgements? Judgements, SpendCap? Spend, RunProgress Progress) Before(Run run)
    {
        var progress = new RunProgress(run.Models.Count, checked(run.Samples * run.Settings.Repetitions), runs.Results(run.Id));
        return runs.Store.Guard(() =>
        {
            using var connection = runs.Store.Connect();
            var scoring = RunStore.Newest(connection, run.Id);
            // A scoring by a scorer that was named is gone on with by the command that named it.
            var judgements = Rescoring.IsOfTheSuite(connection, scoring) ? EarlierJudgements.Reopen(connection, run.Id, scoring) : null;
            var earlier = EarlierTrials.Read(connection, run, scoring);
            if (run.Settings.MaxCost is not { } cap) return (scoring, earlier, judgements, (SpendCap?)null, progress);
            var spent = EarlierSpend.Of(connection, run.Id);
            if (spent.Unknown > 0)
            {
                throw new RunException($"What {Words.Plural(spent.Unknown, "call")} of earlier parts of this run cost cannot be told, because they were made without a cap: a cap of {Format.Usd(cap)} cannot be held. "
                    + "Leave --max-cost out, or start a new run with it.");
            }
            return (scoring, earlier, judgements, new SpendCap(cap, spent.Usd), progress);
        });
    }

    /// <summary>What breaks one lane stops the others too.</summary>
    private static async Task Lane(RunContext context, LaneShares shares, int place, ModelRef model, CancellationToken atOnce)
    {
        try
        {
            await new ModelLane(context, shares, place, model).Go(atOnce);
        }
        catch (Exception e)
        {
            context.StopFor(new(StopKind.Fault, e.Message));
            throw;
        }
    }

    /// <summary>Ends what is still under way when the time for it is over.</summary>
    private async Task AtOnce(Task stopping, CancellationTokenSource atOnce, CancellationToken over)
    {
        try
        {
            await stopping.WaitAsync(over);
            await Task.Delay(Grace, time, over);
            await atOnce.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // All had ended before.
        }
    }

    /// <summary>Scores answers that an earlier part of the run left without a score.</summary>
    private async Task LateScores(RunContext context, CancellationToken atOnce)
    {
        if (context.Earlier.NotScored.Count == 0) return;
        await Parallel.ForEachAsync(LateReplies(context), new ParallelOptions { MaxDegreeOfParallelism = context.Run.Settings.Concurrency }, async (late, _) =>
        {
            if (context.IsStopping || await context.Score(late.Key, late.Call, late.Sample, late.Reply, atOnce) is not { } given) return;
            await context.Journal.Later(w => w.Score(context.Scoring, late.Call, given.Scorer, given.Score, given.Judge));
            context.Progress.Scored(late.Key.Model, States.Of(given.Score));
        });
    }

    /// <summary>One after the other, so that no more texts are held than are being scored.</summary>
    private IEnumerable<(TrialKey Key, long Call, Sample Sample, ScoredReply Reply)> LateReplies(RunContext context)
    {
        using var connection = runs.Store.Connect();
        using var suite = new SuiteRows(connection);
        using var text = SqliteDialect.Read(connection, "select text, stop from eval_answer where call_id = ?");
        foreach (var (key, call) in context.Earlier.NotScored)
        {
            if (context.IsStopping) yield break;
            var sample = suite.Page(context.Run.SuiteHash, key.Sample, 1)[0];
            text.Again().With(call).Next();
            var (width, height) = sample.Images.Count > 0 ? suite.ImageSize(context.Run.SuiteHash, sample.Images[0].Hash) : (null, null);
            var reply = new ScoredReply(text.TextOrNull(0) ?? "", text.TextOrNull(1) == "length", width, height);
            text.Again();
            yield return (key, call, sample, reply);
        }
    }

    private int Unjudged(long scoring) => runs.Store.Guard(() =>
    {
        using var connection = runs.Store.Connect();
        return EarlierJudgements.Count(connection, scoring);
    });

    private RunEnd End(Run run, RunContext context, List<string> giveUps, Exception? fault)
    {
        var results = runs.Results(run.Id);
        var left = run.Trials - results.Count(r => !r.IsOpen && r.State is not TrialState.Errored);
        var errored = results.Count(r => r.State is TrialState.Errored);
        var missing = left - errored;
        var words = context.Stop?.Words ?? (giveUps.Count > 0 ? string.Join(" ", giveUps) : missing > 0 ? $"{Words.Plural(missing, "trial")} have no end." : "Every trial has an end.");
        if (Unjudged(context.Scoring) is > 0 and var unjudged) words += $" {Words.Plural(unjudged, "answer")} {(unjudged == 1 ? "has" : "have")} no score, because the judge gave no answer: going on with the run asks it again.";
        var finished = context.Stop is null && missing == 0;
        try
        {
            runs.Add(run.Id, new(time.GetUtcNow(), finished ? RunEventKind.Finished : RunEventKind.Stopped, words));
        }
        catch (StoreException) when (fault is not null)
        {
            // The store that could not take the answers does not take this either.
        }
        return new(finished, context.Stop, words, missing, errored, context.Earlier.Interrupted, fault);
    }
}

/// <summary>How a run, or this part of it, ended.</summary>
/// <param name="Finished">Every trial has an end, if only a failed one.</param>
/// <param name="Stop">Why it stopped before; null where it did not.</param>
/// <param name="Words">The same for people.</param>
/// <param name="Missing">Trials without an end.</param>
/// <param name="Errored">Trials whose calls failed: going on with the run asks them again.</param>
/// <param name="InterruptedBefore">Calls of earlier parts that had gone out and brought no answer: they may have been paid for.</param>
/// <param name="Fault">What broke; null where nothing did.</param>
public sealed record RunEnd(bool Finished, RunStop? Stop, string Words, int Missing, int Errored, int InterruptedBefore, Exception? Fault);

/// <summary>A run that cannot be begun or gone on with as asked; the message names the value and the fix.</summary>
public sealed class RunException(string message) : Exception(message);
