using Assay.Calls;
using Assay.Units;
using Assay.Vision.Replies;

namespace Assay.Vision;

/// <summary>
/// Chooses the frame of a reply's boxes. First what is known (the model's habit, what the prompt asked, what the form suggests), as long as it holds
/// four boxes in five; else, of the frames that hold most boxes, the tightest: of two scales that both hold a set of numbers the smaller one is the
/// likelier, as it would be by maximum likelihood for evenly spread boxes.
/// </summary>
internal sealed class FrameChoice
{
    private const double Enough = 0.8;

    private readonly RawBoxes raw;
    private readonly ImageSize sent;
    private readonly BoxHabit? habit;
    private readonly BoxFrame? asked;
    private readonly IReadOnlyList<double?> scores;
    private readonly List<string> notes = [];
    private readonly BoxNumbers[] numbers;
    private readonly bool bins;

    public FrameChoice(RawBoxes raw, ImageSize sent, ModelRef? model, string? prompt)
    {
        this.raw = raw;
        this.sent = sent;
        habit = BoxHabit.Of(model);
        asked = AskedFrame.In(prompt);
        numbers = [.. raw.Boxes.Select(b => b.Numbers).OfType<BoxNumbers>()];
        bins = numbers.Any(n => n.Shape is BoxShape.BinsXFirst or BoxShape.BinsYFirst);
        scores = ReplyScores.Read([.. raw.Boxes.Select(b => b.Score)], notes);
        if (raw.Cut) notes.Add("The reply ends in the middle: boxes that were complete are kept, what came after is lost.");
        if (raw.Repeats > 0) notes.Add(raw.Repeats == 1 ? "One box stands there twice and is taken once." : $"{Format.Exact(raw.Repeats)} boxes are repeats of others and are taken once.");
        if (raw.LeftOut > 0) notes.Add($"Only the first {Format.Exact(RawBoxes.Most)} boxes are read; {Format.Exact(raw.LeftOut)} more are left out.");
    }

    public BoxReading Choose()
    {
        if (habit is { Certain: true, Frame: { } own }) return In(own, $"{habit.Family} write {own.Words}.");
        var candidates = Candidates();
        var readings = candidates.Select(In).ToArray();
        var best = readings.Length == 0 ? 0 : readings.Max(r => r.Detections.Count);
        if (best == 0) return Unreadable(readings);
        List<string> against = [];
        foreach (var (frame, why) in Known(candidates))
        {
            var reading = readings.First(r => r.Frame == frame);
            if (reading.Detections.Count >= Enough * numbers.Length) return Found(reading, [.. against, $"{why} {Frames(reading)}"], readings);
            against.Add($"{why} {frame.Words}, but {Misfits(numbers.Length - reading.Detections.Count)}.");
        }
        var preferred = Known(candidates).Select(k => k.Frame).FirstOrDefault();
        var chosen = readings.Where(r => r.Detections.Count == best && r.Frame.BySight)
            .OrderBy(r => Area(r.Frame)).ThenBy(r => r.Frame.Order == preferred?.Order ? 0 : 1).FirstOrDefault()
            ?? readings.First(r => r.Detections.Count == best);
        return Found(chosen, [.. against, Tightest(chosen, readings)], readings);
    }

    /// <summary>The reading in one frame, whatever speaks for another.</summary>
    public BoxReading In(BoxFrame frame, string why)
    {
        var reading = In(frame);
        return reading.Detections.Count == 0 ? Unreadable([reading]) : new BoxReading.Found(reading, why, []) { Notes = notes };
    }

    private BoxReading.Found Found(FrameReading reading, IReadOnlyList<string> why, FrameReading[] readings)
    {
        List<FrameReading> others = [];
        foreach (var other in readings)
        {
            if (other.Detections.Count >= reading.Detections.Count && !Same(other, reading) && others.All(o => !Same(o, other))) others.Add(other);
        }
        return new(reading, string.Join(' ', why), others) { Notes = notes };
    }

    private BoxReading.Unreadable Unreadable(FrameReading[] readings)
    {
        var refused = readings.Length > 0 ? readings[0].Refused : [.. raw.Boxes.Select(b => new RefusedBox(b.Label, b.Quoted, b.Why ?? "not four numbers"))];
        var first = refused[0];
        return new($"{Words.Sentence(raw.Boxes.Count == 1 ? "the one box" : $"none of the {Format.Exact(raw.Boxes.Count)} boxes")} {(raw.Boxes.Count == 1 ? "fits no convention" : "fits any convention")}: {first.Quoted}: {first.Why}.") { Refused = refused };
    }

    private BoxFrame[] Candidates()
    {
        if (numbers.Length == 0) return [];
        if (bins) return [.. BoxFrames.All.Where(f => numbers.Any(n => f.Reads(n.Shape)) && f.Unit == BoxUnit.Bin)];
        // Named sides leave no order open; one list among them does, and then their own names still go before the frame's order.
        var shape = numbers.Any(n => n.Shape == BoxShape.List) ? BoxShape.List : BoxShape.Corners;
        // Where nothing is above 1, thousandths and pixels would make specks of everything: the numbers are fractions.
        var fractions = numbers.All(n => !(n.Largest > 1 + BoxFrame.Slack));
        return [.. BoxFrames.All.Where(f => f.Unit != BoxUnit.Bin && f.Reads(shape) && (!fractions || f.Unit == BoxUnit.Fraction))];
    }

