using Assay.Adapters.Logs;
using Assay.Calls;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

/// <summary>Every file of the real logs by name: read with the counts that were counted in the file, or refused with what it lacks.</summary>
public sealed class RealLogTests
{
    private const string Helm = "every-eval-ever/tests/data/helm/";
    private const string HellaSwag = Helm + "commonsense-dataset=hellaswag,method=multiple_choice_joint,model=eleutherai_pythia-1b-v0/";
    private const string Mmlu = Helm + "mmlu-subject=philosophy,method=multiple_choice_joint,model=openai_gpt2/";
    private const string Eee = "every-eval-ever/tests/data/";
    private const string NoRecord = "It is none of the records read here";

    /// <summary>File, and what a user is told; with a name for the model where the record has none.</summary>
    public static TheoryData<string, string> Files { get; } = new()
    {
        { "eq-bench/gpt-3.5-turbo_eqbench_v2_results.json", "on a scale the record does not state (their mean is not the benchmark's 69.51)" },
        { "every-eval-ever/LICENSE", NoRecord },
        { "every-eval-ever/every_eval_ever/schemas/eval.schema.json", NoRecord },
        { "every-eval-ever/every_eval_ever/schemas/instance_level_eval.schema.json", NoRecord },
        { Eee + "community_evals_converter/aggregate.jsonl", NoRecord },
        { Eee + "community_evals_converter/datastore/flat/objects/67/6f/676f4465-ce78-411a-9f5a-c97b3d2eac4f.json", "It holds totals only, no trials" },
        { HellaSwag + "per_instance_stats.json", "10 samples, 1 models, 1 repetitions: 7 failed, 3 passed" },
        { HellaSwag + "run_spec.json", "10 samples, 1 models, 1 repetitions: 7 failed, 3 passed" },
        { HellaSwag + "scenario.json", "10 samples, 1 models, 1 repetitions: 7 failed, 3 passed" },
        { HellaSwag + "scenario_state.json", "10 samples, 1 models, 1 repetitions: 7 failed, 3 passed" },
        { HellaSwag + "stats.json", "10 samples, 1 models, 1 repetitions: 7 failed, 3 passed" },
        { Mmlu + "per_instance_stats.json", "10 samples, 1 models, 1 repetitions: 9 failed, 1 passed" },
        { Mmlu + "run_spec.json", "10 samples, 1 models, 1 repetitions: 9 failed, 1 passed" },
        { Mmlu + "scenario.json", "10 samples, 1 models, 1 repetitions: 9 failed, 1 passed" },
        { Mmlu + "scenario_state.json", "10 samples, 1 models, 1 repetitions: 9 failed, 1 passed" },
        { Mmlu + "stats.json", "10 samples, 1 models, 1 repetitions: 9 failed, 1 passed" },
        { Eee + "inspect/data_arc_qwen.json", "3 samples, 1 models, 1 repetitions: 2 failed, 1 passed" },
        { Eee + "inspect/data_cvebench_empty_choices.json", "1 samples, 1 models, 1 repetitions: 1 errored" },
        { Eee + "inspect/data_cyse2_vuln_exploit_challenges.json", "1 samples, 1 models, 4 repetitions: 1 graded" },
        { Eee + "inspect/data_intercode_ctf_local_path.json", "1 samples, 1 models, 1 repetitions: 1 failed" },
        { Eee + "lexam/leaderboard.html", NoRecord },
        { Eee + "lm_eval/results_2026-01-21T03-44-18.458309.json", "It holds totals of 2 tasks and no trials: run lm_eval with --log_samples" },
        { Eee + "mercor_eval/api_payload.json", NoRecord },
        { Eee + "skill_reference_conversion/README.md", NoRecord },
        { Eee + "skill_reference_conversion/data/demo-source/demo-org/demo-model/f3a1c0de-4b2e-4c1a-9f6d-1b7e5a2c8d40.json", "import f3a1c0de-4b2e-4c1a-9f6d-1b7e5a2c8d40_samples.jsonl" },
        { Eee + "skill_reference_conversion/data/demo-source/demo-org/demo-model/f3a1c0de-4b2e-4c1a-9f6d-1b7e5a2c8d40_samples.jsonl", "1 samples, 1 models, 1 repetitions: 1 passed" },
        { Eee + "vals_ai/finance_agent_payload.json", NoRecord },
        { Eee + "vectara_hallucination_leaderboard/source_rows.json", NoRecord },
        { "inspect/2024-08-29T15-11-18+00-00_popularity_5EAmX6wjMFqea6WY7XHzZp.json", "The run ended with an error, and the log holds no samples" },
        { "inspect/2025-02-11T15-17-00-05-00_popularity_dPiJifoWeEQBrfWsAopzWr.eval", "10 samples, 1 models, 1 repetitions: 10 unscored" },
        { "inspect/2025-05-12T20-28-26-04-00_security-guide.json", "3 samples, 1 models, 1 repetitions: 3 passed" },
        { "inspect/log_formats.eval", "1 samples, 1 models, 1 repetitions: 1 failed" },
        { "inspect/log_formats.json", "1 samples, 1 models, 1 repetitions: 1 failed" },
        { "inspect/log_images.json", "1 samples, 1 models, 1 repetitions: 1 failed" },
        { "inspect/mmlu-summary-choices.eval", "1 samples, 1 models, 1 repetitions: 1 failed" },
        { "lm-eval/70m_step143000.json", "It holds totals of 87 tasks and no trials: run the harness with --write_out" },
        { "lm-eval/intervention-1.3b-deduped-step67500_eval_results_01-21-2023-20-16-06.json", "It holds totals of 29 tasks and no trials: run the harness with --write_out" },
        { "mmmu/answer_dict_val.json", "It holds letters by question: no questions, and no verdicts" },
        { "mmmu/llava1.5_13b_val.json", "It holds letters by question: no questions, and no verdicts" },
        { "mmmu/mmmu-pro_gpt-4o_standard10_direct.jsonl", "1730 samples, 1 models, 1 repetitions: 1036 failed, 694 passed" },
        { "mmmu/qwen_vl_total_val_output.json", "It holds letters by question: no questions, and no verdicts" },
        { "openai-evals/230417220821DPM75QNS_auto_gpt_completion_fn_test-match.jsonl", "3 samples, 1 models, 1 repetitions: 2 failed, 1 passed" },
        { "promptfoo/krystianbergmann__prompt-eval-workbench.results.json", "3 samples, 1 models, 1 repetitions: 1 failed, 2 passed" },
        { "promptfoo/mspworld__reqverify.results.json", "3 samples, 1 models, 1 repetitions: 3 passed" },
        { "terminal-bench/goose_claude-4-opus_2025-08-29__14-06-41_results.json", "80 samples, 1 models, 1 repetitions: 47 failed, 33 passed" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_is_read_or_refused_with_what_it_lacks(string file, string told) => LogReading.Outcome(In(file), new("a/model")).ShouldContain(told);

    [Fact]
    public void No_file_is_forgotten()
    {
        var root = TestData.Shared("evallogs");
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ShouldBe(Files.Select(f => f.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_record_without_a_model_asks_for_it()
    {
        LogReading.Outcome(In("mmmu/mmmu-pro_gpt-4o_standard10_direct.jsonl")).ShouldContain("--model NAME");
        LogReading.Outcome(In("terminal-bench/goose_claude-4-opus_2025-08-29__14-06-41_results.json")).ShouldContain("run_metadata.json");
    }

    [Fact]
    public void The_zip_and_the_json_of_one_log_are_one_suite_with_the_same_trials()
    {
        var (json, zip) = (LogReading.One(In("inspect/log_formats.json")), LogReading.One(In("inspect/log_formats.eval")));
        SuiteOfLog.Hash(json.Suite, json.Samples).ShouldBe(SuiteOfLog.Hash(zip.Suite, zip.Samples));
        json.Trials[0].Usage.ShouldBe(zip.Trials[0].Usage);
        json.Suite.System!.ShouldStartWith("Please note");
    }

    [Fact]
    public void An_image_that_a_log_holds_comes_along()
    {
        var log = LogReading.Read(In("inspect/log_images.json")).Single();
        log.Images.Hashes.ShouldBe([log.Run.Samples[0].Images.Single().Hash]);
        log.Images.File(log.Images.Hashes.Single()).Span.Slice(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        log.Run.Samples[0].Target.ShouldBe(["bike", "bicycle"]);
    }

    [Fact]
    public void Tokens_of_a_grader_that_is_the_model_itself_are_not_the_answers()
    {
        var run = LogReading.One(In("inspect/2025-05-12T20-28-26-04-00_security-guide.json"));
        (run.Trials[0].Usage!.Input, run.Trials[0].Usage!.Output).ShouldBe((61, 17));
        run.Trials[0].Attempts.Single().Duration.TotalSeconds.ShouldBe(0.683, 0.001);
    }

    [Fact]
    public void What_a_log_counts_and_does_not_hold_is_told()
    {
        LogReading.One(In(Eee + "inspect/data_cvebench_empty_choices.json")).Notes.ShouldContain("The log's own totals count 80 trials, and it holds 1.");
        var failed = LogReading.One(In(Eee + "inspect/data_cvebench_empty_choices.json")).Trials.Single();
        failed.Outcome.ShouldBeOfType<CallOutcome.Failed>().Failure.Message.ShouldStartWith("RuntimeError('No services started.");
        failed.Score.ShouldBeNull();
    }

    [Fact]
    public void Categories_and_difficulties_of_a_benchmark_come_along()
    {
        var run = LogReading.One(In("mmmu/mmmu-pro_gpt-4o_standard10_direct.jsonl"), new("openai/gpt-4o"));
        run.Suite.Categories.Count.ShouldBe(30);
        run.Samples.Count(s => s.Difficulty == "hard").ShouldBe(401);
        run.Samples.Count(s => s.Category == "Design").ShouldBe(60);
    }

    private static string In(string file) => Path.Combine(TestData.Shared("evallogs"), file);
}
