namespace Assay.Calls;

/// <summary>What a model is asked to do with an image or a text. Zero is "not decided" and never sent.</summary>
public enum ModelTask
{
    NotDecided = 0,

    /// <summary>Say in words what an image shows.</summary>
    Caption = 1,

    /// <summary>Rank labels for a whole image.</summary>
    Classify = 2,

    /// <summary>Find objects: label, box, score where given.</summary>
    Detect = 3,

    /// <summary>Read the text of an image.</summary>
    Ocr = 4,

    /// <summary>Answer a question about one or more images.</summary>
    Ask = 5,

    /// <summary>Answer a text; no image.</summary>
    Chat = 6,
}

/// <summary>The words for tasks, as commands, addresses and files write them.</summary>
public static class ModelTasks
{
    /// <summary>Every task that can be asked for, in the order pages list them.</summary>
    public static IReadOnlyList<ModelTask> All { get; } = [ModelTask.Caption, ModelTask.Classify, ModelTask.Detect, ModelTask.Ocr, ModelTask.Ask, ModelTask.Chat];

    /// <summary><c>caption</c>, <c>classify</c>, <c>detect</c>, <c>ocr</c>, <c>ask</c>, <c>chat</c>.</summary>
    public static string Name(this ModelTask task) => task switch
    {
        ModelTask.Caption => "caption",
        ModelTask.Classify => "classify",
        ModelTask.Detect => "detect",
        ModelTask.Ocr => "ocr",
        ModelTask.Ask => "ask",
        ModelTask.Chat => "chat",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "Not a task that can be asked for."),
    };

    /// <summary>The task of this name in any case, else null.</summary>
    public static ModelTask? Find(string? name) => All.Cast<ModelTask?>().FirstOrDefault(t => string.Equals(t!.Value.Name(), name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Every task but chat needs an image.</summary>
    public static bool NeedsImage(this ModelTask task) => task is not (ModelTask.Chat or ModelTask.NotDecided);
}
