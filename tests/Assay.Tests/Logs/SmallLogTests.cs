using Assay.Adapters.Logs;
using Assay.Calls;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

/// <summary>Each format on a small file of our own making, so that the tests mean something without the real logs.</summary>
public sealed class SmallLogTests
{
    public static string In(string file) => Path.Combine(TestData.Folder, "logs", file);

    [Fact]
    public void Inspect_epochs_are_repetitions_and_an_error_is_not_a_fail()
    {
        var run = LogReading.One(In("inspect.json"));
        LogReading.Told(run).ShouldBe("3 samples, 1 models, 2 repetitions: 1 errored, 1 failed, 3 passed, 1 refused");
        run.Samples.Select(s => s.Id).ShouldBe(["1", "2", "10"]);
        run.Samples[0].Input.ShouldBe("Colour of grass?\n\nA) red\nB) green");
        run.Samples[1].Target.ShouldBe(["blue", "azure"]);
        run.Samples[1].Images.Count.ShouldBe(1);
        run.Suite.ShouldSatisfyAllConditions(s => s.Id.ShouldBe("flags"), s => s.Version.ShouldBe("3"), s => s.System.ShouldBe("Answer with one word."), s => s.Categories.ShouldBe(["colours"]), s => s.DefaultScorer.Id.ShouldBe("imported"));
        run.Settings.Parameters.ShouldSatisfyAllConditions(p => p.Temperature.ShouldBe(0.5m), p => p.MaxOutputTokens.ShouldBe(64));
        run.Origin.ShouldSatisfyAllConditions(o => o.File.ShouldBe("inspect.json"), o => o.By.ShouldBe("inspect_ai 0.3.200"), o => o.Hash.Length.ShouldBe(64));
        var cached = run.Trials.Single(t => t.Key == new TrialKey(0, 2, 1)).Usage!;
        (cached.Input, cached.Output, cached.CacheRead).ShouldBe((25, 2, 20));
        run.Trials.Single(t => t.Outcome is CallOutcome.Failed).Outcome.ShouldBeOfType<CallOutcome.Failed>().Failure.Kind.ShouldBe(FailureKind.RateLimited);
        run.Notes.ShouldContain(n => n.Contains("1 sample of the run have no record") && n.Contains("11"));
        run.Notes.ShouldContain(n => n.StartsWith("Scored by match; also in the log, and not taken: length", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_scorer_can_be_chosen_and_what_lies_outside_of_0_to_1_is_unscored()
    {
        var run = LogReading.One(In("inspect.json"), new(Scorer: "length"));
        run.Trials.Count(t => t.Score is Score.Unscored).ShouldBe(4);
        run.Trials[0].Score.ShouldBeOfType<Score.Unscored>().Why.ShouldBe("length is 5 in the log: outside of 0 to 1, and the log does not state its scale.");
        Should.Throw<LogRefusedException>(() => LogReading.One(In("inspect.json"), new(Scorer: "width"))).Message.ShouldBe("No trial has a score 'width'. The scores in it: length, match.");
    }

    [Fact]
    public void Promptfoo_repeats_are_repetitions_and_its_keys_stay_behind()
    {
        var run = LogReading.One(In("promptfoo.json"));
        LogReading.Told(run).ShouldBe("1 samples, 2 models, 2 repetitions: 1 errored, 1 failed, 2 passed");
        run.Models.ShouldBe(["acme:fern-1", "moss"]);
        run.Samples[0].Target.ShouldBe(["equals: 4"]);
        var first = run.Trials[0];
        first.Cost!.Usd.ShouldBe(0.00002m);
        first.Attempts.Single().Duration.TotalMilliseconds.ShouldBe(120);
        run.Trials.Single(t => t.Cached).Attempts.ShouldBeEmpty();
        run.Trials[3].Outcome.ShouldBeOfType<CallOutcome.Replied>().Text.ShouldBe("{\"answer\":4}");
        run.Trials[3].Score.ShouldBeOfType<Score.Scored>().ShouldSatisfyAllConditions(s => s.Value.ShouldBe(0.8), s => s.Passed.ShouldBe(true));
        System.Text.Json.JsonSerializer.Serialize(run.Samples).ShouldNotContain("sk-not-to-be-kept");
    }

    [Fact]
    public void OpenAi_evals_events_of_a_sample_are_one_trial()
    {
        var run = LogReading.One(In("openai-evals.jsonl"));
        LogReading.Told(run).ShouldBe("3 samples, 1 models, 1 repetitions: 1 errored, 1 failed, 1 passed");
        run.Samples.Select(s => s.Id).ShouldBe(["greet.2", "greet.10", "greet.11"]);
        run.Samples[0].Input.ShouldBe("system:\nBe short.\n\nuser:\nSay hi.");
        run.Samples[0].Target.ShouldBe(["hi", "hello"]);
        run.Created!.Value.UtcDateTime.ShouldBe(new DateTime(2026, 5, 6, 7, 8, 9, 100, DateTimeKind.Utc));
        run.Notes.ShouldContain(n => n.StartsWith("A sample whose prompt the record does not hold (greet.11)", StringComparison.Ordinal));
    }

    [Fact]
    public void Helm_is_read_from_its_folder_and_a_perturbed_question_is_related_to_its_own()
    {
        var run = LogReading.One(In("helm-run"));
        LogReading.Told(run).ShouldBe("4 samples, 1 models, 1 repetitions: 1 errored, 1 failed, 2 passed");
        run.Suite.Title.ShouldBe("letters:dataset=x,method=multiple_choice_joint");
        run.Suite.Version.ShouldBe("5-shot");
        run.Samples.Select(s => s.Id).ShouldBe(["id2", "id2 typos", "id3", "id10"]);
        run.Samples[1].Cluster.ShouldBe("id2");
        run.Samples[0].ShouldSatisfyAllConditions(s => s.Input.ShouldBe("Pick id2\n\nA. yes\nB. no"), s => s.Target.ShouldBe(["B"]));
        run.Trials[0].Usage!.Origin.ShouldBe(UsageOrigin.Counted);
        run.Trials.Single(t => t.Outcome is CallOutcome.Failed).Score.ShouldBeNull();
    }

    [Fact]
    public void Results_of_lm_eval_bring_the_samples_beside_them_each_task_a_run()
    {
        var runs = LogReading.Read(In("results_2026-01-02T03-04-05.678.json")).Select(r => r.Run).ToArray();
        runs.Select(r => r.Suite.Id).ShouldBe(["sky", "sums"]);
        runs[0].Suite.Version.ShouldBe("2.0, 5-shot");
        LogReading.Told(runs[0]).ShouldBe("2 samples, 1 models, 1 repetitions: 1 failed, 1 passed");
        runs[0].Samples[1].ShouldSatisfyAllConditions(s => s.Input.ShouldBe("The sky is\n\nA) blue\nB) green"), s => s.Target.ShouldBe(["green"]));
        runs[0].Trials[0].Outcome.ShouldBeOfType<CallOutcome.Replied>().Text.ShouldBe("blue");
        LogReading.Told(runs[1]).ShouldBe("3 samples, 1 models, 1 repetitions: 1 failed, 1 passed, 1 unscored");
        runs[1].Notes.ShouldContain(n => n.Contains("loose instead of strict"));
        runs[1].Models.ShouldBe(["acme/fern-1"]);
        runs[1].Settings.Parameters.MaxOutputTokens.ShouldBe(32);
    }

    [Fact]
    public void Every_eval_ever_pairs_models_and_takes_the_verdict_where_the_score_has_another_scale()
    {
        var run = LogReading.One(In("eee_samples.jsonl"));
        LogReading.Told(run).ShouldBe("2 samples, 2 models, 1 repetitions: 1 errored, 1 failed, 2 passed");
        run.Models.ShouldBe(["acme/fern", "acme/moss"]);
        run.Created!.Value.Year.ShouldBe(2026);
        run.Trials[0].Attempts.Single().Duration.TotalMilliseconds.ShouldBe(250);
    }

    [Fact]
    public void Terminal_bench_trials_with_a_verdict_of_the_tests_are_scored_and_others_are_errors()
    {
        var run = LogReading.One(In("terminal-bench.json"), new("goose with claude"));
        LogReading.Told(run).ShouldBe("3 samples, 1 models, 1 repetitions: 1 errored, 1 failed, 1 passed");
        run.Trials[0].Usage!.Input.ShouldBe(100);
        run.Trials[1].Usage.ShouldBeNull();
        run.Trials[1].Score.ShouldBeOfType<Score.Scored>().Why.ShouldBe("Tests that did not pass: t2. The agent ended with 'agent_timeout'.");
    }

    [Fact]
    public void Mmmu_pro_needs_the_name_of_the_model()
    {
        LogReading.Told(LogReading.One(In("mmmu-pro.jsonl"), new("a/b"))).ShouldBe("2 samples, 1 models, 1 repetitions: 1 failed, 1 passed");
        LogReading.Outcome(In("mmmu-pro.jsonl")).ShouldBe("refused: The record does not name the model; only its file's name may. Say which it was with --model NAME.");
    }

    [Fact]
    public void In_a_folder_each_record_is_found_once()
    {
        var passedOver = new List<string>();
        var found = LogFolder.Sources(In(""), null, passedOver).Select(s => s.Name).ToArray();
        found.ShouldBe(["eee_samples.jsonl", "inspect.json", "mmmu-pro.jsonl", "openai-evals.jsonl", "promptfoo.json", "samples_sky_2026-01-02T03-04-05.678.jsonl", "samples_sums_2026-01-02T03-04-05.678.jsonl", "terminal-bench.json", "helm-run"]);
        passedOver.ShouldBe(["results_2026-01-02T03-04-05.678.json"]);
    }

    [Fact]
    public void Every_reader_is_in_the_list_and_in_the_docs()
    {
        var classes = typeof(ILogReader).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ILogReader)));
        LogReaders.All.Select(r => r.GetType()).ShouldBe(classes, ignoreOrder: true);
        var docs = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "logs.md"));
        foreach (var reader in LogReaders.All) docs.ShouldContain($"| `{reader.Id}` |", customMessage: reader.Id);
    }

    [Fact]
    public void An_unknown_format_lists_those_there_are() =>
        Should.Throw<LogRefusedException>(() => LogReaders.Named("helmet")).Message.ShouldStartWith("'helmet' is not a format of eval records. Allowed: auto, assay, inspect,");
}
