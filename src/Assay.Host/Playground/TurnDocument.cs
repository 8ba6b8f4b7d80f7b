using System.Globalization;
using Assay.Calls;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Playground;

/// <summary>A turn as text: the answer of the command line, and the export as Markdown.</summary>
public static class TurnDocument
{
    /// <param name="least">Boxes with a lower score are left out.</param>
    /// <param name="quiet">Only the replies: no figures.</param>
    public static Document Of(TurnView turn, double least, bool quiet = false)
    {
        var task = ModelTasks.Find(turn.Task)!.Value;
        var document = new Document(task.Label());
        if (!quiet)
        {
            document.Heading(1, $"{task.Label()}{(turn.Prompt.Length > 0 ? $": {Document.Safe(OneLine(turn.Prompt))}" : "")}");
            document.Bullets([new(new Phrase($"Turn {turn.Id}, {turn.Created.UtcDateTime:yyyy-MM-dd HH:mm} UTC", Tone.Quiet)), .. turn.Images.Select(i => new BulletItem(new Phrase($"Image {i.Width} × {i.Height}, {Format.Exact(i.Length)} bytes, SHA-256 {i.Hash}", Tone.Quiet)))]);
        }
        foreach (var lane in turn.Lanes) Lane(document, lane, task, least, quiet, alone: quiet && turn.Lanes.Count == 1);
        if (!quiet && turn.Compared is { } compared) Compare(document, turn, compared);
        return document;
    }

    private static void Lane(Document document, LaneView lane, ModelTask task, double least, bool quiet, bool alone)
    {
        if (!alone) document.Heading(2, $"{lane.Name} ({lane.Provider})");
        if (lane.Failure is { } failure) document.Paragraph(new($"✗ No answer. {Document.Safe(failure.Message)}{(lane.PossiblyPaid ? " The provider may charge for it all the same." : "")}", Tone.No));
        else if (lane.State is not "replied") document.Paragraph(new(lane.State == "cancelled" ? "Stopped before it ended." : "Interrupted: the program ended before this call did.", Tone.Unknown));
        if (lane.StopWords is { } stop) document.Paragraph(new(Document.Safe(stop), Tone.Quiet));
        if (lane.Text is not null) Reply(document, lane, task, least);
        if (!quiet && lane.TotalMs is not null) document.Bullets([new(new Phrase(string.Join(" · ", Figures(lane)), Tone.Quiet))]);
    }

    private static void Reply(Document document, LaneView lane, ModelTask task, double least)
    {
        switch (lane.Reading)
        {
            case { State: "unreadable" } unreadable:
                document.Paragraph(new($"Cannot be read. {unreadable.Why}", Tone.Unknown));
                document.Verbatim(lane.Text!);
                break;
            case { State: "nothing" }:
                document.Paragraph("The model says that there is nothing.");
                break;
            case { } reading when task is ModelTask.Detect:
                var size = lane.Images[0];
                document.Table(new([new("Label"), new("Score", true), new("Left", true), new("Top", true), new("Width", true), new("Height", true)],
                    [.. ComparedView.Shown(reading, least).Select(b => new Row([Document.Safe(b.Label), Score(b.Score), Px(b.X0 * size.Width), Px(b.Y0 * size.Height), Px((b.X1 - b.X0) * size.Width), Px((b.Y1 - b.Y0) * size.Height)]))]));
                document.Paragraph(new($"Read as {reading.Frame!.Words}; in pixels of the image.{Left(reading, least)}", Tone.Quiet));
                break;
            case { } reading:
                document.Table(new([new("Label"), new("Score", true)], [.. reading.Labels.Select(l => new Row([Document.Safe(l.Label), Score(l.Score)]))]));
                break;
            default:
                document.Verbatim(lane.Text!);
                break;
        }
        if (lane.Cer is { } cer) document.Paragraph(new($"Against the reference: characters wrong {Rate(cer)}, words wrong {Rate(lane.Wer!)}."));
    }

    private static string Left(ReadingView reading, double least) =>
        reading.Boxes.Count - ComparedView.Shown(reading, least).Count() is > 0 and var left ? $" {Words.Plural(left, "box", "boxes")} with a score below {least.ToString(CultureInfo.InvariantCulture)} left out." : "";

    private static void Compare(Document document, TurnView turn, ComparedView c)
    {
        if (c is not { Both: { } both, OnlyA: { } onlyA, OnlyB: { } onlyB }) return;
        string Name(string place) => turn.Lanes[int.Parse(place, CultureInfo.InvariantCulture)].Name;
        document.Heading(2, "Do they see the same?").Paragraph($"{Name(c.A)} and {Name(c.B)}: {Words.Plural(both.Count, "box", "boxes")} in common, {onlyA.Count} only {Name(c.A)}, {onlyB.Count} only {Name(c.B)}.");
    }

    private static IEnumerable<string> Figures(LaneView lane)
    {
        if (lane.FirstTokenMs is { } first) yield return $"first words after {LaneText.Time(first)}";
        yield return $"total {LaneText.Time(lane.TotalMs!.Value)}";
        if (lane.Usage is { } u) yield return $"{(u.Input is { } i ? Format.Exact(i) : "?")} tokens in, {(u.Output is { } o ? Format.Exact(o) : "?")} out ({(u.Origin == "reported" ? "reported" : "estimated")})";
        if (lane.Cost is { } cost) yield return cost.Usd is null ? $"cost unknown: {cost.Why}" : $"cost {cost.Display}";
        if (lane.Attempts.Count > 1) yield return $"{lane.Attempts.Count} attempts";
        foreach (var (parameter, why) in lane.NotHonoured) yield return $"{parameter} not sent: {why}";
    }

    private static string Rate(RateView rate) => rate.Rate is { } share ? $"{Format.Percent((decimal)share)} ({rate.Errors} of {rate.Length})" : rate.Why!;
    private static string Score(double? score) => score is { } s ? s.ToString("0.00", CultureInfo.InvariantCulture) : "–";
    private static string Px(double pixels) => BoxText.Pixels(pixels);
    private static string OneLine(string text) => text.ReplaceLineEndings(" ") is { Length: > 120 } longer ? longer[..118] + "…" : text.ReplaceLineEndings(" ");
}
