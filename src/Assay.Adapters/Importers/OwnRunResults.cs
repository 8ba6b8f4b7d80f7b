using System.Text.Json;
using Assay.Adapters.Importers.OwnRuns;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Assay.Units;

namespace Assay.Adapters.Importers;

/// <summary>
/// Results of eval runs, docs/importers/assay-runs.md. They become claims like anybody's: their source is the run, and nothing puts them before others.
/// </summary>
public sealed class OwnRunResults : IImporter
{
    /// <summary>Who says what such results say.</summary>
    public const string Publisher = "Assay eval runs";

    private const string File = "runs.json";

    public string Format => "assay-runs";

    public string Expects => $"{File}, results of eval runs as “assay eval export --format results” writes them";

    public bool CarriesItsDate => true;

    public SnapshotFiles Read(string path) => SnapshotPath.File(path, File, Expects);

    /// <summary>The bytes of such a file, as a snapshot.</summary>
    public static SnapshotFiles Write(ResultsFile results) => new([new(File, JsonSerializer.SerializeToUtf8Bytes(results, ResultsJson.Default.ResultsFile))]);

    /// <summary>What such a snapshot holds.</summary>
    /// <exception cref="ImportException">It is none.</exception>
    public static ResultsFile Results(SnapshotFiles files) => Results(files.Files[0].Bytes);

    public ParsedSnapshot Parse(SnapshotFiles files, ImportRequest request, CancellationToken cancellationToken = default)
    {
        var results = Results(files.Files[0].Bytes);
        var asOf = request.Date ?? results.Runs.Select(r => (DateOnly?)r.Date).Max() ?? request.Today;
        var claims = new List<Claim>();
        var log = new ImportLog(Of(null, asOf), asOf);
        var scores = 0;
        foreach (var (i, run) in results.Runs.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var where = $"$.runs[{i}]";
            if (Fault(run) is var (value, reason, allowed))
            {
                log.Refuse($"run {run.Id}", where, value, reason, allowed);
                continue;
            }
            log.Introduce(run.Suite.Id, run.Suite.Title);
            foreach (var (m, model) in run.Models.Index())
                foreach (var (s, score) in model.Scores.Index())
                {
                    if (Fault(score) is { } fault) log.Refuse($"{run.Suite.Id} of {model.Model}", $"{where}.models[{m}].scores[{s}]", $"{score.Percent}", fault, "answered ≤ items, passed ≤ answered, low ≤ percent ≤ high, all within 0 to 100");
                    else
                    {
                        claims.Add(Claim(run, model, score));
                        scores++;
                    }
                }
        }
        return new()
        {
            Snapshot = new() { Feed = Format, Files = files, AsOf = asOf, Url = request.SourceUrl },
            Claims = [.. log.Claims, .. claims], Refusals = log.Refusals, Notes = log.Notes, Counts = [new("runs", results.Runs.Count), new("results", scores)],
        };
    }

    private static Claim Claim(RunResults run, ModelResults model, ScoreResult score) => new()
    {
        Subject = model.ModelId is { } id ? Subject.Model(id) : Subject.Labelled(model.Model), Property = Property.Result, Source = Of(run, run.Date), From = run.Date,
        Value = new ClaimValue.Score(new()
        {
            Benchmark = run.Suite.Id, Value = score.Percent, Unit = "percent", Version = $"{run.Suite.Version} ({run.Suite.Hash[..12]})", Settings = run.Settings, Category = score.Category,
            N = score.Items, Passed = score.Passed, Answered = score.Answered, MeasuredBy = run.MeasuredBy, Date = PartialDate.From(run.Date), Interval = (score.Low, score.High),
            MedianSeconds = score.MedianSeconds, P95Seconds = score.P95Seconds, MedianInputTokens = score.MedianInputTokens, MedianOutputTokens = score.MedianOutputTokens, UsdPerTask = score.UsdPerTask,
        }),
        Note = score.Answered == score.Items ? $"asked as {model.Model}"
            : $"asked as {model.Model}; {score.Items - score.Answered} of {score.Items} not answered or not scored, counted neither as passed nor as failed: the interval holds both",
    };

    private static Source Of(RunResults? run, DateOnly day) => new()
    {
        Publisher = Publisher, Url = run is null ? null : $"/evals/{run.Id}", NoUrl = run is null ? "the eval runs of this installation" : null, Rank = SourceRank.Community, AsOf = PartialDate.From(day), Retrieved = day,
    };

    private static ResultsFile Results(byte[] bytes)
    {
        try
        {
            var results = JsonSerializer.Deserialize(bytes, ResultsJson.Default.ResultsFile) ?? throw new ImportException($"{File}: the file says null; it must be an object.");
            return results.Format <= ResultsFile.Newest ? results
                : throw new ImportException($"{File}: the file has form {results.Format}; this program reads forms up to {ResultsFile.Newest}. It was written by a newer Assay: update this program.");
        }
        catch (JsonException e)
        {
            throw new ImportException($"{File}: not results of eval runs, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message.Split(" Path:")[0]}", e);
        }
    }

    private static (string Value, string Reason, string Allowed)? Fault(RunResults run)
    {
        if (run.Id.Length is 0 or > 64 || !run.Id.All(char.IsAsciiLetterOrDigit)) return (run.Id, "not the id of a run", "letters and digits, at most 64");
        if (!BenchmarkNaming.IsId(run.Suite.Id)) return (run.Suite.Id, "a name that no benchmark can be named by", BenchmarkNaming.Allowed);
        if (run.Suite.Hash.Length != 64 || !run.Suite.Hash.All(char.IsAsciiHexDigitLower)) return (run.Suite.Hash, "not a SHA-256", "64 lower-case hexadecimal digits");
        string?[] texts = [run.Suite.Title, run.Suite.Version, run.Settings, run.MeasuredBy, .. run.Models.SelectMany(m => m.Scores.Select(s => s.Category).Append(m.Model).Append(m.ModelId))];
        return texts.FirstOrDefault(t => t is { Length: > ImportLimits.Text } || (t is not null && (t.Length == 0 || !Visible.Is(t)))) is { } odd
            ? (odd, "a text that is empty, too long, or has characters that act instead of being read", $"up to {ImportLimits.Text:#,0} visible characters") : null;
    }

    private static string? Fault(ScoreResult score) =>
        score.Items is < 1 or > ImportLimits.Items || score.Answered < 0 || score.Answered > score.Items ? "more items answered than there are"
        : score.Passed is { } passed && (passed < 0 || passed > score.Answered) ? "more items passed than were answered"
        : score.Low < 0 || score.High > 100 || score.Low > score.Percent || score.Percent > score.High ? "a score outside its interval"
        : null;
}
