using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Calls;

namespace Assay.Adapters.Storage.Turns;

/// <summary>A transcript as it lies in the store. Own types, so that a change of the program's does not change what was kept; times are microseconds.</summary>
internal sealed record StoredTranscript
{
    public const int Newest = 1;

    public int Format { get; init; } = Newest;
    public required string Model { get; init; }
    public required string Task { get; init; }
    public string? System { get; init; }
    public required string Prompt { get; init; }
    public IReadOnlyList<StoredImage> Images { get; init; } = [];
    public CallParameters? Asked { get; init; }
    public IReadOnlyDictionary<string, string>? NotHonoured { get; init; }
    public required StoredOutcome Outcome { get; init; }
    public IReadOnlyList<StoredAttempt> Attempts { get; init; } = [];
    public StoredUsage? Usage { get; init; }
    public StoredCost? Cost { get; init; }
    public required DateTimeOffset Started { get; init; }
    public required long Total { get; init; }
    public StoredExchange? Exchange { get; init; }
}

internal sealed record StoredImage(string Hash, string MediaType, int Width, int Height, int Length);

/// <param name="Kind"><c>replied</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Text">The reply; of a failed or cancelled call what had come of it.</param>
internal sealed record StoredOutcome(string Kind, string? Text)
{
    public string? Stop { get; init; }
    public string? StopWord { get; init; }
    public string? Reasoning { get; init; }
    public IReadOnlyList<ToolCall>? ToolCalls { get; init; }
    public string? RefusalText { get; init; }
    public string? ServedModel { get; init; }
    public StoredFailure? Failure { get; init; }
    public bool PossiblyPaid { get; init; }
}

internal sealed record StoredFailure(string Kind, string Message, int? Status, long? RetryAfter, bool MayPass, bool PossiblyPaid);

internal sealed record StoredAttempt(int Number, DateTimeOffset Started, long? FirstByte, long? FirstToken, long Duration, int? Status, StoredFailure? Failure);

internal sealed record StoredUsage(long? Input, long? Output, long? Reasoning, long? CacheRead, long? CacheWrite, long? ImageInput, string Origin);

internal sealed record StoredCost(decimal? Usd, string Why, string? Offer);

/// <summary>All of an exchange but the bodies, which are blobs.</summary>
internal sealed record StoredExchange(string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> RequestHeaders, IReadOnlyList<KeyValuePair<string, string>> ReplyHeaders, bool ReplyCut);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredTranscript))]
[JsonSerializable(typeof(IReadOnlyList<StoredImage>))]
internal sealed partial class TurnJson : JsonSerializerContext
{
    /// <exception cref="StoreException">The text is of a newer program, or damaged.</exception>
    public static Turns.StoredTranscript ReadTranscript(string json)
    {
        var stored = Read(json, Default.StoredTranscript);
        return stored.Format <= Turns.StoredTranscript.Newest ? stored
            : throw new StoreException($"A kept transcript has form {stored.Format}; this program reads forms up to {Turns.StoredTranscript.Newest}. It was written by a newer Assay: update this program.");
    }

    public static IReadOnlyList<StoredImage> ReadImages(string json) => Read(json, Default.IReadOnlyListStoredImage);

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new StoreException($"A kept turn cannot be read ({e.Message}): the store is damaged. Put back a copy, or delete the turn.", e);
        }
    }
}
