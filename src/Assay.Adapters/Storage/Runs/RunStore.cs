using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Playground;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Assay.Adapters.Storage.Runs;

/// <summary>Runs with their suites, trials, events and scorings. Trials of a run under way are written elsewhere, and seen here as soon as they are committed. Thread-safe.</summary>
public sealed class RunStore(Store store)
{
    private const string Select = "select r.id, r.created, r.settings, r.origin, r.suite_sha256, s.id, s.version, s.about, s.samples from eval_run r join eval_suite s on s.sha256 = r.suite_sha256";

    /// <summary>What the first scoring of a run of Assay's own says of itself.</summary>
    internal const string AsTheyCame = "As the answers came.";

    /// <summary>The store that all of it lies in.</summary>
    public Store Store => store;

    public bool HasSuite(string hash) => Suites(s => s.Has(hash));

    /// <summary>The suite of this hash; null where none is kept.</summary>
    public Suite? FindSuite(string hash) => Suites(s => s.Find(hash));

    /// <summary>Keeps a suite with its samples and images, whole or not at all. One that is kept already stays.</summary>
    /// <param name="hash">Of the suite.</param>
    /// <param name="suite">What it says of itself.</param>
    /// <param name="samples">In order of their places, which count from 0; read one by one.</param>
    /// <param name="image">The image as it is to be sent; asked once for each file of the suite.</param>
    /// <exception cref="ArgumentException">There are no samples, or their places have gaps.</exception>
    public void KeepSuite(string hash, Suite suite, IEnumerable<Sample> samples, Func<SampleImage, CallImage> image) => Write(connection =>
    {
        using var rows = new SuiteRows(connection);
        if (!rows.Has(hash)) rows.Keep(hash, suite, samples, image);
        return true;
    });

    /// <summary>The samples of a suite in order of their places, read as they are asked for.</summary>
    /// <param name="suiteHash">Of the suite; one that is not kept has no samples.</param>
    /// <param name="from">The first place, 0 and above.</param>
    public IEnumerable<Sample> Samples(string suiteHash, int from = 0)
    {
        const int size = 250;
        while (true)
        {
            var at = from;
            var page = Suites(s => s.Page(suiteHash, at, size));
            foreach (var sample in page) yield return sample;
            if (page.Count < size) yield break;
            from += size;
        }
    }

    public Sample? Sample(string suiteHash, int place) => Suites(s => s.Page(suiteHash, place, 1)) is [var one] && one.Place == place ? one : null;

    /// <summary>An image of a suite as it is sent; null where there is none, such as in an imported run that came without.</summary>
    /// <param name="suiteHash">Of the suite.</param>
    /// <param name="fileHash">Of the file in the suite (<see cref="SampleImage.Hash"/>).</param>
    public CallImage? Image(string suiteHash, string fileHash) => Suites(s => s.Image(suiteHash, fileHash));

    /// <summary>Width and height of an image of a suite as it is sent; nulls where there is none.</summary>
    public (int? Width, int? Height) ImageSize(string suiteHash, string fileHash) => Suites(s => s.ImageSize(suiteHash, fileHash));

    /// <summary>Begins a run: its first event and its first scoring begin with it.</summary>
    /// <param name="run">Its suite is kept already.</param>
    /// <param name="words">Of the event.</param>
    public void Begin(Run run, string words) => Write(connection =>
    {
        Insert(connection, run, (run.Origin as RunOrigin.Imported)?.Hash);
        Add(connection, run.Id, new(run.Created, RunEventKind.Started, words));
        Score(connection, run.Id, run.Created, AsTheyCame);
        return true;
    });

    /// <summary>The run of this id, or the only one whose id begins so; null where there is none or several.</summary>
    public Run? Find(string idOrUniquePrefix) => Ids(idOrUniquePrefix) is [var id] ? Read(connection => Load(connection, " where r.id = ?", id).Single()) : null;

