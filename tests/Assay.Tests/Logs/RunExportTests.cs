using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Adapters.Images;
using Assay.Adapters.Logs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Host.Evaluation.Exports;
using Assay.Tests.Evaluation;
using Assay.Tests.Importers.Mutations;
using Assay.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

public sealed class RunExportTests : IDisposable
{
    private const string Key = "sk-a-key-that-must-stay-here";

    private readonly TemporaryFolder folder = new();
    private readonly ImageWork work = new(null);
    private readonly RunStore runs;

    public RunExportTests() => runs = new(Store.Open(folder.In("assay.db")));

    public void Dispose()
    {
        work.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Json_comes_back_as_the_same_run()
    {
        var run = await Imported(SmallLogTests.In("inspect.json"));
        var answered = runs.Results(run.Id).First(r => r.HasScore).Key;
        new RunLabels(runs).Put(run.Id, [new(answered, "Ann", false) { Note = "It counts the reflection." }]);
        var first = Export(run, "json");
        var other = new RunStore(Store.Open(folder.In("other.db")));
        var outcome = await new LogImport(other, new(work)).Import(new(folder.Write("run.json", first)), null, new(), TestContext.Current.CancellationToken);
        outcome.Refused.ShouldBeNull();
        outcome.Format.ShouldBe("assay");
        var back = other.Find(outcome.Runs.Single().Id)!;
        back.SuiteHash.ShouldBe(run.SuiteHash);
        new RunLabels(other).Of(back.Id).ShouldHaveSingleItem().Note.ShouldBe("It counts the reflection.");
        var second = Export(back, "json", other);
        foreach (var part in (string[])["suite", "totals", "samples", "images", "trials", "labels"]) Text(second, part).ShouldBe(Text(first, part), part);
        (await new LogImport(other, new(work)).Import(new(folder.In("run.json")), null, new(), TestContext.Current.CancellationToken)).Runs.Single().WasThere.ShouldBeTrue();
    }

    [Fact]
    public async Task Json_that_claims_a_suite_whose_samples_it_changed_is_a_suite_of_its_own()
    {
        var run = await Imported(SmallLogTests.In("promptfoo.json"));
        var forged = Export(run, "json").Replace("2 + 2?", "2 + 3?", StringComparison.Ordinal);
        (await Imported(folder.Write("forged.json", forged))).SuiteHash.ShouldNotBe(run.SuiteHash);
    }

    [Fact]
    public void A_damaged_file_of_our_own_is_refused_or_read_whole()
    {
        var bytes = Encoding.UTF8.GetBytes(Export(Hostile_run(), "json"));
        for (var seed = 1; seed <= 150; seed++)
        {
            var chance = new Chance(seed);
            var (told, damaged) = chance.One(3) ? ByteMutation.Of(bytes, chance) : Changed(bytes, chance);
            File.WriteAllBytes(folder.In("damaged.json"), damaged);
            try
            {
                LogReading.Read(folder.In("damaged.json"), format: "assay").ShouldHaveSingleItem();
            }
            catch (LogRefusedException)
            {
                // With a reason: that is what is asked of it.
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                Assert.Fail($"{seed}: {told}: {e}");
            }
        }
    }

    [Fact]
    public async Task Inspect_comes_back_with_the_same_trials()
    {
        var run = await Imported(SmallLogTests.In("inspect.json"));
        var back = LogReading.One(folder.Write("back.json", Export(run, "inspect")));
        LogReading.Told(back).ShouldBe("3 samples, 1 models, 2 repetitions: 1 errored, 1 failed, 3 passed, 1 refused");
        SuiteOfLog.Hash(back.Suite, back.Samples.Select(s => s with { Images = [] })).ShouldBe(SuiteOfLog.Hash(run.Suite, runs.Samples(run.SuiteHash).Select(s => s with { Images = [] })));
        back.Trials.Select(t => (t.Outcome as CallOutcome.Replied)?.Text).ShouldBe(runs.Trials(run.Id, [.. back.Trials.Select(t => t.Key)]).Select(t => (t.Outcome as CallOutcome.Replied)?.Text));
        back.Trials[2].Usage.ShouldNotBeNull().Input.ShouldBe(20);
        back.Settings.Parameters.Temperature.ShouldBe(0.5m);
    }

    /// <summary>The keys that the strictest form of Inspect's schema requires and allows, object by object.</summary>
    [Theory]
    [InlineData("", "version status eval plan results stats error samples reductions")]
    [InlineData("eval", "run_id created task task_id task_version task_file task_attribs task_args solver solver_args tags dataset sandbox model model_base_url model_args config revision packages metadata")]
    [InlineData("eval.dataset", "name location samples sample_ids shuffled")]
    [InlineData("eval.config", "limit epochs epochs_reducer trace approval fail_on_error message_limit token_limit time_limit max_samples max_tasks max_subprocesses sandbox_cleanup log_samples log_images log_buffer")]
    [InlineData("plan", "name steps finish config")]
    [InlineData("plan.config", "max_retries timeout max_connections system_message max_tokens top_p temperature stop_seqs best_of frequency_penalty presence_penalty logit_bias seed suffix top_k num_choices logprobs top_logprobs parallel_tool_calls max_tool_output cache_prompt")]
    [InlineData("plan.steps.0", "solver params")]
    [InlineData("results", "total_samples completed_samples scores metadata")]
    [InlineData("results.scores.0", "name scorer reducer params metrics metadata")]
    [InlineData("stats", "started_at completed_at model_usage")]
    [InlineData("samples.0", "id epoch input choices target sandbox files setup messages output scores metadata store events model_usage error attachments limit")]
    [InlineData("samples.0.output", "model choices usage time metadata error")]
    [InlineData("samples.0.output.usage", "input_tokens output_tokens total_tokens input_tokens_cache_write input_tokens_cache_read")]
    [InlineData("samples.0.output.choices.0", "message stop_reason logprobs")]
    [InlineData("samples.0.output.choices.0.message", "content source role tool_calls")]
    [InlineData("samples.0.messages.0", "content source role")]
    [InlineData("samples.0.messages.1", "content source role")]
    [InlineData("samples.0.scores.match", "value answer explanation metadata")]
    [InlineData("samples.1.error", "message traceback traceback_ansi")]
    public async Task Inspect_logs_have_the_keys_that_its_schema_asks_for(string path, string keys)
    {
        JsonNode at = JsonNode.Parse(Export(await Imported(SmallLogTests.In("inspect.json")), "inspect"))!;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries)) at = int.TryParse(step, out var i) ? at[i]! : at[step]!;
        at.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(keys.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_run_of_several_models_is_a_log_for_each()
    {
        var run = Hostile_run();
        RunExport.Asked("inspect", null, run).Problem!.ShouldContain("holds one model, and the run has 2");
        RunExport.Asked("inspect", "p/c", run).Problem!.ShouldStartWith("'p/c' is no model of the run.");
        RunExport.Asked("pdf", null, run).Problem.ShouldBe("'pdf' is not a format of export. Allowed: json, csv, junit, markdown, html, inspect.");
        JsonNode.Parse(Export(run, "inspect", model: "p/b"))!["eval"]!["model"]!.GetValue<string>().ShouldBe("p/b");
    }

    [Fact]
    public void Junit_tells_errors_fails_and_what_was_not_asked_apart()
    {
        var xml = XDocument.Parse(Export(Hostile_run(), "junit"));
        var suite = xml.Root!.Elements("testsuite").First();
        suite.Attributes().Where(a => a.Name.LocalName is "tests" or "failures" or "errors" or "skipped").Select(a => $"{a.Name}={a.Value}").ShouldBe(["tests=8", "failures=2", "errors=1", "skipped=5"]);
        suite.Descendants("failure").Count().ShouldBe(2);
        suite.Descendants("error").Single().Attribute("message")!.Value.ShouldContain("[folder]");
        suite.Descendants("skipped").Count().ShouldBe(5);
        suite.Elements("testcase").Count().ShouldBe(8);
    }

    [Fact]
    public void Csv_has_a_row_for_every_trial_planned_and_none_that_a_spreadsheet_runs()
    {
        var csv = Export(Hostile_run(), "csv");
        csv.ShouldContain("'" + Hostile.Formula);
        var rows = Cli.CsvText.Parse(csv);
        rows.Count.ShouldBe(17);
        rows.Count(r => r[6] == "not_run").ShouldBe(10);
    }

    [Fact]
    public void Html_stands_alone_and_runs_nothing()
    {
        var html = Export(Hostile_run(), "html");
        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
        html.ShouldContain("default-src 'none'");
        html.ShouldContain("@media print");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        Regex.Matches(html, "<img[^>]*>").Select(m => m.Value).ShouldAllBe(i => i.Contains("src=\"data:image/png;base64,"));
        html.ShouldContain("width=\"640\"");
    }

    [Fact]
    public void Markdown_has_scores_with_intervals_and_names_what_is_open()
    {
        var markdown = Export(Hostile_run(), "markdown");
        markdown.ShouldContain("## Scores");
        markdown.ShouldContain("| Model | Score | 95 % |");
        markdown.ShouldContain("1 errored, 1 refused");
        markdown.ShouldContain("## What was not right");
        markdown.ShouldNotContain("<script>");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("junit")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("inspect")]
    public void No_export_holds_a_key_or_a_folder_of_this_machine(string format)
    {
        var text = Export(Hostile_run(), format, model: format == "inspect" ? "p/a" : null);
        text.ShouldNotContain(Key);
        text.ShouldNotContain(folder.Path);
        text.ShouldNotContain(Path.GetTempPath());
        text.ShouldNotContain(AppContext.BaseDirectory);
    }

    private static (string Told, byte[] Bytes) Changed(byte[] bytes, Chance chance)
    {
        var tree = Tree.Parse(bytes);
        var told = JsonMutation.Of(tree, chance);
        return (told, tree.Bytes());
    }

    [Fact]
    public async Task Exports_are_downloaded_over_http()
    {
        using var site = new Site(new FixedClaims([]));
        using var client = site.Plain();
        var kept = site.Services.GetRequiredService<RunStore>().Import(LogReading.One(SmallLogTests.In("promptfoo.json")));
        using var answer = await client.GetAsync(new Uri($"/api/v1/evals/runs/{kept.Run}/export?format=json", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"assay-small-sums-{kept.Run[..10]}.json");
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["assay_eval_run"]!.GetValue<int>().ShouldBe(1);
        using var wrong = await client.GetAsync(new Uri($"/api/v1/evals/runs/{kept.Run}/export?format=pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        wrong.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        using var none = await client.GetAsync(new Uri("/api/v1/evals/runs/01zzz/export?format=csv", UriKind.Relative), TestContext.Current.CancellationToken);
        none.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>Two models, four samples, two repetitions: texts that have broken writers before, a failed call that names a folder, and most of it never asked.</summary>
    private Run Hostile_run()
    {
        var image = SomeSuite.Image(1, 500);
        var samples = Enumerable.Range(0, 4).Select(i => SomeSuite.Sample(i) with { Input = i == 0 ? Hostile.Script + Hostile.Image : $"Question {i}", Images = i == 1 ? [new("a.png", new string('1', 64))] : [] }).ToArray();
        var origin = new RunOrigin.Imported("inspect", "some.json", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Guid.NewGuid().ToByteArray())), null);
        RecordedTrial Trial(int model, int sample, CallOutcome outcome, Score? score) => new()
        {
            Key = new(model, sample, 0), Outcome = outcome, Score = score, Scorer = score is null ? null : "exact 1", Started = SomeSuite.Noon, Attempts = [new(1, SomeSuite.Noon) { Duration = TimeSpan.FromMilliseconds(1234), Failure = (outcome as CallOutcome.Failed)?.Failure }], Usage = new() { Origin = UsageOrigin.Reported, Input = 10, Output = 3 },
        };
        RecordedTrial[] trials =
        [
            Trial(0, 0, new CallOutcome.Replied(Hostile.Formula, StopReason.Complete), Score.Fail(Hostile.Terminal, Hostile.Turned)),
            Trial(0, 1, new CallOutcome.Failed(new(FailureKind.Engine, $"No such file: {folder.Path}/engines/x.onnx")), null),
            Trial(0, 2, new CallOutcome.Replied("I will not.", StopReason.Refusal), null),
            Trial(0, 3, new CallOutcome.Replied("a\u0001\ud83d\ude00" + Hostile.Script, StopReason.Complete), Score.Fail("no")),
            Trial(1, 0, new CallOutcome.Replied("4", StopReason.Complete), Score.Pass("yes")),
            Trial(1, 1, new CallOutcome.Replied("", StopReason.Empty), new Score.Unscored("the judge said nothing")),
        ];
        var kept = runs.Import(new()
        {
            Suite = SomeSuite.About, Samples = samples, Models = ["p/a", "p/b"], Settings = new() { Repetitions = 2 }, Created = SomeSuite.Noon, Origin = origin, Trials = trials, Notes = [$"Read in {folder.Path}."],
        }, _ => image, suiteHash: null);
        return runs.Find(kept.Run)!;
    }

    private async Task<Run> Imported(string path)
    {
        var outcome = await new LogImport(runs, new(work)).Import(new(path), null, new(), TestContext.Current.CancellationToken);
        outcome.Refused.ShouldBeNull();
        return runs.Find(outcome.Runs.Single().Id)!;
    }

    private string Export(Run run, string format, RunStore? store = null, string? model = null)
    {
        var (asked, problem) = RunExport.Asked(format, model, run);
        asked.ShouldNotBeNull(problem);
        using var output = new MemoryStream();
        new RunExport(store ?? runs, [folder.Path]).Write(run, asked, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Text(string json, string part) => JsonNode.Parse(json)![part]!.ToJsonString();
}
