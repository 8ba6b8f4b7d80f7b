using Assay.Calls;

namespace Assay.Adapters.Storage.Turns;

/// <summary>Transcripts to their kept form and back. The bytes of the exchange go their own way.</summary>
internal static class TranscriptForm
{
    public static StoredTranscript Of(Transcript t) => new()
    {
        Model = t.Model.ToString(), Task = t.Task.Name(), System = t.System, Prompt = t.Prompt, Images = [.. t.Images.Select(Of)], Asked = t.Asked == new CallParameters() ? null : t.Asked,
        NotHonoured = t.NotHonoured.Count == 0 ? null : t.NotHonoured, Outcome = Of(t.Outcome), Started = t.Started, Total = Time(t.Total),
        Attempts = [.. t.Attempts.Select(Of)], Usage = Of(t.Usage), Cost = Of(t.Cost), Exchange = Of(t.Exchange),
    };

    /// <summary>Without the exchange.</summary>
    public static Transcript Read(StoredTranscript s) => new()
    {
        Model = Model(s.Model), Task = ModelTasks.Find(s.Task) ?? throw Damaged($"task '{s.Task}'"), System = s.System, Prompt = s.Prompt, Images = [.. s.Images.Select(Read)], Asked = s.Asked ?? new(),
        NotHonoured = s.NotHonoured ?? new Dictionary<string, string>(), Outcome = Read(s.Outcome), Started = s.Started, Total = Time(s.Total),
        Attempts = [.. s.Attempts.Select(Read)], Usage = Read(s.Usage), Cost = Read(s.Cost),
    };

    public static StoredAttempt Of(Attempt a) => new(a.Number, a.Started, Time(a.FirstByte), Time(a.FirstToken), Time(a.Duration), a.Status, Of(a.Failure));
    public static Attempt Read(StoredAttempt a) => new(a.Number, a.Started) { FirstByte = Time(a.FirstByte), FirstToken = Time(a.FirstToken), Duration = Time(a.Duration), Status = a.Status, Failure = Read(a.Failure) };

    public static StoredUsage? Of(Usage? usage) => usage is not { } u ? null : new(u.Input, u.Output, u.Reasoning, u.CacheRead, u.CacheWrite, u.ImageInput, Word(u.Origin));

    public static Usage? Read(StoredUsage? stored) => stored is not { } u ? null
        : new() { Input = u.Input, Output = u.Output, Reasoning = u.Reasoning, CacheRead = u.CacheRead, CacheWrite = u.CacheWrite, ImageInput = u.ImageInput, Origin = Word<UsageOrigin>(u.Origin) };

    public static StoredCost? Of(CallCost? cost) => cost is not { } c ? null : new(c.Usd, c.Why, c.Offer);
    public static CallCost? Read(StoredCost? stored) => stored is not { } c ? null : new(c.Usd, c.Why, c.Offer);

    public static StoredExchange? Of(Exchange? exchange) => exchange is not { } e ? null : new(e.Method, e.Address, e.RequestHeaders, e.ReplyHeaders, e.ReplyCut);

    public static StoredImage Of(SentImage i) => new(i.Hash, i.MediaType, i.Width, i.Height, i.Length);
    public static SentImage Read(StoredImage i) => new(i.Hash, i.MediaType, i.Width, i.Height, i.Length);

    public static ModelRef Model(string text) => ModelRef.TryParse(text, out var model) ? model : throw Damaged($"model '{text}'");

    public static StoreException Damaged(string what) => new($"A kept record has {what}, which this program does not know: the store is damaged, or of a newer Assay. Update this program, or put back a copy.");

    public static StoredOutcome Of(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Replied r => new("replied", r.Text)
        {
            Stop = Word(r.Stop), StopWord = r.StopWord, Reasoning = r.Reasoning, ToolCalls = r.ToolCalls.Count == 0 ? null : r.ToolCalls, RefusalText = r.RefusalText, ServedModel = r.ServedModel,
        },
        CallOutcome.Failed f => new("failed", f.PartialText) { Failure = Of(f.Failure) },
        CallOutcome.Cancelled c => new("cancelled", c.PartialText) { PossiblyPaid = c.PossiblyPaid },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static CallOutcome Read(StoredOutcome s) => s.Kind switch
    {
        "replied" => new CallOutcome.Replied(s.Text ?? "", Word<StopReason>(s.Stop ?? "unknown"))
        {
            StopWord = s.StopWord, Reasoning = s.Reasoning, ToolCalls = s.ToolCalls ?? [], RefusalText = s.RefusalText, ServedModel = s.ServedModel,
        },
        "failed" => new CallOutcome.Failed(Read(s.Failure) ?? throw Damaged("a failure without words"), s.Text),
        "cancelled" => new CallOutcome.Cancelled(s.PossiblyPaid, s.Text),
        _ => throw Damaged($"outcome '{s.Kind}'"),
    };

    private static StoredFailure? Of(CallFailure? f) => f is null ? null : new(Word(f.Kind), f.Message, f.Status, Time(f.RetryAfter), f.MayPass, f.PossiblyPaid);

    private static CallFailure? Read(StoredFailure? f) =>
        f is null ? null : new(Word<FailureKind>(f.Kind), f.Message) { Status = f.Status, RetryAfter = Time(f.RetryAfter), MayPass = f.MayPass, PossiblyPaid = f.PossiblyPaid };

    public static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static T Word<T>(string? word) where T : struct, Enum => word is not null && Enum.TryParse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : throw Damaged($"{typeof(T).Name} '{word}'");

    public static long Time(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
    public static long? Time(TimeSpan? time) => time is { } t ? Time(t) : null;
    public static TimeSpan Time(long microseconds) => new(microseconds * TimeSpan.TicksPerMicrosecond);
    public static TimeSpan? Time(long? microseconds) => microseconds is { } m ? Time(m) : null;
}
