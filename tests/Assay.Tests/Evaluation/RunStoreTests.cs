using System.Text;
using System.Text.Json;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Tests.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class RunStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Store store;
    private readonly RunStore runs;

    public RunStoreTests() => runs = new(store = Store.Open(folder.In("assay.db")));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_suite_comes_back_as_it_was_put_in()
    {
        var image = SomeSuite.Image(1, 5_000);
        var asked = 0;
        var two = new SampleImage("images/a.png", new string('1', 64));
        Sample[] samples = [SomeSuite.Sample(0, two), SomeSuite.Sample(1), SomeSuite.Sample(2, two, two with { Path = "images/b.png" })];
        runs.HasSuite(SomeSuite.Hash).ShouldBeFalse();
        runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, samples, _ => { asked++; return image; });
        asked.ShouldBe(1);
        runs.HasSuite(SomeSuite.Hash).ShouldBeTrue();
        Plain(runs.Samples(SomeSuite.Hash).ToArray()).ShouldBe(Plain(samples));
        runs.Samples(SomeSuite.Hash, 2).Single().Id.ShouldBe("s0002");
        runs.Sample(SomeSuite.Hash, 1)!.Scorer.ShouldBe(new("number", """{"tolerance":1}"""));
        runs.Sample(SomeSuite.Hash, 3).ShouldBeNull();
        runs.Image(SomeSuite.Hash, two.Hash)!.Bytes.ToArray().ShouldBe(image.Bytes.ToArray());
        runs.Image(SomeSuite.Hash, new string('2', 64)).ShouldBeNull();
        Plain(runs.FindSuite(SomeSuite.Hash)).ShouldBe(Plain(SomeSuite.About));
    }

    [Fact]
    public void Samples_are_read_page_by_page_and_none_is_lost_between_pages()
    {
        runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, SomeSuite.Samples(1_001), Never);
        runs.Samples(SomeSuite.Hash).Select(s => s.Place).ShouldBe(Enumerable.Range(0, 1_001));
        runs.Samples(SomeSuite.Hash, 500).Count().ShouldBe(501);
    }

    [Fact]
    public void A_suite_that_cannot_be_read_to_its_end_is_not_kept_at_all()
    {
        IEnumerable<Sample> Broken()
        {
            yield return SomeSuite.Sample(0);
            throw new InvalidDataException("line 2");
        }
        Should.Throw<InvalidDataException>(() => runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, Broken(), Never));
        Should.Throw<ArgumentException>(() => runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, [SomeSuite.Sample(1)], Never)).Message.ShouldContain("without gaps");
        Should.Throw<ArgumentException>(() => runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, [], Never)).Message.ShouldContain("no samples");
        runs.HasSuite(SomeSuite.Hash).ShouldBeFalse();
        runs.Samples(SomeSuite.Hash).ShouldBeEmpty();
    }

    [Fact]
    public void A_run_is_found_by_the_beginning_of_its_id_where_no_other_begins_so()
    {
        var first = Begin(3, "01kaaa000000000000000000a1");
        var second = Begin(3, "01kaaa000000000000000000b2");
        Plain(runs.Find(first.Id)).ShouldBe(Plain(first));
        runs.Find(first.Id)!.Origin.ShouldBe(first.Origin);
        runs.Find("01KAAA000000000000000000B")!.Id.ShouldBe(second.Id);
        runs.Find("01kaaa").ShouldBeNull();
        runs.Find("%").ShouldBeNull();
        runs.Find("").ShouldBeNull();
        runs.Ids("01kaaa").ShouldBe([second.Id, first.Id]);
        runs.List().Select(r => r.Id).ShouldBe([second.Id, first.Id]);
        var begun = runs.Events(first.Id).ShouldHaveSingleItem();
        (begun.Kind, begun.At, begun.Words).ShouldBe((RunEventKind.Started, SomeSuite.Noon, "go"));
        runs.Scorings(first.Id).ShouldHaveSingleItem().At.ShouldBe(SomeSuite.Noon);
    }

    [Fact]
    public void Every_state_of_a_trial_comes_back()
    {
        var run = Begin(9);
        var request = ScriptedModels.Request("p/a");
        var replied = ScriptedModels.Replied(request, "four");
        var failed = replied with { Outcome = new CallOutcome.Failed(new(FailureKind.RateLimited, "Too many.") { Status = 429, MayPass = true }), Usage = null, Cost = null, Attempts = [replied.Attempts[0] with { Failure = new(FailureKind.RateLimited, "Too many.") }] };
        Transcript Stopped(StopReason why) => replied with { Outcome = new CallOutcome.Replied("", why) };
        Write(run.Id, (w, scoring) =>
        {
            void Put(int sample, Transcript? t, Score? score = null)
            {
                var call = w.Begin(new(0, sample, 1), 1, SomeSuite.Noon, [1, 2, 3]);
                if (t is not null) w.End(call, NewAnswer.Of(t, []));
                if (score is not null) w.Score(scoring, call, "echo 1", score);
            }
            Put(0, replied, Score.Pass("It says four.", "four"));
            Put(1, replied, Score.Fail("It says four."));
            Put(2, replied, new Score.Scored(0.25, null, "A quarter."));
            Put(3, replied, new Score.Unscored("Nobody knows."));
            Put(4, Stopped(StopReason.Refusal));
            Put(5, failed);
            Put(6, null);
            Put(7, replied with { Outcome = new CallOutcome.Cancelled(true, "fo") });
        });

        var results = runs.Results(run.Id);
        results.Select(r => r.State).ShouldBe([TrialState.Passed, TrialState.Failed, TrialState.Graded, TrialState.Unscored, TrialState.Refused, TrialState.Errored, TrialState.Interrupted, TrialState.Interrupted]);
        results.Select(r => r.Key).ShouldBe(Enumerable.Range(0, 8).Select(i => new TrialKey(0, i, 1)));
        var passed = results[0];
        (passed.Value, passed.FirstToken, passed.Latency, passed.Attempts, passed.InputTokens, passed.OutputTokens, passed.Usd, passed.Cached).ShouldBe((1, TimeSpan.FromMilliseconds(240), TimeSpan.FromMilliseconds(1200), 1, 812, 64, 0.000123m, false));
        results[2].Value.ShouldBe(0.25);
        (results[5].Latency, results[5].Usd).ShouldBe((null, 0m));
        (results[7].Latency, results[7].Usd).ShouldBe((null, null));

        var trials = runs.Trials(run.Id, [new(0, 7, 1), new(0, 0, 1), new(0, 8, 0), new(0, 6, 1), new(0, 3, 1), new(0, 5, 1)]);
        trials.Select(t => t.Key.Sample).ShouldBe([7, 0, 6, 3, 5]);
        trials[0].Outcome.ShouldBe(new CallOutcome.Cancelled(true, "fo"));
        trials[1].Outcome.ShouldBeEquivalentTo(replied.Outcome);
        trials[1].Score.ShouldBe(Score.Pass("It says four.", "four"));
        (trials[1].Scorer, trials[1].Started, trials[1].Cost, trials[1].Usage).ShouldBe(("echo 1", SomeSuite.Noon, replied.Cost, replied.Usage));
        trials[1].Attempts.ShouldBe(replied.Attempts);
        trials[2].Outcome.ShouldBeNull();
        trials[3].Score.ShouldBe(new Score.Unscored("Nobody knows."));
        trials[4].Outcome.ShouldBeOfType<CallOutcome.Failed>().Failure.Status.ShouldBe(429);
        var bytes = runs.Exchange(run.Id, new(0, 0, 1))!;
        (Text(bytes.Request), Text(bytes.Reply!.Value)).ShouldBe(("""{"model":"m"}""", """{"ok":true}"""));
        runs.Exchange(run.Id, new(0, 6, 1)).ShouldBeNull();
    }

    [Fact]
    public void Of_several_tries_the_newest_one_counts()
    {
        var run = Begin(3);
        var replied = ScriptedModels.Replied(ScriptedModels.Request("p/a"), "four");
        Write(run.Id, (w, scoring) =>
        {
            w.Begin(new(0, 1, 0), 1, SomeSuite.Noon, []);
            w.Begin(new(1, 1, 0), 1, SomeSuite.Noon, []);
            var second = w.Begin(new(0, 1, 0), 2, SomeSuite.Noon, []);
            w.End(second, NewAnswer.Of(replied, []));
            w.Score(scoring, second, "echo 1", Score.Pass("yes"));
        });
        runs.Results(run.Id).Select(r => (r.Key.Model, r.State)).ShouldBe([(0, TrialState.Passed), (1, TrialState.Interrupted)]);
        runs.Trials(run.Id, [new(0, 1, 0)]).Single().Tries.ShouldBe(2);
    }

    [Fact]
    public void What_may_have_been_paid_and_is_not_known_makes_the_cost_unknown()
    {
        var run = Begin(3);
        var replied = ScriptedModels.Replied(ScriptedModels.Request("p/a"), "four");
        var broken = new Attempt(1, SomeSuite.Noon) { Duration = TimeSpan.FromSeconds(1), Failure = new(FailureKind.Connection, "Reset.") { MayPass = true, PossiblyPaid = true } };
        var refused = broken with { Failure = new(FailureKind.RateLimited, "Too many.") { MayPass = true } };
        Write(run.Id, (w, _) =>
        {
            w.End(w.Begin(new(0, 0, 0), 1, SomeSuite.Noon, []), NewAnswer.Of(replied with { Attempts = [broken, replied.Attempts[0] with { Number = 2 }] }, []));
            w.End(w.Begin(new(0, 1, 0), 1, SomeSuite.Noon, []), NewAnswer.Of(replied with { Attempts = [refused, replied.Attempts[0] with { Number = 2 }] }, []));
        });
        runs.Results(run.Id).Select(r => (r.Usd, r.Attempts, r.Latency)).ShouldBe([(null, 2, TimeSpan.FromMilliseconds(1200)), (0.000123m, 2, TimeSpan.FromMilliseconds(1200))]);
    }

    [Fact]
    public void The_newest_scoring_counts_and_older_ones_stay()
    {
        var run = Begin(1);
        long call = 0;
        Write(run.Id, (w, scoring) =>
        {
            call = w.Begin(new(0, 0, 0), 1, SomeSuite.Noon, []);
            w.End(call, NewAnswer.Of(ScriptedModels.Replied(ScriptedModels.Request("p/a"), "four"), []));
            w.Score(scoring, call, "echo 1", Score.Fail("no"));
        });
        var version = runs.Version(run.Id);
        using (var connection = store.Connect())
        {
            RunStore.Score(connection, run.Id, SomeSuite.Noon.AddDays(1), "A better scorer.");
            using var w = new TrialWriter(connection, run.Id);
            w.Score(RunStore.Newest(connection, run.Id), call, "echo 2", Score.Pass("yes"));
            w.Changed();
        }
        var scorings = runs.Scorings(run.Id);
        scorings.Select(s => s.Words).ShouldBe(["As the answers came.", "A better scorer."]);
        runs.Results(run.Id).Single().State.ShouldBe(TrialState.Passed);
        runs.Results(run.Id, scorings[0].Id).Single().State.ShouldBe(TrialState.Failed);
        runs.Trials(run.Id, [new(0, 0, 0)], scorings[0].Id).Single().Scorer.ShouldBe("echo 1");
        runs.Version(run.Id).ShouldBeGreaterThan(version);
        runs.Version("none").ShouldBe(0);
    }

    [Fact]
    public void An_image_is_kept_once_and_the_request_comes_back_to_the_byte()
    {
        var (one, other) = (SomeSuite.Image(1, 5_001), SomeSuite.Image(2, 3_000));
        SampleImage a = new("a.png", new string('1', 64)), b = new("b.png", new string('2', 64));
        runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, [SomeSuite.Sample(0, a, b)], i => i == a ? one : other);
        var run = Begin(1);
        var sent = Encoding.UTF8.GetBytes($$"""{"images":["data:image/png;base64,{{Convert.ToBase64String(one.Bytes.Span)}}","{{Convert.ToBase64String(other.Bytes.Span)}}"],"prompt":"what?"}""");
        var replied = ScriptedModels.Replied(ScriptedModels.Request("p/a"), "four");
        Write(run.Id, (w, _) => w.End(w.Begin(new(0, 0, 0), 1, SomeSuite.Noon, []), NewAnswer.Of(replied with { Exchange = replied.Exchange! with { Request = sent } }, [one, other])));
        runs.Exchange(run.Id, new(0, 0, 0))!.Request.ToArray().ShouldBe(sent);
        using var connection = store.Connect();
        SqliteDialect.Number(connection, "select length(request) from eval_exchange").ShouldBeLessThan(200);
    }

    [Fact]
    public void A_deleted_run_takes_its_suite_and_images_along_when_no_other_run_has_them()
    {
        var image = new SampleImage("a.png", new string('1', 64));
        runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, [SomeSuite.Sample(0, image)], _ => SomeSuite.Image(1, 500));
        var (first, second) = (Begin(1, "01kaaa000000000000000000a1"), Begin(1, "01kaaa000000000000000000b2"));
        Write(first.Id, (w, scoring) =>
        {
            var call = w.Begin(new(0, 0, 0), 1, SomeSuite.Noon, [7]);
            w.Retry(call, 1);
            w.End(call, NewAnswer.Of(ScriptedModels.Replied(ScriptedModels.Request("p/a"), "four"), []));
            w.Score(scoring, call, "echo 1", Score.Pass("yes"));
        });
        runs.Delete(first.Id).ShouldBeTrue();
        runs.Delete(first.Id).ShouldBeFalse();
        runs.Find(first.Id).ShouldBeNull();
        runs.Image(SomeSuite.Hash, image.Hash).ShouldNotBeNull();
        runs.Delete(second.Id).ShouldBeTrue();
        runs.HasSuite(SomeSuite.Hash).ShouldBeFalse();
        using var connection = store.Connect();
        foreach (var table in (string[])["eval_call", "eval_retry", "eval_answer", "eval_exchange", "eval_score", "eval_scoring", "eval_event", "eval_sample", "eval_image", "eval_suite_image"])
            SqliteDialect.Number(connection, $"select count(*) from {table}").ShouldBe(0, table);
    }

    [Fact]
    public void A_record_of_another_program_is_kept_once()
    {
        var record = Record("f1");
        var outcome = runs.Import(record);
        outcome.Kept.ShouldBeTrue();
        runs.Import(record).ShouldBe(outcome with { Kept = false });
        var run = runs.Find(outcome.Run)!;
        run.Origin.ShouldBe(record.Origin);
        (run.Samples, run.Created).ShouldBe((2, SomeSuite.Noon));
        runs.Events(run.Id).Select(e => e.Words).ShouldBe(["Read from log.json.", "One line was empty."]);
        runs.Results(run.Id).Select(r => (r.State, r.Usd, r.Latency)).ShouldBe([(TrialState.Passed, null, null), (TrialState.Errored, null, null)]);
        runs.Trials(run.Id, [new(0, 0, 0)]).Single().Scorer.ShouldBe("match");
        var again = runs.Import(record with { Origin = record.Origin with { Hash = "f2" } });
        again.Kept.ShouldBeTrue();
        runs.Find(again.Run)!.SuiteHash.ShouldBe(run.SuiteHash);
    }

    [Fact]
    public void A_record_that_breaks_off_leaves_nothing_behind()
    {
        var record = Record("f1");
        var twice = record with { Trials = [.. record.Trials, record.Trials[0]] };
        Should.Throw<Exception>(() => runs.Import(twice));
        runs.List().ShouldBeEmpty();
        using var connection = store.Connect();
        SqliteDialect.Number(connection, "select count(*) from eval_suite").ShouldBe(0);
    }

    [Fact]
    public void A_run_of_a_newer_program_is_refused_and_says_why()
    {
        var run = Begin(1);
        using (var connection = store.Connect()) SqliteDialect.Execute(connection, """update eval_run set settings = '{"format":2,"repetitions":1,"concurrency":1}'""");
        Should.Throw<StoreException>(() => runs.Find(run.Id)).Message.ShouldContain("newer Assay");
    }

    private static ImportedRun Record(string hash) => new()
    {
        Suite = SomeSuite.About, Samples = [.. SomeSuite.Samples(2)], Models = ["other/model"], Settings = new(), Created = SomeSuite.Noon, Origin = new("inspect", "log.json", hash, "inspect 0.3"), Notes = ["One line was empty."],
        Trials =
        [
            new() { Key = new(0, 0, 0), Outcome = new CallOutcome.Replied("0", StopReason.Complete), Score = Score.Pass("C"), Scorer = "match" },
            new() { Key = new(0, 1, 0), Outcome = new CallOutcome.Failed(new(FailureKind.ProviderError, "boom")) },
        ],
    };

    private Run Begin(int samples, string id = "01kaaaaaaaaaaaaaaaaaaaaaaa")
    {
        if (!runs.HasSuite(SomeSuite.Hash)) runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, SomeSuite.Samples(samples), Never);
        var run = SomeSuite.Run(samples, id);
        runs.Begin(run, "go");
        return run;
    }

    private void Write(string run, Action<TrialWriter, long> action)
    {
        using var connection = store.Connect();
        using var transaction = connection.BeginTransaction();
        using var writer = new TrialWriter(connection, run);
        action(writer, RunStore.Newest(connection, run));
        writer.Changed();
        transaction.Commit();
    }

    private static CallImage Never(SampleImage image) => throw new InvalidOperationException("No sample has an image.");

    /// <summary>Records that hold lists do not compare by content.</summary>
    private static string Plain<T>(T value) => JsonSerializer.Serialize(value);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
