using Assay.Calls;
using Assay.Vision;

namespace Assay.Playground;

/// <summary>A turn as one line of an eval suite: what was asked, and what is the right answer.</summary>
public sealed record TurnSample
{
    /// <summary>The id of the turn: saving it twice gives one sample.</summary>
    public required string Id { get; init; }

    /// <summary>The task's name.</summary>
    public required string Category { get; init; }

    /// <summary>The prompt as a model was sent it.</summary>
    public required string Input { get; init; }

    /// <summary>Hashes and media types of the images, in order.</summary>
    public required IReadOnlyList<SentImage> Images { get; init; }

    /// <summary>The right answer; several where any of them is.</summary>
    public required IReadOnlyList<string> Target { get; init; }

    /// <param name="target">What is right, as the user says; several answers on several lines, but for text that was read, where lines belong together.</param>
    /// <returns>Null where the target is blank: a sample without one measures nothing.</returns>
    public static TurnSample? Of(Turn turn, string? target)
    {
        var text = target?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length == 0) return null;
        var whole = turn.Task is ModelTask.Ocr or ModelTask.Detect or ModelTask.Caption;
        return new()
        {
            Id = turn.Id.Text, Category = turn.Task.Name(), Input = Asked(turn), Images = turn.Images,
            Target = whole ? [text] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }

    /// <summary>What stands in the field for the answer before the user changes it: the reference, else the first reply.</summary>
    public static string Suggested(Turn turn) => turn.Reference ?? turn.Lanes.Select(l => l.Transcript?.Text).FirstOrDefault(t => t is { Length: > 0 }) ?? "";

    /// <summary>Local engines are sent no prompt; the sample must have one that any model can be asked.</summary>
    private static string Asked(Turn turn) =>
        turn.Lanes.Select(l => l.Transcript?.Prompt).FirstOrDefault(p => p is { Length: > 0 }) ?? TaskPrompts.For(turn.Task, new ModelRef("any", "model"), turn.Prompt) ?? turn.Prompt;
}
