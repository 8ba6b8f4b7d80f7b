using Assay.Calls;
using Assay.Vision;

namespace Assay.Host.Playground;

/// <summary>What each lane is sent for the words of one user: models differ in how they want to be asked.</summary>
public static class LanePrompt
{
    /// <summary>Below this no engine of this machine tells of a box; the page's own threshold is above it.</summary>
    private const double LeastScore = 0.1;

    public static string For(ModelTask task, ModelRef model, string words) => task switch
    {
        _ when model.IsLocal => "",
        // Names of things are put into words that the model's family understands; a prompt is sent as it is written.
        ModelTask.Detect or ModelTask.Classify => TaskPrompts.For(task, model, words) ?? words,
        _ => words.Length > 0 ? words : TaskPrompts.For(task, model) ?? words,
    };

    /// <summary>Engines tell of all they may have seen, so that the threshold on the page has something to move over.</summary>
    public static CallParameters Parameters(ModelTask task, ModelRef model, CallParameters asked) =>
        !model.IsLocal ? asked : task is ModelTask.Detect ? new() { MinScore = LeastScore } : new();
}