    /// <summary>Ids of the runs that begin so, newest first.</summary>
    public IReadOnlyList<string> Ids(string prefix)
    {
        prefix = prefix.Trim().ToLowerInvariant();
        if (prefix.Length == 0 || !prefix.All(char.IsAsciiLetterOrDigit)) return [];
        return Read(connection => connection.Query<string>("select id from eval_run where id >= @prefix and id < @after order by id desc", new { prefix, after = prefix + "~" }).ToArray());
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Run> List() => Read(connection => Load(connection, " order by r.id desc"));

    public IReadOnlyList<RunEvent> Events(string run) => Read(connection => connection.Query<(string At, string Kind, string Words)>("select at, kind, words from eval_event where run_id = @run order by id", new { run })
        .Select(e => new RunEvent(RunForm.ReadTime(e.At), TranscriptForm.Word<RunEventKind>(e.Kind), e.Words)).ToArray());

    public void Add(string run, RunEvent what) => Write(connection =>
    {
        Add(connection, run, what);
        return Touch(connection, run);
    });

    /// <summary>Every scoring of a run, oldest first; the newest one counts. Those that judges are still at work on (number below 0) are none yet.</summary>
    public IReadOnlyList<Scoring> Scorings(string run) => Read(connection => connection.Query<(long Id, string At, string Words)>("select id, at, words from eval_scoring where run_id = @run and id > 0 order by id", new { run })
        .Select(s => new Scoring(s.Id, RunForm.ReadTime(s.At), s.Words)).ToArray());

    /// <summary>The newest try of every trial that was asked; trials that were not are not in it. By model, sample and repetition.</summary>
    /// <param name="run">Its whole id.</param>
    /// <param name="scoring">Null for the newest.</param>
    public IReadOnlyList<TrialResult> Results(string run, long? scoring = null) => Read(connection => new TrialRows(connection, run).Results(scoring ?? Newest(connection, run)));

    /// <summary>The newest try of these trials with its texts, in the order given; those never asked are left out.</summary>
    public IReadOnlyList<RecordedTrial> Trials(string run, IReadOnlyList<TrialKey> keys, long? scoring = null) => Read(connection => new TrialRows(connection, run).Trials(keys, scoring ?? Newest(connection, run)));

    /// <summary>The judges of a run, by name; empty where rules scored.</summary>
    /// <param name="run">Its whole id.</param>
    /// <param name="scoring">Null for the newest.</param>
    public IReadOnlyList<JudgeTotal> Judges(string run, long? scoring = null) => Read(connection => new TrialRows(connection, run).Judges(scoring ?? Newest(connection, run)));

    /// <summary>The bytes that went out and came in with the last attempt of a trial's newest try; null where none are kept.</summary>
    public Exchange? Exchange(string run, TrialKey key) => Read(connection => new TrialRows(connection, run).Exchange(key));

    /// <summary>The samples at these places, in the order given.</summary>
    public IReadOnlyList<Sample> Samples(string suiteHash, IReadOnlyList<int> places) => Suites(s => places.SelectMany(p => s.Page(suiteHash, p, 1)).ToArray());

    /// <summary>Grows with every change of what people say of its answers.</summary>
    public long LabelsVersion(string run) => Read(connection =>
    {
        using var rows = SqliteDialect.Read(connection, "select labels from eval_run where id = ?");
        return rows.With(run).Next() ? rows.Long(0) : 0;
    });

    /// <summary>Grows with every change of the run but for labels; 0 where there is none of this id.</summary>
    public long Version(string run) => Read(connection =>
    {
        using var rows = SqliteDialect.Read(connection, "select version from eval_run where id = ?");
        return rows.With(run).Next() ? rows.Long(0) : 0;
    });

    /// <summary>Keeps the record of another program as a run, whole or not at all; the same file once only.</summary>
    /// <param name="imported">What was read.</param>
    /// <param name="image">The images that came with it; null for one that did not.</param>
    /// <param name="suiteHash">Of its suite, equal for records of the same samples; null to have it worked out here from all that the record says of them.</param>
    public ImportOutcome Import(ImportedRun imported, Func<SampleImage, CallImage?>? image = null, string? suiteHash = null) => Write(connection =>
    {
        if (connection.QuerySingleOrDefault<string>("select id from eval_run where origin_sha256 = @Hash", new { imported.Origin.Hash }) is { } there) return new ImportOutcome(there, Kept: false);
        var hash = suiteHash ?? ImportedHash(imported);
        using (var suites = new SuiteRows(connection))
            if (!suites.Has(hash)) suites.Keep(hash, imported.Suite, imported.Samples, image ?? (static _ => null));
        var now = store.Time.GetUtcNow();
        // Its chance is the file's own hash: nobody has to bring any.
        var id = TurnId.Create(now, SHA256.HashData(Encoding.UTF8.GetBytes(imported.Origin.Hash))).Text;
        Insert(connection, new()
        {
            Id = id, Created = imported.Created ?? now, Suite = imported.Suite, SuiteHash = hash, Samples = imported.Samples.Count, Models = imported.Models, Settings = imported.Settings, Origin = imported.Origin,
        }, imported.Origin.Hash);
        Add(connection, id, new(now, RunEventKind.Started, $"Read from {imported.Origin.File}."));
        foreach (var note in imported.Notes) Add(connection, id, new(now, RunEventKind.Noted, note));
        var scoring = Score(connection, id, now, "As the record says.");
        using var writer = new TrialWriter(connection, id);
        foreach (var trial in imported.Trials)
        {
            var call = writer.Begin(trial.Key, trial.Tries, trial.Started, []);
            if (trial.Outcome is not null) writer.End(call, NewAnswer.Of(trial));
            if (trial.Score is { } score) writer.Score(scoring, call, trial.Scorer ?? "not told", score);
        }
        RunLabels.Put(connection, id, RunForm.Write(now), imported.Labels);
        return new ImportOutcome(id, Kept: true);
    });

    /// <summary>Deletes a run with its answers, and its suite and images where no other run has them. False where there is none of this id.</summary>
    public bool Delete(string run) => Write(connection =>
    {
        if (connection.QuerySingleOrDefault<string>("select suite_sha256 from eval_run where id = @run", new { run }) is not { } suite) return false;
        connection.Execute("delete from eval_run where id = @run", new { run });
        if (connection.ExecuteScalar<int>("select count(*) from eval_run where suite_sha256 = @suite", new { suite }) > 0) return true;
        var images = connection.Query<string>("select distinct sent_sha256 from eval_suite_image where suite_sha256 = @suite", new { suite }).ToArray();
        connection.Execute("delete from eval_suite where sha256 = @suite", new { suite });
        connection.Execute("delete from eval_image where sha256 = @image and not exists (select 1 from eval_suite_image where sent_sha256 = @image)", images.Select(image => new { image }));
        return true;
    });

    internal static long Score(SqliteConnection connection, string run, DateTimeOffset at, string words) =>
        connection.ExecuteScalar<long>("insert into eval_scoring (run_id, at, words) values (@run, @at, @words) returning id", new { run, at = RunForm.Write(at), words });

    internal static long Newest(SqliteConnection connection, string run)
    {
        using var rows = SqliteDialect.Read(connection, "select coalesce(max(id), 0) from eval_scoring where run_id = ?");
        rows.With(run).Next();
        return rows.Long(0);
    }

    private static void Insert(SqliteConnection connection, Run run, string? origin)
    {
        connection.Execute("insert into eval_run values (@Id, @SuiteHash, @Created, @Settings, @Origin, @origin, 1, 0)", new
        {
            run.Id, run.SuiteHash, Created = RunForm.Write(run.Created), Settings = JsonSerializer.Serialize(RunForm.Of(run.Settings), RunJson.Default.StoredSettings),
            Origin = JsonSerializer.Serialize(RunForm.Of(run.Origin), RunJson.Default.StoredOrigin), origin,
        });
        for (var place = 0; place < run.Models.Count; place++) connection.Execute("insert into eval_run_model values (@Id, @place, @Model)", new { run.Id, place, Model = run.Models[place] });
    }

    internal static void Add(SqliteConnection connection, string run, RunEvent what) =>
        connection.Execute("insert into eval_event (run_id, at, kind, words) values (@run, @At, @Kind, @Words)", new { run, At = RunForm.Write(what.At), Kind = TranscriptForm.Word(what.Kind), what.Words });

    private static bool Touch(SqliteConnection connection, string run) => connection.Execute("update eval_run set version = version + 1 where id = @run", new { run }) > 0;

    private static List<Run> Load(SqliteConnection connection, string rest, string? id = null)
    {
        var runs = new List<Run>();
        using var rows = SqliteDialect.Read(connection, Select + rest);
        using var models = SqliteDialect.Read(connection, "select model from eval_run_model where run_id = ? order by place");
        if (id is not null) rows.With(id);
        while (rows.Next())
        {
            var names = new List<string>();
            models.Again().With(rows.Text(0));
            while (models.Next()) names.Add(models.Text(0));
            runs.Add(new()
            {
                Id = rows.Text(0), Created = RunForm.ReadTime(rows.Text(1)), Settings = RunForm.Read(RunJson.Read(rows.Bytes(2), RunJson.Default.StoredSettings)), Origin = RunForm.Read(RunJson.Read(rows.Bytes(3), RunJson.Default.StoredOrigin)),
                SuiteHash = rows.Text(4), Suite = RunForm.Read(rows.Text(5), rows.Text(6), RunJson.Read(rows.Bytes(7), RunJson.Default.StoredSuite)), Samples = rows.Int(8), Models = names,
            });
        }
        return runs;
    }

    /// <summary>Over all that the record says of its samples: records of the same ones get the same suite.</summary>
    private static string ImportedHash(ImportedRun imported)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"imported\n{imported.Suite.Id}\n"));
        foreach (var sample in imported.Samples)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes([sample.Id, sample.Category, sample.Cluster], RunJson.Default.StringArray));
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(RunForm.Of(sample), RunJson.Default.StoredSample));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private T Suites<T>(Func<SuiteRows, T> action) => Read(connection =>
    {
        using var rows = new SuiteRows(connection);
        return action(rows);
    });

    private T Read<T>(Func<SqliteConnection, T> action) => store.Guard(() =>
    {
        using var connection = store.Connect();
        return action(connection);
    });

    private T Write<T>(Func<SqliteConnection, T> action) => store.Guard(() =>
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var result = action(connection);
        transaction.Commit();
        return result;
    });
}

/// <summary>One pass of scoring over a run's answers.</summary>
/// <param name="Words">Why it was made.</param>
public sealed record Scoring(long Id, DateTimeOffset At, string Words);

/// <param name="Run">Id of the run that holds the record.</param>
/// <param name="Kept">False where the same file was there already.</param>
public sealed record ImportOutcome(string Run, bool Kept);
