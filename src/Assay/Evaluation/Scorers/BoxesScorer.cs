using Assay.Units;
using Assay.Vision;

namespace Assay.Evaluation.Scorers;

/// <summary>The boxes of a reply against those of the target: F1 of pairs with the same label at an IoU, and average precision beside it.</summary>
public sealed class BoxesScorer : ReplyScorer<BoxesOptions>
{
    public override string Id => "boxes";

    public override IReadOnlyList<ScorerOption> Options { get; } =
    [
        new("iou", "the least overlap of a pair, above 0 to 1", "0.5"),
        new("pass_at", "the least F1 that passes, above 0 to 1", "none: the reply is graded and neither passes nor fails"),
        new("frame", $"the convention in which replies are read: {string.Join(", ", BoxFrames.All.Select(f => f.Id))}", "what the reply and the prompt suggest (docs/vision.md)"),
        new("unit", "pixels or fractions: what the boxes of the target count", "pixels (of the first image as sent)"),
        new("value", "f1, ap50 (average precision at IoU 0.5) or ap (the mean over 0.5 to 0.95): which figure is the score", "f1"),
    ];

    private protected override BoxesOptions ReadOptions(OptionReader reader)
    {
        var frame = reader.Text("frame");
        if (frame is not null && BoxFrames.Find(frame) is null) reader.Wrong("frame", $"is '{frame}'");
        var unit = reader.Text("unit") ?? "pixels";
        if (unit is not ("pixels" or "fractions")) reader.Wrong("unit", $"is '{unit}'");
        var value = reader.Text("value") ?? "f1";
        if (value is not ("f1" or "ap50" or "ap")) reader.Wrong("value", $"is '{value}'");
        return new(reader.Number("iou", 0.5, 0, 1, above: true), reader.Number("pass_at", -1, 0, 1, above: true) is > 0 and var line ? line : null, BoxFrames.Find(frame), unit == "fractions", value);
    }

    private protected override string? TargetFault(Sample sample, BoxesOptions options)
    {
        if (sample.Images.Count == 0) return "Boxes are measured on an image, and the sample has none; add it under 'images'.";
        return BoxTarget.Read(sample.Target, null, options.Fractions, out var why) is null ? $"{why}; write {{\"label\": \"bolt\", \"box\": [left, top, width, height]}}{(options.Fractions ? ", from 0 to 1" : ", in pixels of the image as sent")}." : null;
    }

    private protected override Score Score(Sample sample, BoxesOptions options, ScoredReply reply)
    {
        if (Compare(sample, options, reply, out var why) is not { } comparison) return new Score.Unscored(why!);
        var expected = comparison.Target.Count;
        return comparison.Reading.Match(
            found => Of(comparison, found, options),
            _ => Result(options, 0, $"The reply says that there is nothing; {Words.Plural(expected, "box is", "boxes are")} wanted."),
            unreadable => Result(options, 0, $"{unreadable.Why} {Words.Plural(expected, "box is", "boxes are")} wanted."));
    }

    /// <summary>What a score of this reply is made of; null where options, target or the size of the image do not allow one.</summary>
    public BoxComparison? Compare(Sample sample, ScorerChoice choice, ScoredReply reply) =>
        choice.Id == Id && Fault(sample, choice) is null ? Compare(sample, OptionsOf(choice)!, reply, out _) : null;

    private static BoxComparison? Compare(Sample sample, BoxesOptions options, ScoredReply reply, out string? why)
    {
        why = "The size of the image as it was sent is not known, so boxes cannot be measured.";
        if (reply.ImageWidth is not > 0 || reply.ImageHeight is not > 0) return null;
        var size = new ImageSize(reply.ImageWidth.Value, reply.ImageHeight.Value);
        if (BoxTarget.Read(sample.Target, size, options.Fractions, out var fault) is not { } expected)
        {
            why = $"{fault}.";
            return null;
        }
        var reading = options.Frame is { } frame ? BoxReader.ReadAs(reply.Text, size, frame) : BoxReader.Read(reply.Text, size, prompt: sample.Input);
        return new(expected, reading, BoxMatching.Match(expected, reading is BoxReading.Found found ? found.Detections : [], options.Iou, sameLabel: true), options.Iou);
    }

    private static Score Of(BoxComparison comparison, BoxReading.Found found, BoxesOptions options)
    {
        var (expected, detections, match) = (comparison.Target, found.Detections, comparison.Match);
        var f1 = 2.0 * match.Both.Count / (expected.Count + detections.Count);
        var precision = AveragePrecision.Of([new(expected, detections)]) as PrecisionScore.Computed;
        var value = options.Value switch { "ap50" => precision?.Ap50, "ap" => precision?.Ap, _ => f1 };
        if (value is null) return new Score.Unscored("Some boxes of the reply have a score and some have none, so there is no average precision.");
        var figures = precision is null ? "" : $", AP@.5 {precision.Ap50:0.###}, AP@[.5:.95] {precision.Ap:0.###}";
        return Result(options, value.Value, $"{Format.Exact(match.Both.Count)} of {Words.Plural(expected.Count, "box", "boxes")} found at IoU {options.Iou:0.##}, {Format.Exact(match.OnlyB.Count)} too many: F1 {f1:0.###}{figures}. Read as {found.Frame.Words}.");
    }

    private static Score.Scored Result(BoxesOptions options, double value, string why) => new(Math.Clamp(value, 0, 1), options.PassAt is { } least ? value >= least : null, why);
}

/// <summary>What a suite sets of <see cref="BoxesScorer"/>.</summary>
/// <param name="Frame">Null: what reply and prompt suggest.</param>
/// <param name="Fractions">Whether the target counts from 0 to 1.</param>
/// <param name="Value"><c>f1</c>, <c>ap50</c>, <c>ap</c>.</param>
public sealed record BoxesOptions(double Iou, double? PassAt, BoxFrame? Frame, bool Fractions, string Value);
