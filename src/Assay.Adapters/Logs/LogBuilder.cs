using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>
/// Puts together what a log holds: samples once each in an order of their own, trials, and a note for all that was left out. The same samples make the same
/// suite, whichever model answered and in which order the log has them.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "What it spools goes on with the run that is built of it, which disposes of it.")]
internal sealed class LogBuilder
{
    private const string AnyCategory = "all";

    private readonly LogSpool spool = new();
    private readonly SortedDictionary<string, SpooledSample> samples = new(SampleOrder.Natural);
    private readonly Dictionary<(string Sample, string Model, int Repetition), SpooledTrial> trials = [];
    private readonly List<string> models = [];
    private readonly Dictionary<string, (int Count, string First)> notes = new(StringComparer.Ordinal);
    private readonly LogImages images;

    public LogBuilder() => images = new(spool);

    public int Trials => trials.Count;

    /// <summary>Of samples with no category of their own.</summary>
    public static string NoCategory => AnyCategory;

    /// <summary>Adds a trial; one that is there already is noted and left out.</summary>
    /// <param name="sample">Its place is not looked at.</param>
    /// <param name="trial">One asking of it.</param>
    public void Add(Sample sample, DraftTrial trial)
    {
        if (trial.Repetition is < 0 or >= LogLimits.Repetitions)
        {
            Note("a trial whose repetition is not between 1 and 1,000: left out", sample.Id);
            return;
        }
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(trials, (sample.Id, trial.Model, trial.Repetition), out var there);
        if (there)
        {
            Note("the same sample was told twice for one model: the first telling counts", sample.Id);
            return;
        }
        known = Spooled(trial);
        if (trials.Count > LogLimits.Trials) throw new LogRefusedException($"It holds more than {LogLimits.Trials:#,0} trials; at most so many are read of one log.");
        Know(sample);
        if (!models.Contains(trial.Model)) models.Add(trial.Model);
        if (models.Count > LogLimits.Models) throw new LogRefusedException($"It names more than {LogLimits.Models:#,0} models; at most so many are read of one log.");
    }

    /// <summary>The same text is one note with a count.</summary>
    public void Note(string text, string? example = null)
    {
        ref var note = ref CollectionsMarshal.GetValueRefOrAddDefault(notes, text, out var there);
        note = there ? (note.Count + 1, note.First) : (1, example is null ? "" : Visible.Line(example, 80));
    }

    /// <summary>Keeps an image that stands in the log itself; null, and a note, where it cannot be kept.</summary>
    public SampleImage? Image(ReadOnlySpan<char> dataUri, string sample)
    {
        var comma = dataUri.IndexOf(',');
        var head = comma < 0 ? "" : dataUri[..comma].ToString();
        if (!head.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) || !head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            return Missing("an image that the log names and does not hold (an address, a path): it is not fetched", sample);
        // Lent and given back: images of a megabyte each would fill the large heap before anybody cleans it.
        var lent = ArrayPool<byte>.Shared.Rent((int)(dataUri.Length * 3L / 4) + 3);
        try
        {
            if (!Convert.TryFromBase64Chars(dataUri[(comma + 1)..], lent, out var length) || length == 0) return Missing("an image whose bytes are damaged", sample);
            var bytes = lent.AsSpan(0, length);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            images.Add(hash, bytes);
            return new($"images/{hash}", hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lent);
        }
    }

    /// <summary>The run that was put together.</summary>
    /// <exception cref="LogRefusedException">There is no trial in it.</exception>
    public LogRun Build(LogAbout about)
    {
        if (trials.Count == 0) throw new LogRefusedException(about.NothingIn);
        var scorer = about.Scorer ?? ChooseScorer(about.ScorerOrder);
        if (about.Scorer is not null && !trials.Values.Any(t => t.Figures.Scores.Any(s => s.Name == scorer)))
            throw new LogRefusedException($"No trial has a score '{about.Scorer}'. The scores in it: {Names(ScorerNames().Order(StringComparer.Ordinal).Take(20))}.");
        NoteScorers(scorer);
        KeyValuePair<string, SpooledSample>[] places = [.. samples];
        var repetitions = Math.Clamp(Math.Max(about.Repetitions, trials.Keys.Max(k => k.Repetition) + 1), 1, LogLimits.Repetitions);
        var run = new ImportedRun
        {
            Suite = about.Suite(places.Select(p => p.Value.Category), repetitions),
            Samples = new MadeList<Sample>(places.Length, i => places[i].Value.Sample(places[i].Key, i, spool)),
            Models = [.. models],
            Settings = new() { Repetitions = repetitions, Concurrency = 1, Parameters = about.Parameters },
            Created = about.Created,
            Origin = about.Origin,
            Trials = Recorded([.. places.Select(p => p.Key)], scorer, about.Created),
            Notes = [.. notes.Select(n => Told(n.Key, n.Value.Count, n.Value.First))],
        };
        return new(run, images);
    }

