using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Own;

/// <summary>The parts of a run as a file of Assay's own, docs/logs.md. Built of the forms in which the store keeps them, whose names and units it shares.</summary>
internal static class RunFile
{
    /// <summary>Key that stands first, and tells the version.</summary>
    public const string Mark = "assay_eval_run";

    /// <summary>Goes up when a reader of the older version would read something wrong.</summary>
    public const int Version = 1;

    public static FileSample Of(Sample s) => new(s.Place, s.Id, s.Category, s.Cluster, RunForm.Of(s));

    public static Sample Read(FileSample s) => RunForm.Read(s.Place, s.Id, s.Category, s.Cluster, s.Sample);

    public static FileTrial Of(RecordedTrial t, TrialState state, Unlocal unlocal) => new()
    {
        Model = t.Key.Model, Sample = t.Key.Sample, Repetition = t.Key.Repetition, State = TranscriptForm.Word(state), Tries = t.Tries, Started = t.Started, Cached = t.Cached,
        Text = t.Outcome is null ? null : AnswerForm.Text(t.Outcome), Answer = t.Outcome is null ? null : AnswerForm.Of(unlocal.Of(t.Outcome), [.. t.Attempts.Select(unlocal.Of)], t.Usage, t.Cost, t.NotHonoured), Score = Of(t.Score, t.Scorer),
    };

    public static RecordedTrial Read(FileTrial t) => new()
    {
        Key = new(t.Model, t.Sample, t.Repetition), Outcome = t.Answer is null ? null : AnswerForm.Outcome(t.Answer, t.Text), Tries = Math.Max(1, t.Tries), Started = t.Started, Cached = t.Cached,
        Attempts = t.Answer?.Attempts is { } attempts ? [.. attempts.Select(TranscriptForm.Read)] : [], Usage = TranscriptForm.Read(t.Answer?.Usage), Cost = TranscriptForm.Read(t.Answer?.Cost),
        NotHonoured = t.Answer?.NotHonoured ?? new Dictionary<string, string>(), Scorer = t.Score?.Scorer, Score = Read(t.Score),
    };

    public static FileLabel Of(HumanLabel l) => new(l.Key.Model, l.Key.Sample, l.Key.Repetition, l.Person, l.Passed, l.Note);

    public static HumanLabel Read(FileLabel l) => new(new(l.Model, l.Sample, l.Repetition), l.Person, l.Passed) { Note = l.Note };

    /// <summary>Whether two suites have the very same samples.</summary>
    public static bool Same(IEnumerable<Sample> one, IEnumerable<Sample> other) => one.Select(Text).SequenceEqual(other.Select(Text), StringComparer.Ordinal);

    private static string Text(Sample sample) => JsonSerializer.Serialize(Of(sample), RunFileJson.Default.FileSample);

    private static FileScore? Of(Score? score, string? scorer) => score switch
    {
        null => null,
        Score.Scored s => new(scorer, s.Value, s.Passed, s.Why, s.Read),
        Score.Unscored u => new(scorer, null, null, u.Why, null),
        _ => throw new ArgumentOutOfRangeException(nameof(score)),
    };

    private static Score? Read(FileScore? s) => s switch
    {
        null => null,
        { Value: { } value } => value is >= 0 and <= 1 ? new Score.Scored(value, s.Passed, s.Why) { Read = s.Read } : throw new JsonException($"a score of {value}; allowed are 0 to 1"),
        _ => new Score.Unscored(s.Why),
    };
}

/// <param name="By">Program and version that wrote the file.</param>
internal sealed record FileRun(string Id, DateTimeOffset Created, IReadOnlyList<string> Models, StoredSettings Settings, StoredOrigin Origin, string SuiteHash, int Samples, string By);

internal sealed record FileSuite(string Id, string Version, StoredSuite About);

internal sealed record FileEvent(DateTimeOffset At, string Kind, string Words);

/// <param name="FileHash">Of the file in the suite, by which samples name it.</param>
/// <param name="Data">The image as sent, base64.</param>
internal sealed record FileImage(string FileHash, string MediaType, int Width, int Height, byte[] Data);

internal sealed record FileSample(int Place, string Id, string Category, string? Cluster, StoredSample Sample);

internal sealed record FileScore(string? Scorer, double? Value, bool? Passed, string Why, string? Read);

internal sealed record FileLabel(int Model, int Sample, int Repetition, string Person, bool Passed, string? Note);

internal sealed record FileTrial
{
    public required int Model { get; init; }
    public required int Sample { get; init; }
    public required int Repetition { get; init; }

    /// <summary>For readers; follows from the rest.</summary>
    public required string State { get; init; }
    public int Tries { get; init; } = 1;
    public DateTimeOffset? Started { get; init; }
    public bool Cached { get; init; }

    /// <summary>The reply; of a failed call what had come of it.</summary>
    public string? Text { get; init; }
    public StoredAnswer? Answer { get; init; }
    public FileScore? Score { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FileRun))]
[JsonSerializable(typeof(FileSuite))]
[JsonSerializable(typeof(FileEvent))]
[JsonSerializable(typeof(FileImage))]
[JsonSerializable(typeof(FileSample))]
[JsonSerializable(typeof(FileTrial))]
[JsonSerializable(typeof(FileLabel))]
internal sealed partial class RunFileJson : JsonSerializerContext;
