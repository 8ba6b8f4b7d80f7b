using Assay.Adapters.Logs.Own;
using Assay.Evaluation;

namespace Assay.Host.Evaluation.Exports;

/// <summary>States of trials as exports write them.</summary>
internal static class TrialWords
{
    /// <summary><c>not_run</c>.</summary>
    public static string Name(this TrialState state) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>"not run".</summary>
    public static string Words(this TrialState state) => state.Name().Replace('_', ' ');

    /// <summary>"Ann: wrong (It counts the reflection too.)".</summary>
    public static string Words(this HumanLabel label) => $"{label.Person}: {(label.Passed ? "right" : "wrong")}{(label.Note is { } note ? $" ({note})" : "")}";

    /// <summary>What there is to say of how a trial ended.</summary>
    public static string Why(this PlannedTrial trial, Unlocal unlocal) => trial.State switch
    {
        TrialState.NotRun => "It was not asked.",
        TrialState.Interrupted => "The call was under way when the program ended: it may have been paid for.",
        TrialState.Errored => unlocal.Of(trial.Failure!.Message),
        TrialState.Refused => "The model or its provider declined.",
        TrialState.Unscored => trial.Why ?? "Nobody scored it.",
        _ => trial.Why ?? "",
    };
}