    private MadeList<RecordedTrial> Recorded(string[] ids, string? scorer, DateTimeOffset? created)
    {
        var place = ids.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);
        var model = models.Select((m, i) => (m, i)).ToDictionary(m => m.m, m => m.i, StringComparer.Ordinal);
        var line = new ScoreLine(trials.Values.Where(t => t.Figures.Outcome is CallOutcome.Replied).Select(t => Scored(t.Figures, scorer)).OfType<DraftScore>());
        var order = trials
            .Select(t => (Key: new TrialKey(model[t.Key.Model], place[t.Key.Sample], t.Key.Repetition), Trial: t.Value))
            .OrderBy(t => t.Key.Sample).ThenBy(t => t.Key.Model).ThenBy(t => t.Key.Repetition).ToArray();
        return new(order.Length, i => Record(order[i].Key, order[i].Trial.Whole(spool), scorer, line, created));
    }

    private SpooledTrial Spooled(DraftTrial trial) => new(
        trial with { Outcome = SpooledTrial.WithoutTexts(trial.Outcome), Scores = [.. trial.Scores.Select(s => s with { Why = "", Read = null })] },
        spool.Put(new(TranscriptForm.Of(trial.Outcome), [.. trial.Scores.Select(s => s.Why)], [.. trial.Scores.Select(s => s.Read)]), SpoolJson.Default.SpooledTexts));

    private static RecordedTrial Record(TrialKey key, DraftTrial trial, string? scorer, ScoreLine line, DateTimeOffset? created)
    {
        var scored = trial.Outcome is CallOutcome.Replied { Stop: not (StopReason.Refusal or StopReason.ContentFilter) } ? Scored(trial, scorer) : null;
        return new()
        {
            Key = key,
            Outcome = trial.Outcome,
            Started = trial.Started,
            Attempts = Attempts(trial, created),
            Usage = trial.Usage,
            Cost = trial.Cost,
            Score = scored is null ? null : line.Of(scored),
            Scorer = scored is null ? null : scorer,
            Cached = trial.Cached,
        };
    }

    /// <summary>A log that tells how long a call took and not when it began: the call bears the time of the run.</summary>
    private static IReadOnlyList<Attempt> Attempts(DraftTrial trial, DateTimeOffset? created)
    {
        if (trial.Cached || trial.Duration is not { } duration || (trial.Started ?? created) is not { } began) return [];
        return [new(1, began) { Duration = duration, FirstToken = trial.FirstToken, Failure = (trial.Outcome as CallOutcome.Failed)?.Failure }];
    }

    private static DraftScore? Scored(DraftTrial trial, string? scorer) => scorer is null ? null : trial.Scores.FirstOrDefault(s => s.Name == scorer);

    private string? ChooseScorer(IReadOnlyList<string> order)
    {
        var there = ScorerNames();
        return order.FirstOrDefault(there.Contains) ?? trials.Values.SelectMany(t => t.Figures.Scores).FirstOrDefault()?.Name;
    }

    private HashSet<string> ScorerNames() => [.. trials.Values.SelectMany(t => t.Figures.Scores).Select(s => s.Name)];

    private void NoteScorers(string? chosen)
    {
        if (chosen is null) Note("no trial has a score");
        else if (ScorerNames().Where(n => n != chosen).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } others)
            Note($"scored by {Visible.Line(chosen, 80)}; also in the log, and not taken: {Visible.Line(string.Join(", ", others), 400)} (--scorer takes another)");
    }

    private SampleImage? Missing(string note, string sample)
    {
        Note(note, sample);
        return null;
    }

    private void Know(Sample sample)
    {
        var asked = HashCode.Combine(sample.Input, string.Join('\u001f', sample.Target));
        if (!samples.TryGetValue(sample.Id, out var known)) samples.Add(sample.Id, new(sample.Category, sample.Cluster, asked, spool.Put(RunForm.Of(sample), SpoolJson.Default.StoredSample)));
        else if (known.Asked != asked) Note("a sample is told with another input or target the second time: the first telling counts", sample.Id);
        if (samples.Count > LogLimits.Samples) throw new LogRefusedException($"It holds more than {LogLimits.Samples:#,0} samples; at most so many are read of one log.");
    }

    private static string Told(string text, int count, string first) => (count, first) switch
    {
        (1, "") => Upper(text) + ".",
        (1, _) => $"{Upper(text)} ({first}).",
        (_, "") => $"{Upper(text)} ({count.ToString("#,0", CultureInfo.InvariantCulture)} times).",
        _ => $"{Upper(text)} ({count.ToString("#,0", CultureInfo.InvariantCulture)} times, first {first}).",
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } some ? some : "none";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
