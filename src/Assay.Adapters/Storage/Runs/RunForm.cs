using System.Globalization;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Storage.Runs;

/// <summary>Suites, samples, settings and origins to their kept forms and back.</summary>
internal static class RunForm
{
    private static readonly CallParameters Nothing = new();

    public static StoredSuite Of(Suite s) => new()
    {
        Title = s.Title, Description = s.Description, Licence = s.Licence, Categories = s.Categories, Scorer = Of(s.DefaultScorer), Repetitions = s.Repetitions, Task = s.Task?.Name(), System = s.System, Parameters = Of(s.Parameters),
    };

    public static Suite Read(string id, string version, StoredSuite s)
    {
        RunJson.Check(s.Format);
        return new()
        {
            Id = id, Version = version, Title = s.Title, Description = s.Description, Licence = s.Licence, Categories = s.Categories, DefaultScorer = Read(s.Scorer), Repetitions = s.Repetitions,
            Task = s.Task is null ? null : ModelTasks.Find(s.Task) ?? throw TranscriptForm.Damaged($"task '{s.Task}'"), System = s.System, Parameters = s.Parameters ?? Nothing,
        };
    }

    public static StoredSample Of(Sample s) => new()
    {
        Input = s.Input, Images = s.Images.Count == 0 ? null : [.. s.Images.Select(i => new StoredSampleImage(i.Path, i.Hash))], Target = s.Target, Scorer = s.Scorer is null ? null : Of(s.Scorer), Difficulty = s.Difficulty,
    };

    public static Sample Read(int place, string id, string category, string? cluster, StoredSample s) => new()
    {
        Place = place, Id = id, Category = category, Cluster = cluster, Input = s.Input, Images = s.Images is null ? [] : [.. s.Images.Select(i => new SampleImage(i.Path, i.Hash))], Target = s.Target,
        Scorer = s.Scorer is null ? null : Read(s.Scorer), Difficulty = s.Difficulty,
    };

    public static StoredSettings Of(RunSettings s) => new() { Repetitions = s.Repetitions, Concurrency = s.Concurrency, MaxCost = s.MaxCost, Cache = s.Cache, Parameters = Of(s.Parameters) };

    public static RunSettings Read(StoredSettings s)
    {
        RunJson.Check(s.Format);
        return new() { Repetitions = s.Repetitions, Concurrency = s.Concurrency, MaxCost = s.MaxCost, Cache = s.Cache, Parameters = s.Parameters ?? Nothing };
    }

    public static StoredOrigin Of(RunOrigin origin) => origin is RunOrigin.Imported i ? new("imported", i.Format, i.File, i.Hash, i.By) : new("own");

    public static RunOrigin Read(StoredOrigin s) => s switch
    {
        { Kind: "own" } => new RunOrigin.Own(),
        { Kind: "imported", Format: { } format, File: { } file, Hash: { } hash } => new RunOrigin.Imported(format, file, hash, s.By),
        _ => throw TranscriptForm.Damaged($"origin '{s.Kind}'"),
    };

    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    public static DateTimeOffset ReadTime(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

    /// <summary>Microseconds since 1970.</summary>
    public static long Micro(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
    public static DateTimeOffset OfMicro(long at) => DateTimeOffset.UnixEpoch + TranscriptForm.Time(at);

    /// <summary>Millionths of a millionth of a dollar; what is smaller is rounded up, so that sums never fall below the truth.</summary>
    public static long? Pico(decimal? usd) => usd is { } known ? (long)Math.Ceiling(known * 1_000_000_000_000m) : null;
    public static decimal? OfPico(long? pico) => pico is { } known ? known / 1_000_000_000_000m : null;

    private static CallParameters? Of(CallParameters p) => p == Nothing ? null : p;
    private static StoredScorer Of(ScorerChoice s) => new(s.Id, s.Options);
    private static ScorerChoice Read(StoredScorer s) => new(s.Id, s.Options);
}
