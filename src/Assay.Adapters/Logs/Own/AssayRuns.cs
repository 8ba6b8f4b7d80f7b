using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Own;

/// <summary>Files that <c>assay eval export --format json</c> writes: a run of another machine, whole.</summary>
public sealed class AssayRuns : ILogReader
{
    public string Id => "assay";

    public string Expects => "a run that assay eval export --format json wrote";

    public bool Recognises(LogSource source) => source.Head.Contains($"\"{RunFile.Mark}\"", StringComparison.Ordinal);

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        var parts = new Parts();
        try
        {
            foreach (var piece in JsonPieces.Read(source.Name, source.Open(), "events", "images", "samples", "trials", "labels"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                parts.Take(piece);
            }
            return [parts.Whole(source)];
        }
        catch (LogRefusedException)
        {
            parts.Forget();
            throw;
        }
        catch (Exception e) when (e is JsonException or StoreException or ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            parts.Forget();
            throw new LogRefusedException($"It is damaged, or was not written by this program: {e.Message}", e);
        }
    }

    [SuppressMessage("Design", "CA1001", Justification = "Its images go on with the run that is made of it, which disposes of them.")]
    private sealed class Parts
    {
        private readonly List<Sample> samples = [];
        private readonly List<RecordedTrial> trials = [];
        private readonly List<HumanLabel> labels = [];
        private readonly List<string> notes = [];
        private readonly LogImages images = new(new());
        private FileRun? run;
        private FileSuite? suite;

        /// <summary>Nothing of it is taken.</summary>
        public void Forget() => images.Dispose();

        public void Take(JsonPiece piece)
        {
            switch (piece.Path)
            {
                case RunFile.Mark when piece.Value.AsNumber is not RunFile.Version:
                    throw new LogRefusedException($"It is of version {piece.Value.AsWord ?? "unknown"} of this program's own format; read is version {RunFile.Version}. It was written by a newer Assay: update this program.");
                case "run": run = As(piece, RunFileJson.Default.FileRun); break;
                case "suite": suite = As(piece, RunFileJson.Default.FileSuite); break;
                case "events[]": Take(As(piece, RunFileJson.Default.FileEvent)); break;
                case "images[]": Take(As(piece, RunFileJson.Default.FileImage)); break;
                case "samples[]": samples.Add(Read(As(piece, RunFileJson.Default.FileSample))); break;
                case "labels[]": labels.Add(RunFile.Read(As(piece, RunFileJson.Default.FileLabel))); break;
                case "trials[]": trials.Add(Read(As(piece, RunFileJson.Default.FileTrial))); break;
            }
        }

        public LogRun Whole(LogSource source)
        {
            if (run is null || suite is null) throw new LogRefusedException("It lacks 'run' or 'suite': it was cut off, or is of another program.");
            Given(run.Id, run.Settings, run.Origin, run.SuiteHash, run.By, suite.Id, suite.Version, suite.About);
            Check(run);
            var origin = RunForm.Read(run.Origin);
            if (origin is RunOrigin.Imported first) notes.Insert(0, $"The run was read from {first.File} ({first.Format}) before it was exported.");
            return new(
                new()
                {
                    Suite = RunForm.Read(LogAbout.IdOf(suite.Id), suite.Version, suite.About), Samples = samples, Models = run.Models, Settings = RunForm.Read(run.Settings), Created = run.Created,
                    Origin = new("assay", source.Name, source.Hash, run.By), Trials = trials, Labels = labels, Notes = notes,
                },
                images,
                run.SuiteHash);
        }

        private static Sample Read(FileSample sample)
        {
            Given(sample.Id, sample.Category, sample.Sample);
            return RunFile.Read(sample);
        }

        private static RecordedTrial Read(FileTrial trial)
        {
            if (trial.Score is { } score) Given(score.Why);
            return RunFile.Read(trial);
        }

        /// <summary>A member that is missing is null, whatever its type says.</summary>
        private static void Given(params ReadOnlySpan<object?> members)
        {
            foreach (var member in members)
                if (member is null) throw new JsonException("a member that every such file has is missing");
        }

        private void Take(FileEvent told)
        {
            Given(told.Kind, told.Words);
            if (told.Kind == TranscriptForm.Word(RunEventKind.Noted)) notes.Add(told.Words);
        }

        private void Take(FileImage image)
        {
            Given(image.FileHash, image.Data);
            images.Add(image.FileHash, image.Data);
        }

        /// <summary>What the store takes for granted of a run.</summary>
        private void Check(FileRun about)
        {
            if (samples.Count == 0) throw new JsonException("there are no samples");
            if (about.Models is not { Count: > 0 and <= LogLimits.Models } || about.Models.Any(m => string.IsNullOrWhiteSpace(m) || m.Length > LogLimits.Name)) throw new JsonException("'models' must be a list of names");
            if (about.Settings.Repetitions is < 1 or > LogLimits.Repetitions) throw new JsonException($"{about.Settings.Repetitions} repetitions; allowed are 1 to {LogLimits.Repetitions}");
            var ids = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < samples.Count; i++)
            {
                if (samples[i].Place != i) throw new JsonException($"sample {i + 1} has place {samples[i].Place}; places count from 0 without gaps");
                if (samples[i].Id.Length is 0 or > LogLimits.Name || samples[i].Target.Contains(null!) || samples[i].Images.Contains(null!)) throw new JsonException($"sample {i + 1} lacks an id, or has null in a list");
                if (!ids.Add(samples[i].Id)) throw new JsonException($"the sample id '{samples[i].Id}' stands twice");
            }
            var keys = new HashSet<TrialKey>();
            foreach (var trial in trials)
            {
                var (model, sample, repetition) = trial.Key;
                if (model < 0 || model >= about.Models.Count || sample < 0 || sample >= samples.Count || repetition < 0 || repetition >= about.Settings.Repetitions) throw new JsonException($"the trial {trial.Key} is none of the run");
                if (trial.Cost?.Usd is < 0 or > LogLimits.Usd) throw new JsonException($"the trial {trial.Key} cost {trial.Cost.Usd}; allowed are 0 to {LogLimits.Usd}");
                if (!keys.Add(trial.Key)) throw new JsonException($"the trial {trial.Key} stands twice");
            }
            if (labels.Count > 0) CheckLabels();
        }

        private void CheckLabels()
        {
            var answered = trials.Where(t => t.Outcome is CallOutcome.Replied).Select(t => t.Key).ToHashSet();
            foreach (var label in labels)
            {
                if (!answered.Contains(label.Key)) throw new JsonException($"a label of the trial {label.Key}, which has no answer");
                if (label.Person.Length is 0 or > HumanLabel.LongestPerson) throw new JsonException($"a label of somebody whose name has {label.Person.Length} letters; allowed are 1 to {HumanLabel.LongestPerson}");
                if (HumanLabel.NoteFault(label.Note) is { } fault) throw new JsonException(fault);
            }
        }

        private static T As<T>(JsonPiece piece, JsonTypeInfo<T> type) where T : class => piece.Value.Deserialize(type) ?? throw new JsonException($"'{piece.Path}' is null");
    }
}
