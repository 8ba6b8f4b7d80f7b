using Assay.Evaluation.Scorers;
using Assay.Host.Playground;
using Assay.Vision;

namespace Assay.Host.Evaluation;

/// <summary>The image that boxes are measured on, as it was sent.</summary>
/// <param name="Width">Pixels.</param>
public sealed record EvalPictureView(string Address, int Width, int Height);

/// <summary>The boxes of a reply, held against those of the target where the scorer does so.</summary>
public sealed record EvalBoxesView
{
    /// <summary><c>found</c>, <c>nothing</c> (the model says that there is nothing) or <c>unreadable</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why nothing can be read, or in which convention the boxes are read.</summary>
    public required string? Why { get; init; }

    /// <summary>The least overlap of a pair, above 0 to 1; null where the target is no boxes and nothing is paired.</summary>
    public double? LeastIou { get; init; }

    /// <summary>Those that match, those that were missed, those too many, in this order.</summary>
    public required IReadOnlyList<EvalBoxView> Boxes { get; init; }

    public int Count(string kind) => Boxes.Count(b => b.Kind == kind);

    public static EvalBoxesView Of(BoxComparison c)
    {
        IReadOnlyList<Detection> read = c.Reading is BoxReading.Found found ? found.Detections : [];
        return Read(c.Reading) with
        {
            LeastIou = c.Iou,
            Boxes =
            [
                .. c.Match.Both.Select(p => new EvalBoxView("matched", BoxView.Of(p.A), BoxView.Of(p.B), p.Iou)),
                .. c.Match.OnlyA.Select(d => Alone("missed", d, read, isTarget: true)),
                .. c.Match.OnlyB.Select(d => Alone("extra", d, c.Target, isTarget: false)),
            ],
        };
    }

    /// <summary>Boxes that nothing is held against.</summary>
    public static EvalBoxesView Read(BoxReading reading) => reading.Match(
        found => new EvalBoxesView { State = "found", Why = $"Read as {found.Frame.Words}.", Boxes = [.. found.Detections.Select(d => new EvalBoxView("read", null, BoxView.Of(d), null))] },
        _ => new EvalBoxesView { State = "nothing", Why = null, Boxes = [] },
        unreadable => new EvalBoxesView { State = "unreadable", Why = unreadable.Why, Boxes = [] });

    /// <summary>With the one of the other side that comes nearest, so that a reader sees what kept the two apart.</summary>
    private static EvalBoxView Alone(string kind, Detection box, IReadOnlyList<Detection> others, bool isTarget)
    {
        var (nearest, iou) = others.Select(o => (o, Iou: box.Box.Iou(o.Box))).Where(o => o.Iou > 0).OrderByDescending(o => o.Iou).FirstOrDefault();
        var view = BoxView.Of(box);
        return new(kind, isTarget ? view : null, isTarget ? null : view, nearest is null ? null : iou) { Nearest = nearest?.Label };
    }
}

/// <summary>A box of target, reply or both.</summary>
/// <param name="Kind"><c>matched</c>, <c>missed</c> (in the target alone), <c>extra</c> (in the reply alone) or <c>read</c>, where there is nothing to hold it against.</param>
/// <param name="Target">Null where the target has no such box.</param>
/// <param name="Read">Null where the reply has none.</param>
/// <param name="Iou">Of the pair; for one that stands alone, with the nearest of the other side. Null where none touches it.</param>
public sealed record EvalBoxView(string Kind, BoxView? Target, BoxView? Read, double? Iou)
{
    /// <summary>Label of the nearest on the other side, for a box that stands alone; it may be paired with another one.</summary>
    public string? Nearest { get; init; }

    public BoxView Shown => Read ?? Target!;
}
