using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;

namespace Assay.Adapters.Storage.Runs;

// Suites, samples, settings and answers as they lie in the store. Own types, so that a change of the program's does not change what was kept.

internal sealed record StoredScorer(string Id, string Options);

internal sealed record StoredSuite
{
    public int Format { get; init; } = RunJson.Newest;
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required string Licence { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required StoredScorer Scorer { get; init; }
    public int Repetitions { get; init; } = 1;
    public string? Task { get; init; }
    public string? System { get; init; }
    public CallParameters? Parameters { get; init; }
}

internal sealed record StoredSampleImage(string Path, string Hash);

/// <summary>What of a sample has no column of its own.</summary>
internal sealed record StoredSample
{
    public required string Input { get; init; }
    public IReadOnlyList<StoredSampleImage>? Images { get; init; }
    public required IReadOnlyList<string> Target { get; init; }
    public StoredScorer? Scorer { get; init; }
    public string? Difficulty { get; init; }
}

internal sealed record StoredSettings
{
    public int Format { get; init; } = RunJson.Newest;
    public required int Repetitions { get; init; }
    public required int Concurrency { get; init; }
    public decimal? MaxCost { get; init; }
    public bool Cache { get; init; }
    public CallParameters? Parameters { get; init; }
}

/// <param name="Kind"><c>own</c> or <c>imported</c>; the rest is null for the former.</param>
internal sealed record StoredOrigin(string Kind, string? Format = null, string? File = null, string? Hash = null, string? By = null);

/// <summary>What of an answer has no column of its own. <see cref="Outcome"/> is without its text.</summary>
internal sealed record StoredAnswer
{
    public int Format { get; init; } = RunJson.Newest;
    public required StoredOutcome Outcome { get; init; }
    public IReadOnlyList<StoredAttempt>? Attempts { get; init; }
    public StoredUsage? Usage { get; init; }
    public StoredCost? Cost { get; init; }
    public IReadOnlyDictionary<string, string>? NotHonoured { get; init; }
    public StoredExchange? Exchange { get; init; }

    /// <summary>Images cut out of the request, in the order they stood in it.</summary>
    public IReadOnlyList<StoredCut>? Cut { get; init; }
}

/// <param name="At">Where in the kept bytes the image's base64 belongs.</param>
/// <param name="Hash">Of the image as sent.</param>
internal sealed record StoredCut(int At, string Hash);

/// <summary>The call of a judge: what it said, and what it took.</summary>
/// <param name="Prompt">What it was asked; null in what was kept before prompts were.</param>
internal sealed record StoredJudgement(string Model, StoredAnswer Answer, string? Text, string? Prompt = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredSuite))]
[JsonSerializable(typeof(StoredSample))]
[JsonSerializable(typeof(StoredSettings))]
[JsonSerializable(typeof(StoredOrigin))]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(StoredJudgement))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class RunJson : JsonSerializerContext
{
    public const int Newest = 1;

    /// <exception cref="StoreException">The text is damaged.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new StoreException($"A kept run cannot be read ({e.Message}): the store is damaged, or of a newer Assay. Update this program, or delete the run.", e);
        }
    }

    /// <summary>A form that was written by a newer program is refused, not half read.</summary>
    public static void Check(int format)
    {
        if (format > Newest) throw new StoreException($"A kept run has form {format}; this program reads forms up to {Newest}. It was written by a newer Assay: update this program.");
    }
}
