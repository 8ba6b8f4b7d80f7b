using Assay.Calls;

namespace Assay.Host.Playground;

/// <summary>How the tasks are named and explained on pages.</summary>
public static class TaskWords
{
    public static string Label(this ModelTask task) => task switch
    {
        ModelTask.Caption => "Caption",
        ModelTask.Classify => "Classify",
        ModelTask.Detect => "Detect",
        ModelTask.Ocr => "Read text",
        ModelTask.Ask => "Ask about an image",
        ModelTask.Chat => "Chat",
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };

    /// <summary>What is asked of a model, in one sentence.</summary>
    public static string Meaning(this ModelTask task) => task switch
    {
        ModelTask.Caption => "Each model says in words what the image shows.",
        ModelTask.Classify => "Each model names what the image shows, the likeliest first.",
        ModelTask.Detect => "Each model finds objects and draws a box around each.",
        ModelTask.Ocr => "Each model reads the text of the image; the readings are compared letter by letter.",
        ModelTask.Ask => "Each model answers your question about the image.",
        ModelTask.Chat => "Each model answers your text; there is no image.",
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };

    /// <summary>What the text field is for.</summary>
    public static string PromptLabel(this ModelTask task) => task switch
    {
        ModelTask.Detect => "What to find",
        ModelTask.Classify => "Labels to choose from",
        ModelTask.Ask => "Question",
        _ => "Prompt",
    };

    /// <summary>What happens where the field stays empty; null where it must not.</summary>
    public static string? WhenEmpty(this ModelTask task) => task switch
    {
        ModelTask.Detect => "Empty: every object. Else names, parted by commas: screw, washer.",
        ModelTask.Classify => "Empty: any. Else names, parted by commas.",
        ModelTask.Caption or ModelTask.Ocr => "Empty: Assay’s own prompt for the task, shown with each reply.",
        _ => null,
    };
}
