using System.Text.Json.Serialization;
using Assay.Adapters.Runs;
using Assay.Evaluation;
using Assay.Statistics;

namespace Assay.Host.Evaluation;

/// <summary>How far a run is: the answer of the command line, and the data of each event of its stream.</summary>
public sealed record RunningView
{
    public required string Run { get; init; }

    /// <summary><c>running</c>, <c>finished</c> or <c>stopped</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it stopped, or that every trial has an end; null while it runs.</summary>
    public string? Words { get; init; }

    public required int Trials { get; init; }

    /// <summary>Trials with an end, if only a failed one.</summary>
    public required int Ended { get; init; }

    /// <summary>Trials without an answer, those whose calls failed included: going on with the run asks them.</summary>
    public required int Open { get; init; }

    /// <summary>US dollars known to be paid for calls of this run, judges included.</summary>
    public required decimal Usd { get; init; }

    /// <summary>Trials whose cost cannot be told.</summary>
    public required int UnknownCost { get; init; }

    /// <summary>Trials a second, lately; null where nothing ended yet.</summary>
    public double? Rate { get; init; }

    /// <summary>Seconds until all have an end at this rate.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>Calls of earlier parts that brought no answer and may have been paid for.</summary>
    public int InterruptedBefore { get; init; }

    public required IReadOnlyList<RunningModel> Models { get; init; }

    public required string Page { get; init; }

    [JsonIgnore]
    public bool Ends => State != "running";

    public static RunningView Of(Run run, RunProgress progress, RunPace? pace, RunEnd? end)
    {
        var models = progress.Now();
        var ended = models.Sum(m => m.Ended);
        var rate = pace?.Rate(models.Sum(m => m.EndedNow));
        return new()
        {
            Run = run.Id, State = end is null ? "running" : end.Finished ? "finished" : "stopped", Words = end?.Words, Trials = run.Trials, Ended = ended, Open = run.Trials - ended + models.Sum(m => m.Errored),
            Usd = models.Sum(m => m.Usd + m.JudgesUsd), UnknownCost = models.Sum(m => m.UnknownCost), Rate = rate, SecondsLeft = rate is > 0 && end is null ? (run.Trials - ended) / rate : null,
            InterruptedBefore = end?.InterruptedBefore ?? 0, Models = [.. models.Select((m, i) => RunningModel.Of(run.Models[i], m))], Page = $"/evals/{run.Id}",
        };
    }
}

/// <summary>How far one model is.</summary>
/// <param name="Usd">US dollars known to be paid.</param>
/// <param name="UnknownCost">Trials whose cost cannot be told.</param>
/// <param name="Low">95 % interval of passed of those with a verdict so far, 0 to 1; null where none has one.</param>
public sealed record RunningModel(string Model, int Trials, int Ended, int Passed, int Failed, int Graded, int Unscored, int Refused, int Errored, int Cached, int UnderWay, int Waiting, decimal Usd, int UnknownCost, double? Low, double? High)
{
    public static RunningModel Of(string name, ModelProgress m)
    {
        var verdicts = m.Passed + m.Failed;
        (double Low, double High)? interval = verdicts == 0 ? null : Proportion.Wilson(m.Passed, verdicts);
        return new(name, m.Total, m.Ended, m.Passed, m.Failed, m.Graded, m.Unscored, m.Refused, m.Errored, m.Cached, m.UnderWay, m.Waiting, m.Usd, m.UnknownCost, interval?.Low, interval?.High);
    }
}

/// <summary>How quick a run is: over the last half minute, not since its beginning. Thread-safe.</summary>
public sealed class RunPace(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Lock guard = new();
    private readonly Queue<(long At, int Ended)> seen = [];

    /// <summary>Trials a second; null where too little is known.</summary>
    /// <param name="ended">In this part of the run.</param>
    public double? Rate(int ended)
    {
        lock (guard)
        {
            var now = time.GetTimestamp();
            while (seen.Count > 1 && time.GetElapsedTime(seen.Peek().At, now) > Window) seen.Dequeue();
            seen.Enqueue((now, ended));
            var (at, before) = seen.Peek();
            var seconds = time.GetElapsedTime(at, now).TotalSeconds;
            return seconds > 0.2 && ended > before ? (ended - before) / seconds : null;
        }
    }
}
