using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Own;

/// <summary>A run sample by sample with its texts, a page of samples at a time: what exports read, however large the run is.</summary>
public static class RunPages
{
    private const int Page = 100;

    /// <param name="runs">The store.</param>
    /// <param name="run">Of the store.</param>
    /// <param name="model">Its place in the run; null for all.</param>
    public static IEnumerable<SampleTrials> Of(RunStore runs, Run run, int? model = null)
    {
        var models = model is { } one ? [one] : Enumerable.Range(0, run.Models.Count).ToArray();
        foreach (var page in runs.Samples(run.SuiteHash).Chunk(Page))
        {
            TrialKey[] keys = [.. from sample in page from m in models from r in Enumerable.Range(0, run.Settings.Repetitions) select new TrialKey(m, sample.Place, r)];
            var trials = runs.Trials(run.Id, keys).ToDictionary(t => t.Key);
            foreach (var sample in page)
                yield return new(sample, [.. keys.Where(k => k.Sample == sample.Place).Select(k => new PlannedTrial(k, trials.GetValueOrDefault(k)))]);
        }
    }
}

/// <param name="Trials">Every one that the run plans, by model and repetition.</param>
public sealed record SampleTrials(Sample Sample, IReadOnlyList<PlannedTrial> Trials);

/// <param name="Trial">Null where it was not asked.</param>
public sealed record PlannedTrial(TrialKey Key, RecordedTrial? Trial)
{
    public TrialState State => Trial switch
    {
        null => TrialState.NotRun,
        { Outcome: null or CallOutcome.Cancelled } => TrialState.Interrupted,
        { Outcome: CallOutcome.Failed } => TrialState.Errored,
        { Outcome: CallOutcome.Replied { Stop: StopReason.Refusal or StopReason.ContentFilter } } => TrialState.Refused,
        { Score: Score.Scored { Passed: { } passed } } => passed ? TrialState.Passed : TrialState.Failed,
        { Score: Score.Scored } => TrialState.Graded,
        _ => TrialState.Unscored,
    };

    /// <summary>The text that is scored; null where no reply came.</summary>
    public string? Reply => (Trial?.Outcome as CallOutcome.Replied)?.Text;

    public CallFailure? Failure => (Trial?.Outcome as CallOutcome.Failed)?.Failure;

    /// <summary>Why it was scored so, or why not.</summary>
    public string? Why => Trial?.Score switch { Score.Scored s => s.Why, Score.Unscored u => u.Why, _ => null };

    /// <summary>Of the attempt that brought the reply; null where none did, or it came from the cache.</summary>
    public Attempt? Answered => Reply is not null && Trial!.Attempts is [.., var last] && !Trial.Cached ? last : null;
}
