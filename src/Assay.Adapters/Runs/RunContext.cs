using Assay.Adapters.Calls;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;

namespace Assay.Adapters.Runs;

/// <summary>What the trials of one run share while it goes.</summary>
internal sealed class RunContext(Run run, long scoring, Store store, ModelCaller caller, CallOptions options, TrialScoring scores, RunJournal journal, EarlierTrials earlier, RunProgress progress, TimeProvider time)
{
    private readonly Lock guard = new();
    private readonly TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Run Run => run;
    public long Scoring => scoring;
    public Store Store => store;
    public ModelCaller Caller => caller;
    public CallOptions Options => options;
    public TrialScoring Scores => scores;
    public RunJournal Journal => journal;
    public EarlierTrials Earlier => earlier;
    public RunProgress Progress => progress;
    public TimeProvider Time => time;

    /// <summary>Why nothing more is sent; null while the run goes on.</summary>
    public RunStop? Stop { get; private set; }

    public bool IsStopping => stopping.Task.IsCompleted;

    /// <summary>Completes when the run is to stop.</summary>
    public Task Stopping => stopping.Task;

    /// <summary>Nothing new is sent from now on; the first reason is the one told.</summary>
    public void StopFor(RunStop why)
    {
        lock (guard) Stop ??= why;
        stopping.TrySetResult();
    }

    /// <summary>What judges of earlier parts left undone; null where they are not this run's to ask.</summary>
    public EarlierJudgements? Judgements { get; init; }

    /// <summary>Told when a model is asked no more, with why.</summary>
    public Action<string> GaveUp { get; init; } = _ => { };

    /// <summary>Whether a judge scores this sample.</summary>
    public bool Judged(Sample sample) => scores.IsJudge(run.Suite.ScorerOf(sample));

    /// <summary>Scores a reply and puts the score in line.</summary>
    /// <returns>The score; null where it is still to be given.</returns>
    public async ValueTask<GivenScore?> Score(TrialKey key, long call, Sample sample, ScoredReply reply, CancellationToken atOnce)
    {
        var given = await scores.Score(sample, run.Suite.ScorerOf(sample), reply, atMost => journal.Kept(w =>
        {
            w.Judging(scoring, call, atMost);
            return 0;
        }), atOnce);
        if (given is null)
        {
            if (!atOnce.IsCancellationRequested) StopFor(new(StopKind.Cap, "The rest of the cap is too little for a judge."));
            return null;
        }
        if (given.Judge?.AtMost is { } usd) progress.Judged(key.Model, usd);
        return Judgements is null ? given : given with { Judge = Judgements.With(call, given.Judge) };
    }
}

/// <summary>Why a run stopped before all was done.</summary>
public sealed record RunStop(StopKind Kind, string Words);

public enum StopKind
{
    NotDecided = 0,

    /// <summary>By whoever started it.</summary>
    User,

    /// <summary>What is left of the cap is less than a call may cost.</summary>
    Cap,

    /// <summary>The store cannot be written, or the program has a fault.</summary>
    Fault,
}
