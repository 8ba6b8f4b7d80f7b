using System.Globalization;
using Assay.Host.Playground;

namespace Assay.Host.Evaluation;

/// <summary>How matched, missed and extra boxes are told apart without their colour: by stroke and by word.</summary>
public static class BoxMarks
{
    public static readonly IReadOnlyList<string> Kinds = ["matched", "missed", "extra", "read"];

    /// <summary>Lengths of stroke and gap; empty for a whole line.</summary>
    public static string Dashes(string kind) => kind switch { "missed" => "9 5", "extra" => "2 3", _ => "" };

    /// <summary>"bolt, IoU 0.83", "missed: bolt", "extra: nut 0.40".</summary>
    public static string Label(EvalBoxView box) => box.Kind switch
    {
        "matched" => $"{BoxText.Of(box.Target!)}, IoU {Iou(box)}",
        "read" => BoxText.Of(box.Shown),
        _ => $"{box.Kind}: {BoxText.Of(box.Shown)}",
    };

    /// <summary>"0.83", or "none" where nothing of the other side touches it.</summary>
    public static string Iou(EvalBoxView box) => box.Iou is { } iou ? iou.ToString("0.00", CultureInfo.InvariantCulture) : "none";

    /// <summary>"2 matched, 1 missed, 0 extra".</summary>
    public static string Counts(EvalBoxesView boxes) =>
        boxes.LeastIou is null ? Units.Words.Plural(boxes.Boxes.Count, "box", "boxes") : string.Join(", ", Kinds.Take(3).Select(k => $"{boxes.Count(k)} {k}"));
}
