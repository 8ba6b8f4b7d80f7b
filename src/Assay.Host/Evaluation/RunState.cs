using Assay.Evaluation;

namespace Assay.Host.Evaluation;

/// <summary>Where a run stands, from its events and its trials.</summary>
public static class RunState
{
    /// <summary><c>imported</c>, <c>finished</c>, <c>stopped</c>, <c>running</c>, or <c>broken_off</c>: its program was ended from outside.</summary>
    /// <param name="held">Whether a program has the run; asked only where its events leave that open.</param>
    public static string Of(Run run, IEnumerable<RunEvent> events, Func<bool> held) => run.Origin is RunOrigin.Imported ? "imported"
        : RunEvent.Standing(events) switch
        {
            RunEventKind.Finished => "finished",
            RunEventKind.Stopped => "stopped",
            _ => held() ? "running" : "broken_off",
        };

    /// <summary>For people.</summary>
    public static string Words(string state) => state switch
    {
        "imported" => "imported",
        "finished" => "finished",
        "stopped" => "stopped before its end",
        "running" => "under way",
        _ => "broken off",
    };

    public static string Word(RunEventKind kind) => kind switch
    {
        RunEventKind.Started => "started",
        RunEventKind.Resumed => "resumed",
        RunEventKind.Stopped => "stopped",
        RunEventKind.Finished => "finished",
        RunEventKind.Rescored => "scored again",
        RunEventKind.Noted => "noted",
        _ => "not told",
    };
}

/// <summary>States of trials in words and signs.</summary>
public static class TrialWords
{
    /// <summary>In the order that lists show them.</summary>
    public static IReadOnlyList<TrialState> All { get; } = [TrialState.Passed, TrialState.Failed, TrialState.Graded, TrialState.Unscored, TrialState.Refused, TrialState.Errored, TrialState.Interrupted, TrialState.NotRun];

    /// <summary>As addresses and JSON write it.</summary>
    public static string Name(this TrialState state) => state switch
    {
        TrialState.Passed => "passed",
        TrialState.Failed => "failed",
        TrialState.Graded => "graded",
        TrialState.Unscored => "unscored",
        TrialState.Refused => "refused",
        TrialState.Errored => "errored",
        TrialState.Interrupted => "interrupted",
        _ => "not_run",
    };

    public static string Label(this TrialState state) => state switch
    {
        TrialState.NotRun => "not run",
        _ => state.Name(),
    };

    /// <summary>A sign that says it without colour.</summary>
    public static string Glyph(this TrialState state) => state switch
    {
        TrialState.Passed => "✓",
        TrialState.Failed => "✗",
        TrialState.Graded => "◐",
        TrialState.Unscored => "?",
        TrialState.Refused => "⊘",
        TrialState.Errored => "!",
        TrialState.Interrupted => "‖",
        _ => "–",
    };

    public static TrialState? Find(string text) => All.Cast<TrialState?>().FirstOrDefault(s => s!.Value.Name() == text);
}
