using System.Text;
using Assay.Adapters.Logs;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Tests.Logs;

/// <summary>What a reader made of a log, in a few words that a test can state.</summary>
internal static class LogReading
{
    public static IReadOnlyList<LogRun> Read(string path, LogChoice? choice = null, string format = LogReaders.Auto)
    {
        var source = new LogSource(path);
        return (LogReaders.Named(format) ?? LogReaders.For(source)).Read(source, choice ?? new(), CancellationToken.None);
    }

    public static ImportedRun One(string path, LogChoice? choice = null, string format = LogReaders.Auto) => Read(path, choice, format) is [var one] ? one.Run : throw new InvalidOperationException("The log holds several runs.");

    /// <summary>"3 samples, 1 model, 3 trials: 2 passed, 1 failed".</summary>
    public static string Told(ImportedRun run)
    {
        var words = run.Trials.GroupBy(Word).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}");
        return $"{run.Samples.Count} samples, {run.Models.Count} models, {run.Settings.Repetitions} repetitions: {string.Join(", ", words)}";
    }

    public static string Word(RecordedTrial trial) => (trial.Outcome, trial.Score) switch
    {
        (CallOutcome.Failed, _) => "errored",
        (CallOutcome.Replied { Stop: StopReason.Refusal or StopReason.ContentFilter }, _) => "refused",
        (_, Score.Scored { Passed: true }) => "passed",
        (_, Score.Scored { Passed: false }) => "failed",
        (_, Score.Scored) => "graded",
        _ => "unscored",
    };

    /// <summary>What a user would be told: the runs, or the reason for none.</summary>
    public static string Outcome(string path, LogChoice? choice = null)
    {
        try
        {
            return string.Join("; ", Read(path, choice).Select(r => Told(r.Run)));
        }
        catch (LogRefusedException e)
        {
            return "refused: " + e.Message;
        }
    }
}
