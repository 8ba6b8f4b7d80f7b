using System.Text.Json;
using Assay.Calls;
using Assay.Playground;
using Assay.Units;
using Assay.Vision;

namespace Assay.Host.Playground;

/// <summary>Turns to the view that page, JSON, command line and event stream share.</summary>
public sealed class TurnViewBuilder(PlaygroundModels models)
{
    /// <param name="running">Whether lanes without a transcript still run.</param>
    /// <param name="query">How replies are read and compared; null for the usual way.</param>
    public TurnView Of(Turn turn, bool running, ReadingQuery? query = null)
    {
        query ??= ReadingQuery.From(QueryCollection.Empty, turn);
        var view = Plain(turn, running, query);
        return view with { Compared = ComparedView.Of(view, query) };
    }

    /// <summary>For lists: without what takes time to compare.</summary>
    public TurnView Brief(Turn turn, bool running) => Plain(turn with { Reference = null }, running, new()) with { Reference = turn.Reference };

    private TurnView Plain(Turn turn, bool running, ReadingQuery query) => new()
    {
        Id = turn.Id.Text, Created = turn.Created, Task = turn.Task.Name(), Prompt = turn.Prompt, Reference = turn.Reference, Images = [.. turn.Images.Select(Of)],
        State = turn.Lanes.All(l => l.Transcript is not null) ? "ended" : running ? "running" : "interrupted",
        Lanes = [.. turn.Lanes.Select(l => Of(l, running, query.Frames.GetValueOrDefault(l.Place), turn.Task is ModelTask.Ocr ? turn.Reference : null))],
    };

    public LaneView Of(Lane lane, bool running, BoxFrame? frame = null, string? reference = null)
    {
        var name = models.Name(lane.Model);
        var view = new LaneView
        {
            Place = lane.Place, Model = lane.Model.ToString(), Name = name.Name, Provider = name.Provider, ModelId = name.ModelId, State = running ? "running" : "interrupted",
        };
        return lane.Transcript is { } transcript ? Fill(view, transcript, frame, reference) : view;
    }

    private LaneView Fill(LaneView view, Transcript t, BoxFrame? frame, string? reference)
    {
        var last = t.Attempts.Count > 0 ? t.Attempts[^1] : null;
        view = view with
        {
            Prompt = t.Prompt, Images = [.. t.Images.Select(Of)], Started = t.Started, TotalMs = t.Total.TotalMilliseconds, FirstTokenMs = last?.FirstToken?.TotalMilliseconds,
            Attempts = [.. t.Attempts.Select(a => new LaneAttemptView(a.Number, a.FirstByte?.TotalMilliseconds, a.FirstToken?.TotalMilliseconds, a.Duration.TotalMilliseconds, a.Status, Of(a.Failure)))],
            // An engine of this machine makes no tokens; what is counted from its reply would be an invention.
            Usage = t.Usage is { } u ? new(u.Input, u.Output, u.Reasoning, u.CacheRead, u.ImageInput, Word(u.Origin)) : null,
            Cost = t.Cost is { } c ? new(c.Usd, t.Model.IsLocal ? "none: it ran here" : c.Usd is { } usd ? Format.Usd(usd) : "unknown", c.Why, c.Offer, models.Evidence(c.Offer)) : null,
            NotHonoured = t.NotHonoured, HasExchange = t.Attempts.Count > 0,
        };
        return t.Outcome switch
        {
            CallOutcome.Replied r => view with
            {
                State = "replied", Text = r.Text, Reasoning = r.Reasoning, Stop = Word(r.Stop), StopWords = StopText.Of(r), ServedModel = r.ServedModel == t.Model.Model ? null : r.ServedModel,
                Reading = ReadingView.Of(t, r, frame), Cer = reference is null ? null : RateView.Of(TextError.Characters(reference, TextReading.Read(r.Text))), Wer = reference is null ? null : RateView.Of(TextError.Words(reference, TextReading.Read(r.Text))),
            },
            CallOutcome.Failed f => view with { State = "failed", Failure = Of(f.Failure), PartialText = f.PartialText, PossiblyPaid = f.Failure.PossiblyPaid },
            CallOutcome.Cancelled s => view with { State = "cancelled", PartialText = s.PartialText, PossiblyPaid = s.PossiblyPaid },
            _ => throw new ArgumentOutOfRangeException(nameof(t)),
        };
    }

    private static SentImageView Of(SentImage i) => new(i.Hash, i.MediaType, i.Width, i.Height, i.Length);

    internal static FailureView? Of(CallFailure? f) => f is null ? null : new(Word(f.Kind), f.Message, f.Status, f.MayPass);

    internal static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
