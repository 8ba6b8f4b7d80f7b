using System.Buffers;
using System.Text;
using System.Text.Json;
using Assay.Calls;
using Assay.Host.Web;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>The events of a turn by name and data, as docs/playground.md lists them.</summary>
internal sealed class TurnTelling(TurnViewBuilder views)
{
    public (string Name, string Data)? Of(TurnEvent what) => what switch
    {
        TurnEvent.Started s => ("turn", JsonSerializer.Serialize(views.Of(s.Turn, running: true), AssayJson.Default.TurnView)),
        TurnEvent.Pictured p => ("image", JsonSerializer.Serialize(TurnViewBuilder.Of(p.Image), AssayJson.Default.SentImageView)),
        TurnEvent.OfLane { What: CallEvent.Ended ended } l => ("lane", JsonSerializer.Serialize(views.Of(new Lane(l.Place, ended.Transcript.Model, ended.Transcript), running: true), AssayJson.Default.LaneView)),
        TurnEvent.OfLane l => Small(l.Place, l.What),
        TurnEvent.Ended => ("end", "{}"),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static (string Name, string Data) Small(int place, CallEvent what)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("lane", place);
            Fill(json, what);
            json.WriteEndObject();
        }
        return (Name(what), Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static string Name(CallEvent what) => what switch
    {
        CallEvent.Waiting => "waiting",
        CallEvent.AttemptStarted => "attempt",
        CallEvent.Progress => "progress",
        CallEvent.Text => "text",
        CallEvent.Reasoning => "reasoning",
        CallEvent.AttemptFailed => "attempt_failed",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static void Fill(Utf8JsonWriter json, CallEvent what)
    {
        switch (what)
        {
            case CallEvent.Waiting w:
                json.WriteString("why", w.Why);
                if (w.AtMost is { } most) json.WriteNumber("at_most_ms", most.TotalMilliseconds);
                break;
            case CallEvent.AttemptStarted a: json.WriteNumber("number", a.Number); break;
            case CallEvent.Progress p:
                json.WriteString("words", p.Words);
                if (p.Done is { } done) json.WriteNumber("done", done);
                break;
            case CallEvent.Text t: json.WriteString("text", t.Piece); break;
            case CallEvent.Reasoning r: json.WriteString("text", r.Piece); break;
            case CallEvent.AttemptFailed f:
                json.WriteNumber("number", f.Number);
                json.WriteString("kind", TurnViewBuilder.Word(f.Failure.Kind));
                json.WriteString("message", f.Failure.Message);
                if (f.RetryIn is { } retry) json.WriteNumber("retry_in_ms", retry.TotalMilliseconds);
                break;
        }
    }
}
