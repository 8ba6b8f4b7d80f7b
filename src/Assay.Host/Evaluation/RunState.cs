using Assay.Evaluation;

namespace Assay.Host.Evaluation;

/// <summary>Where a run stands, from its events and its trials.</summary>
public static class RunState
{
    /// <summary><c>imported</c>, <c>finished</c>, <c>stopped</c>, or <c>open</c>: under way, or its program was ended from outside.</summary>
    public static string Of(Run run, IEnumerable<RunEvent> events) => run.Origin is RunOrigin.Imported ? "imported"
        : events.LastOrDefault(e => e.Kind is RunEventKind.Started or RunEventKind.Resumed or RunEventKind.Stopped or RunEventKind.Finished)?.Kind switch
        {
            RunEventKind.Finished => "finished",
            RunEventKind.Stopped => "stopped",
            _ => "open",
        };

    /// <summary>For people.</summary>
    public static string Words(string state) => state switch
    {
        "imported" => "imported",
        "finished" => "finished",
        "stopped" => "stopped before its end",
        _ => "under way, or broken off",
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
