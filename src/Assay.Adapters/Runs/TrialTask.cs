using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;

namespace Assay.Adapters.Runs;

/// <summary>One trial from the moment it may be asked to its score.</summary>
internal sealed class TrialTask(RunContext run, TrialKey key, Sample sample, CallRequest request, byte[] question, TrialWindow.Place place)
{
    private long? call;
    private bool waits;

    /// <summary>What became of the call; null where nothing was sent.</summary>
    public CallOutcome? Outcome { get; private set; }

    public async Task Go(CancellationToken atOnce)
    {
        try
        {
            if (await Ask(atOnce) is { } transcript) await Keep(transcript, atOnce);
        }
        finally
        {
            run.Progress.Left(key.Model, call is not null);
            if (waits) run.Progress.Waits(key.Model, -1);
            place.Leave();
        }
    }

    /// <summary>Its row is committed before anything goes out. Null where the run stopped first, or the cap left nothing: then there is no row.</summary>
    private async Task<Transcript?> Ask(CancellationToken atOnce)
    {
        await foreach (var what in run.Caller.Call(request, run.Options, atOnce))
        {
            switch (what)
            {
                case CallEvent.AttemptStarted { AtMost: var atMost }:
                    if (waits) run.Progress.Waits(key.Model, -1);
                    waits = false;
                    if (call is not null) break;
                    if (run.IsStopping) return null;
                    call = await run.Journal.Kept(w => w.Begin(key, run.Earlier.NextTry(key), run.Time.GetUtcNow(), question, atMost));
                    run.Progress.Sent(key.Model);
                    break;
                case CallEvent.AttemptFailed { RetryIn: not null } failed:
                    if (failed.Failure.PossiblyPaid)
                    {
                        await run.Journal.Kept(w =>
                        {
                            w.Retry(call!.Value, failed.Number);
                            return 0;
                        });
                    }
                    place.Waits();
                    waits = true;
                    run.Progress.Waits(key.Model, 1);
                    break;
                case CallEvent.Ended ended:
                    return ended.Transcript;
            }
        }
        throw new InvalidOperationException("A call ended without saying how.");
    }

    private async Task Keep(Transcript transcript, CancellationToken atOnce)
    {
        if (transcript.Outcome is CallOutcome.Failed { Failure: { Kind: FailureKind.SpendCap } over }) run.StopFor(new(StopKind.Cap, over.Message));
        if (call is null)
        {
            if (transcript.Outcome is CallOutcome.Cancelled or CallOutcome.Failed { Failure.Kind: FailureKind.SpendCap }) return;
            // It failed before anything was sent: a key that is missing, an image that is not there.
            call = await run.Journal.Kept(w => w.Begin(key, run.Earlier.NextTry(key), transcript.Started, question));
            run.Progress.Sent(key.Model);
        }
        Outcome = transcript.Outcome;
        var (number, answer) = (call.Value, NewAnswer.Of(transcript, request.Images));
        if (Outcome is not CallOutcome.Replied replied)
        {
            await run.Journal.Later(w => w.End(number, answer));
            if (Outcome is CallOutcome.Failed) run.Progress.Ended(key.Model, TrialState.Errored, answer.Usd, cached: false);
            return;
        }
        if (replied.Stop is StopReason.Refusal or StopReason.ContentFilter)
        {
            await run.Journal.Later(w => w.End(number, answer));
            run.Progress.Ended(key.Model, TrialState.Refused, answer.Usd, cached: false);
            return;
        }
        await KeepScored(replied, number, answer, atOnce);
    }

    private async Task KeepScored(CallOutcome.Replied replied, long number, NewAnswer answer, CancellationToken atOnce)
    {
        var reply = new ScoredReply(replied.Text, replied.Stop is StopReason.Length, request.Images.Count > 0 ? request.Images[0].Width : null, request.Images.Count > 0 ? request.Images[0].Height : null);
        // A rule's score goes with the answer; a judge is asked only once the answer is safe.
        var judged = run.Judged(sample);
        if (judged) await run.Journal.Later(w => w.End(number, answer));
        var given = await run.Score(key, number, sample, reply, atOnce);
        await run.Journal.Later(w =>
        {
            if (!judged) w.End(number, answer);
            if (given is not null) w.Score(run.Scoring, number, given.Scorer, given.Score, given.Judge);
        });
        run.Progress.Ended(key.Model, States.Of(given?.Score), answer.Usd, cached: false);
    }
}

/// <summary>Where a scored trial stands.</summary>
internal static class States
{
    public static TrialState Of(Score? score) => score switch
    {
        Score.Scored { Passed: true } => TrialState.Passed,
        Score.Scored { Passed: false } => TrialState.Failed,
        Score.Scored => TrialState.Graded,
        _ => TrialState.Unscored,
    };
}
