using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;

namespace Assay.Adapters.Runs;

/// <summary>All trials of one model: it reads the samples for itself, so that a slow model holds up no other.</summary>
internal sealed class ModelLane(RunContext run, int model, ModelRef reference)
{
    /// <summary>Samples read at a time.</summary>
    private const int Page = 100;

    /// <summary>After so many calls in a row that cannot succeed, such as with a wrong key, the model is asked no more.</summary>
    private const int MostHopeless = 8;

    private readonly TrialWindow window = new(run.Run.Settings.Concurrency);
    private int hopeless;
    private bool givenUp;

    public async Task Go(CancellationToken atOnce)
    {
        try
        {
            using var connection = run.Store.Connect();
            using var suite = new SuiteRows(connection);
            using var cached = run.Run.Settings.Cache ? new CachedReplies(connection, run.Run.Id) : null;
            await Read(suite, cached, atOnce);
        }
        finally
        {
            await window.Emptied();
        }
    }

    private async Task Read(SuiteRows suite, CachedReplies? cached, CancellationToken atOnce)
    {
        for (var from = 0; ; from += Page)
        {
            var at = from;
            var samples = run.Store.Guard(() => suite.Page(run.Run.SuiteHash, at, Page));
            foreach (var sample in samples)
            {
                (CallRequest Request, byte[] Question)? asked = null;
                for (var repetition = 0; repetition < run.Run.Settings.Repetitions; repetition++)
                {
                    var key = new TrialKey(model, sample.Place, repetition);
                    if (run.Earlier.Has(key)) continue;
                    if (run.IsStopping || Volatile.Read(ref givenUp)) return;
                    // Its images are read only where it is asked.
                    asked ??= Request(suite, sample);
                    var (request, question) = asked.Value;
                    if (cached?.Find(question, repetition) is { } reply)
                    {
                        await Take(key, sample, request, question, reply, atOnce);
                        continue;
                    }
                    if (!await window.Enter(run.Stopping)) return;
                    _ = Ask(new(run, key, sample, request, question, new(window)), atOnce);
                }
            }
            if (samples.Count < Page) return;
        }
    }

    private (CallRequest, byte[]) Request(SuiteRows suite, Sample sample)
    {
        var about = run.Run.Suite;
        var images = new CallImage[sample.Images.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var file = sample.Images[i];
            images[i] = suite.Image(run.Run.SuiteHash, file.Hash) ?? throw new InvalidDataException($"The suite is kept without image '{file.Path}' of sample '{sample.Id}'.");
        }
        var request = new CallRequest { Model = reference, Task = about.TaskOf(sample), System = about.System, Prompt = sample.Input, Images = images, Parameters = run.Run.Settings.Parameters };
        return (request, Question.Hash(request));
    }

    private async Task Ask(TrialTask trial, CancellationToken atOnce)
    {
        try
        {
            await trial.Go(atOnce);
            Look(trial.Outcome);
        }
#pragma warning disable CA1031 // A fault in one trial ends the run with its words: nothing may pass in silence.
        catch (Exception e)
#pragma warning restore CA1031
        {
            run.StopFor(new(StopKind.Fault, e.Message));
        }
    }

    /// <summary>Gives up a model whose calls cannot succeed whatever the sample.</summary>
    private void Look(CallOutcome? outcome)
    {
        var isHopeless = outcome is CallOutcome.Failed { Failure: { MayPass: false, Kind: FailureKind.NotConfigured or FailureKind.Unauthorized or FailureKind.RateLimited } };
        if (!isHopeless) Interlocked.Exchange(ref hopeless, 0);
        else if (Interlocked.Increment(ref hopeless) == MostHopeless)
        {
            Volatile.Write(ref givenUp, true);
            run.GaveUp($"{reference} is asked no more: {MostHopeless} calls in a row failed and could not have succeeded, the last one so: {((CallOutcome.Failed)outcome!).Failure.Message}");
        }
    }

    /// <summary>Takes the reply of an earlier call: nothing is sent.</summary>
    private async ValueTask Take(TrialKey key, Sample sample, CallRequest request, byte[] question, (long Call, string Text, string? Stop) reply, CancellationToken atOnce)
    {
        var stop = reply.Stop is null ? StopReason.Unknown : TranscriptForm.Word<StopReason>(reply.Stop);
        var refused = stop is StopReason.Refusal or StopReason.ContentFilter;
        var number = new long[1];
        var scored = new ScoredReply(reply.Text, stop is StopReason.Length, request.Images.Count > 0 ? request.Images[0].Width : null, request.Images.Count > 0 ? request.Images[0].Height : null);
        void Copy(TrialWriter w)
        {
            number[0] = w.Begin(key, run.Earlier.NextTry(key), run.Time.GetUtcNow(), question);
            w.Copy(number[0], reply.Call);
        }
        GivenScore? given = null;
        if (!refused && run.Judged(sample))
        {
            await run.Journal.Kept(w =>
            {
                Copy(w);
                return 0;
            });
            given = await run.Score(key, number[0], sample, scored, atOnce);
            if (given is not null) await run.Journal.Later(w => w.Score(run.Scoring, number[0], given.Scorer, given.Score, given.Judge));
        }
        else
        {
            if (!refused) given = await run.Score(key, 0, sample, scored, atOnce);
            await run.Journal.Later(w =>
            {
                Copy(w);
                if (given is not null) w.Score(run.Scoring, number[0], given.Scorer, given.Score);
            });
        }
        run.Progress.Ended(key.Model, refused ? TrialState.Refused : States.Of(given?.Score), 0, cached: true);
    }
}
