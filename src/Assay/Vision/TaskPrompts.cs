using Assay.Calls;

namespace Assay.Vision;

/// <summary>The prompt that is sent where the user writes none. For boxes it asks in the convention that the model's family is known to write.</summary>
public static class TaskPrompts
{
    /// <param name="words">The user's own: labels to find or to choose from, or what to attend to. Null or blank where there are none.</param>
    /// <returns>Empty for local engines, which need none; null for tasks that only the user can word (ask, chat).</returns>
    public static string? For(ModelTask task, ModelRef model, string? words = null)
    {
        if (task is ModelTask.Ask or ModelTask.Chat or ModelTask.NotDecided) return null;
        if (model.IsLocal) return "";
        words = string.IsNullOrWhiteSpace(words) ? null : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return task switch
        {
            ModelTask.Caption => "Say in one sentence what this image shows." + (words is null ? "" : $" Attend to: {words}."),
            ModelTask.Classify => (words is null ? "Which labels fit this image? Name at most five, the best first." : $"Which of these labels fit this image? {words}. Use no others; the best first.")
                + " Answer with JSON alone: [{\"label\": \"…\", \"score\": 0.0}], each score from 0 to 1.",
            ModelTask.Ocr => "Write out all text in this image, exactly as it stands there, line by line from top to bottom, and nothing else." + (words is null ? "" : $" Attend to: {words}."),
            _ => Detect(BoxHabit.Of(model)?.Frame ?? BoxFrames.FractionsXFirst, words),
        };
    }

    private static string Detect(BoxFrame frame, string? words)
    {
        // These two are not asked in sentences: they were trained on a command and a list.
        if (frame == BoxFrames.BinsYFirst) return "detect " + string.Join(" ; ", Labels(words ?? "object"));
        if (frame == BoxFrames.BinsXFirst) return words is null ? "<OD>" : "<OPEN_VOCABULARY_DETECTION>" + words;
        return $"Find {(words is null ? "every object" : $"every one of these")} in this image{(words is null ? "" : ": " + words)}. "
            + $"Answer with JSON alone: [{{\"label\": \"…\", {Form(frame)}. An empty list where there is none.";
    }

    private static string Form(BoxFrame frame) => (frame.Unit, frame.Order) switch
    {
        (BoxUnit.Thousandth, BoxOrder.YFirst) => "\"box_2d\": [ymin, xmin, ymax, xmax]}], each number from 0 to 1000",
        (BoxUnit.Thousandth, _) => "\"bbox_2d\": [xmin, ymin, xmax, ymax]}], each number from 0 to 1000",
        (BoxUnit.ResizedPixel or BoxUnit.Pixel, _) => "\"bbox_2d\": [xmin, ymin, xmax, ymax]}], in pixels of the image",
        _ => "\"box\": [xmin, ymin, xmax, ymax]}], each number a fraction from 0 to 1 of the image's width or height",
    };

    private static string[] Labels(string words) => words.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