    /// <summary>What is known of the reply's convention, the weightiest first; each as a sentence that the frame's words complete.</summary>
    private IEnumerable<(BoxFrame Frame, string Why)> Known(BoxFrame[] candidates)
    {
        List<(BoxFrame? Frame, string Why)> known = [];
        var ofHabit = (habit?.Frame, $"The model is of the family {habit?.Family}, which writes");
        if (habit is { Fixed: true }) known.Add(ofHabit);
        if (asked is not null) known.Add(habit is { Fixed: false, Frame.Unit: BoxUnit.ResizedPixel } && asked.Unit == BoxUnit.Pixel && asked.Order == BoxOrder.XFirst ? ofHabit : (asked, "The prompt asked for"));
        if (habit is { Fixed: false }) known.Add(ofHabit);
        if (raw.Hint is { } hint) known.Add((hint.Frame, Words.Sentence(hint.Why)));
        if (bins) known.Add((candidates[0], "The reply has"));
        return known.Where(k => k.Frame is not null)
            .Select(k => (Frame: candidates.Contains(k.Frame!) ? k.Frame : candidates.FirstOrDefault(c => c.Unit == k.Frame!.Unit && c.Order == BoxOrder.XFirst), k.Why))
            .Where(k => k.Frame is not null).Select(k => (k.Frame!, k.Why)).DistinctBy(k => k.Item1);
    }

    private FrameReading In(BoxFrame frame)
    {
        List<Detection> detections = [];
        List<RefusedBox> refused = [];
        double furthest = 0;
        var cut = 0;
        for (var i = 0; i < raw.Boxes.Count; i++)
        {
            var box = raw.Boxes[i];
            if (box.Numbers is null) refused.Add(new(box.Label, box.Quoted, box.Why ?? "not four numbers"));
            else if (bins != box.Numbers.Shape is BoxShape.BinsXFirst or BoxShape.BinsYFirst) refused.Add(new(box.Label, box.Quoted, "written in another way than the rest"));
            else if (frame.Place(box.Numbers, sent) is PlacedBox.Placed placed)
            {
                detections.Add(new(box.Label, scores[i], placed.Box));
                if (placed.Over > 0) cut++;
                furthest = Math.Max(furthest, placed.Over);
            }
            else refused.Add(new(box.Label, box.Quoted, ((PlacedBox.Refused)frame.Place(box.Numbers, sent)).Why));
        }
        string[] said = cut == 0 ? [] : [$"{Words.Plural(cut, "box reaches", "boxes reach")} over the edge of the image by at most {Format.Percent(Math.Max(0.001m, (decimal)furthest))} and {(cut == 1 ? "is" : "are")} cut there."];
        return new(frame, detections, refused, said);
    }

    private string Tightest(FrameReading chosen, FrameReading[] readings)
    {
        var rivals = readings.Count(r => r.Detections.Count >= chosen.Detections.Count && r.Frame.BySight);
        if (numbers.All(n => n.Shape is not BoxShape.List) && chosen.Frame.Unit == BoxUnit.Fraction) return "The reply names the sides, and no number is above 1: fractions.";
        return rivals <= 1
            ? $"Nothing else is known of how this model writes boxes; {Fit(chosen.Detections.Count)} {chosen.Frame.Words}, and no other convention holds as many."
            : $"Nothing else is known of how this model writes boxes; of the {Format.Exact(rivals)} conventions that hold {Of(chosen.Detections.Count)}, {chosen.Frame.Words} is the tightest.";
    }

    private string Frames(FrameReading reading) => $"{reading.Frame.Words}; {Fit(reading.Detections.Count)}.";

    private string Fit(int count) => Of(count) + (count == 1 ? " fits" : " fit");

    private string Misfits(int count) => numbers.Length == 1 ? "the one box does not fit it" : count == numbers.Length ? $"none of the {Format.Exact(count)} boxes fits it" : $"{Of(count)} {(count == 1 ? "does" : "do")} not fit it";

    private string Of(int count) => numbers.Length == 1 ? "the one box" : count == numbers.Length ? $"all {Format.Exact(count)} boxes" : $"{Format.Exact(count)} of {Format.Exact(numbers.Length)} boxes";

    private double Area(BoxFrame frame)
    {
        var (across, down) = frame.Extent(sent);
        return across * down;
    }

    private static bool Same(FrameReading a, FrameReading b) => a.Detections.Count == b.Detections.Count && a.Detections.Zip(b.Detections).All(p =>
        Near(p.First.Box.X0, p.Second.Box.X0) && Near(p.First.Box.Y0, p.Second.Box.Y0) && Near(p.First.Box.X1, p.Second.Box.X1) && Near(p.First.Box.Y1, p.Second.Box.Y1));

    private static bool Near(double a, double b) => Math.Abs(a - b) < 0.0005;
}
