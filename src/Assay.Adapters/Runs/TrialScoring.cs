using Assay.Adapters.Calls;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;

namespace Assay.Adapters.Runs;

/// <summary>A score and who gave it.</summary>
/// <param name="Scorer">Id and version: <c>number 1</c>.</param>
internal sealed record GivenScore(string Scorer, Score Score, Judgement? Judge = null);

/// <summary>Scores replies: by rule here and now, by a judge through the caller.</summary>
/// <param name="caller">Asks judges.</param>
/// <param name="options">Of every call of the run: judges stand under the same cap and take the same slots.</param>
/// <param name="find">The scorer of an id.</param>
internal sealed class TrialScoring(ModelCaller caller, CallOptions options, Func<string, IScorer?> find)
{
    /// <summary>Output a judge may take, its thinking included.</summary>
    private const int MostJudgement = 4096;

    public bool IsJudge(ScorerChoice choice) => find(choice.Id) is IJudge;

    /// <summary>Null where a judge was stopped or the cap left nothing for it: the score is still to be given.</summary>
    /// <param name="sample">What was asked.</param>
    /// <param name="choice">The scorer.</param>
    /// <param name="reply">What came.</param>
    /// <param name="asking">Told before each attempt of a judge goes out, with what it may cost.</param>
    /// <param name="cancellationToken">Stops a judge.</param>
    public async ValueTask<GivenScore?> Score(Sample sample, ScorerChoice choice, ScoredReply reply, Func<decimal?, Task> asking, CancellationToken cancellationToken) => find(choice.Id) switch
    {
        IReplyScorer rule => new($"{rule.Id} {rule.Version}", rule.Score(sample, choice, reply)),
        IJudge judge => await Judge(judge, sample, choice, reply, asking, cancellationToken),
        _ => new(choice.Id, new Score.Unscored($"No scorer is called '{choice.Id}'.")),
    };

    private async Task<GivenScore?> Judge(IJudge judge, Sample sample, ScorerChoice choice, ScoredReply reply, Func<decimal?, Task> asking, CancellationToken cancellationToken)
    {
        var name = $"{judge.Id} {judge.Version}";
        if (!ModelRef.TryParse(judge.Model(choice), out var model)) return new(name, new Score.Unscored($"'{judge.Model(choice)}' is no model: a judge is named provider/model."));
        var request = new CallRequest { Model = model, Task = ModelTask.Chat, Prompt = judge.Prompt(sample, choice, reply), Parameters = new() { MaxOutputTokens = MostJudgement } };
        Transcript? transcript = null;
        await foreach (var what in caller.Call(request, options, cancellationToken))
        {
            if (what is CallEvent.AttemptStarted attempt) await asking(attempt.AtMost);
            else if (what is CallEvent.Ended ended) transcript = ended.Transcript;
        }
        if (transcript!.Outcome is CallOutcome.Cancelled or CallOutcome.Failed { Failure.Kind: FailureKind.SpendCap }) return null;
        var kept = NewAnswer.Of(transcript, []);
        var stored = new StoredJudgement(model.ToString(), AnswerForm.Of(transcript.Outcome, transcript.Attempts, transcript.Usage, transcript.Cost, transcript.NotHonoured, transcript.Exchange), transcript.Text, request.Prompt);
        var score = transcript.Outcome switch
        {
            CallOutcome.Replied { Stop: StopReason.Refusal or StopReason.ContentFilter } => new Score.Unscored($"The judge {model} declined."),
            CallOutcome.Replied replied => judge.Read(sample, choice, replied.Text),
            CallOutcome.Failed failed => new Score.Unscored($"The judge {model} gave no answer: {failed.Failure.Message}"),
            _ => throw new InvalidOperationException($"'{transcript.Outcome.GetType().Name}' is an end of a call that nobody reads."),
        };
        return new(name, score, new(stored, kept.AtMost ?? kept.Usd));
    }
}
