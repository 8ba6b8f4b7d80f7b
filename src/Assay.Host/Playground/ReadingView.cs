using Assay.Calls;
using Assay.Vision;

namespace Assay.Host.Playground;

/// <summary>What a reply says of the image: boxes where objects were asked for, labels where it was to be classified.</summary>
public sealed record ReadingView
{
    /// <summary><c>found</c>, <c>nothing</c> (the model says that there is nothing) or <c>unreadable</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why nothing can be read; or why the boxes are read in this frame.</summary>
    public string? Why { get; init; }

    /// <summary>What a reader should know: cut replies, repeats, numbers that were changed. Sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The convention in which the boxes are read; null where there are none.</summary>
    public FrameView? Frame { get; init; }

    /// <summary>Conventions in which the same reply says something else.</summary>
    public IReadOnlyList<FrameView> Others { get; init; } = [];

    public IReadOnlyList<BoxView> Boxes { get; init; } = [];

    /// <summary>Boxes of the reply that make no sense on this image.</summary>
    public IReadOnlyList<RefusedBoxView> Refused { get; init; } = [];

    /// <summary>The best first.</summary>
    public IReadOnlyList<LabelView> Labels { get; init; } = [];

    /// <param name="frame">The convention that a reader chose; null: the one that fits.</param>
    public static ReadingView? Of(Transcript transcript, CallOutcome.Replied reply, BoxFrame? frame) => transcript.Task switch
    {
        ModelTask.Detect when transcript.Images.Count > 0 => Boxed(transcript, reply, frame),
        ModelTask.Classify => LabelReading.Read(reply.Text).Match(
            ranked => new ReadingView { State = "found", Notes = ranked.Notes, Labels = [.. ranked.Labels.Select(l => new LabelView(l.Rank, l.Label, l.Score))] },
            _ => new ReadingView { State = "nothing" },
            unreadable => new ReadingView { State = "unreadable", Why = unreadable.Why }),
        _ => null,
    };

    private static ReadingView Boxed(Transcript transcript, CallOutcome.Replied reply, BoxFrame? frame)
    {
        var size = ImageSize.Of(transcript.Images[0]);
        var usual = BoxReader.Read(reply.Text, size, transcript.Model, transcript.Prompt);
        var chosen = frame is null ? usual : BoxReader.ReadAs(reply.Text, size, frame);
        // The others of a reading by hand include the one that would have been taken.
        var all = usual is BoxReading.Found f ? (IEnumerable<FrameReading>)[f.Read, .. f.Others] : [];
        return chosen.Match(
            found => new ReadingView
            {
                State = "found", Why = found.Why, Notes = [.. found.Notes, .. found.Read.Notes], Frame = View(found.Read), Others = [.. all.Where(o => o.Frame.Id != found.Frame.Id).Select(View)],
                Boxes = [.. found.Detections.Select(BoxView.Of)], Refused = [.. found.Read.Refused.Select(View)],
            },
            _ => new ReadingView { State = "nothing" },
            unreadable => new ReadingView { State = "unreadable", Why = unreadable.Why, Others = [.. all.Select(View)], Refused = [.. unreadable.Refused.Select(View)] });
    }

    private static FrameView View(FrameReading reading) => new(reading.Frame.Id, reading.Frame.Words, reading.Detections.Count);
    private static RefusedBoxView View(RefusedBox box) => new(box.Label, box.Quoted, box.Why);
}

/// <param name="Words">For people, after "read as".</param>
/// <param name="Boxes">How many boxes it gives.</param>
public sealed record FrameView(string Id, string Words, int Boxes);

/// <summary>A box in fractions of the upright image, 0 to 1, origin at the top left.</summary>
/// <param name="Score">0 to 1; null where the model gave none.</param>
public sealed record BoxView(string Label, double? Score, double X0, double Y0, double X1, double Y1)
{
    public static BoxView Of(Detection d) => new(d.Label, d.Score, d.Box.X0, d.Box.Y0, d.Box.X1, d.Box.Y1);

    public Detection Detection() => new(Label, Score, new(X0, Y0, X1, Y1));
}

public sealed record RefusedBoxView(string Label, string Quoted, string Why);

/// <param name="Score">0 to 1; null where the model gave none.</param>
public sealed record LabelView(int Rank, string Label, double? Score);
