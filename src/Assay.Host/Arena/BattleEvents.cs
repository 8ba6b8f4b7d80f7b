using System.Text.Json;
using Assay.Arena;
using Assay.Calls;
using Assay.Host.Playground;
using Assay.Host.Web;
using Assay.Playground;

namespace Assay.Host.Arena;

/// <summary>
/// The events of a battle as its turn goes on, told of sides alone: without the words of providers and engines, which name them, and without the text of replies that are
/// shown as boxes or labels.
/// </summary>
internal sealed class BattleEvents(Battle battle, BattleViews views, string voter)
{
    /// <summary>Null for what would tell too much.</summary>
    public (string Name, string Data)? Of(TurnEvent what) => what switch
    {
        TurnEvent.Started => ("battle", JsonSerializer.Serialize(views.Of(battle, voter) with { State = "running", Words = "Both are asked. The names are told after your vote.", Vote = null, Left = Waiting("a"), Right = Waiting("b") }, AssayJson.Default.BattleView)),
        TurnEvent.Pictured p => ("image", JsonSerializer.Serialize(TurnViewBuilder.Of(p.Image), AssayJson.Default.SentImageView)),
        TurnEvent.OfLane { What: CallEvent.Ended ended } l => ("lane", Json(l.Place, w =>
        {
            w.WritePropertyName("reply");
            JsonSerializer.Serialize(w, views.Blind(new(l.Place, ended.Transcript.Model, ended.Transcript), running: true), AssayJson.Default.SideView);
        })),
        TurnEvent.OfLane { What: CallEvent.Text text } l when battle.Task is not (ModelTask.Detect or ModelTask.Classify) => ("text", Json(l.Place, w => w.WriteString("text", text.Piece))),
        TurnEvent.OfLane { What: CallEvent.Waiting } l => ("waiting", Json(l.Place, w => w.WriteString("why", "Waiting for its turn."))),
        // An engine's own words name it.
        TurnEvent.OfLane { What: CallEvent.Progress progress } l => ("progress", Json(l.Place, w =>
        {
            w.WriteString("words", "Getting ready …");
            if (progress.Done is { } done) w.WriteNumber("done", Math.Round(done, 2));
        })),
        TurnEvent.OfLane { What: CallEvent.AttemptStarted attempt } l => ("attempt", Json(l.Place, w => w.WriteNumber("number", attempt.Number))),
        TurnEvent.OfLane { What: CallEvent.AttemptFailed failed } l => ("attempt_failed", Json(l.Place, w =>
        {
            w.WriteString("message", "An attempt failed.");
            if (failed.RetryIn is { } retry) w.WriteNumber("retry_in_ms", Math.Round(retry.TotalMilliseconds));
        })),
        TurnEvent.Ended => ("end", "{}"),
        _ => null,
    };

    private static SideView Waiting(string side) => new() { Side = side, State = "running" };

    private static string Json(int place, Action<Utf8JsonWriter> fill)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("lane", place);
            json.WriteString("side", place == 0 ? "a" : "b");
            fill(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
