using System.Text.Json;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

public sealed class EvalCliTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public EvalCliTests()
    {
        folder.Write("sums/suite.yaml", "id: sums\nversion: \"1\"\ntitle: Sums\nlicence: MIT\ncategories: [plus]\ndefault_scorer: number\nparameters: { max_output_tokens: 50 }\n");
        folder.Write("sums/samples.jsonl", string.Concat(Enumerable.Range(0, 6).Select(i => $$"""{"id":"s{{i}}","category":"plus","input":"What is {{i}} + {{i}}? [#{{i}}]","target":"{{(i == 5 ? 11 : 2 * i)}}"}""" + "\n")));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_suite_is_put_to_models_and_the_answers_can_be_scored_anew_and_deleted()
    {
        await using var server = await TrialServer.Start(TimeSpan.Zero);
        Declare(server);
        var (code, output, error) = await Run("run", folder.In("sums"), "--models", "mock/a,mock/b", "--repetitions", "2", "--json");
        error.ShouldContain("6 samples of sums × 2 models × 2 repetitions = 24 trials");
        code.ShouldBe(ExitCode.Done, error);
        var view = JsonDocument.Parse(output).RootElement;
        (view.GetProperty("state").GetString(), view.GetProperty("trials").GetInt32(), view.GetProperty("open").GetInt32()).ShouldBe(("finished", 24, 0));
        view.GetProperty("models").EnumerateArray().Select(m => (m.GetProperty("model").GetString(), m.GetProperty("passed").GetInt32(), m.GetProperty("failed").GetInt32())).ShouldBe([("mock/a", 10, 2), ("mock/b", 10, 2)]);
        var id = view.GetProperty("run").GetString()!;
        server.Asked.Values.Sum().ShouldBe(24);

        var again = await Run("run", "--resume", "latest");
        again.Code.ShouldBe(ExitCode.Done);
        again.Output.ShouldContain($"Run {id}: finished");
        server.Asked.Values.Sum().ShouldBe(24);

        var cached = await Run("run", folder.In("sums"), "--models", "mock/a", "--repetitions", "2", "--cache", "--json");
        JsonDocument.Parse(cached.Output).RootElement.GetProperty("models")[0].GetProperty("cached").GetInt32().ShouldBe(12);
        server.Asked.Values.Sum().ShouldBe(24);

        var rescored = await Run("rescore", id, "--scorer", "number", "--options", """{"tolerance":1}""");
        rescored.Output.ShouldContain("24 replies of run");
        rescored.Output.ShouldContain("4 verdicts changed");
        rescored.Output.ShouldContain("mock/a, s5: failed → passed");
        (await Run("rescore", id, "--json")).Output.ShouldContain("\"now_failed\":4");
        var runs = new RunStore(Store.Open(folder.In("assay.db")));
        runs.Scorings(id).Select(s => s.Words).ShouldBe(["As the answers came.", """Scored again with number {"tolerance":1} for every sample.""", "Scored again as the suite says."]);
        runs.Results(id, runs.Scorings(id)[1].Id).ShouldAllBe(r => r.State == TrialState.Passed);

        (await Run("delete", id[..^1])).Code.ShouldBe(ExitCode.Done);
        runs.Find(id).ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_tells_what_it_may_cost_and_keeps_nothing()
    {
        await using var server = await TrialServer.Start(TimeSpan.Zero);
        Declare(server);
        var (code, output, _) = await Run("run", folder.In("sums"), "--models", "mock/a,local/pp-ocr-v4-en", "--dry-run");
        (code, output.Contains("local/pp-ocr-v4-en")).ShouldBe((ExitCode.BadInput, false));
        (code, output, _) = await Run("run", folder.In("sums"), "--models", "mock/a", "--dry-run");
        code.ShouldBe(ExitCode.Done);
        output = output.ReplaceLineEndings(" ");
        output.ShouldContain("6 trials; what they may cost cannot be told.");
        output.ShouldContain("The catalogue holds no offer of mock/a");
        server.Asked.ShouldBeEmpty();
        new RunStore(Store.Open(folder.In("assay.db"))).List().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_start_says_why_and_ends_with_3()
    {
        await using var server = await TrialServer.Start(TimeSpan.Zero);
        Declare(server);
        foreach (var (words, args) in new (string, string[])[]
        {
            ("'nowhere' is neither a folder nor the id of a suite", ["run", "nowhere", "--models", "mock/a"]),
            ("No model is named", ["run", folder.In("sums")]),
            ("0 is no number of repetitions", ["run", folder.In("sums"), "--models", "mock/a", "--repetitions", "0"]),
            ("--concurrency 'many' is not a whole number", ["run", folder.In("sums"), "--models", "mock/a", "--concurrency", "many"]),
            ("mock/a is named twice", ["run", folder.In("sums"), "--models", "mock/a,mock/a"]),
            ("--max-cost cannot be held for mock/a", ["run", folder.In("sums"), "--models", "mock/a", "--max-cost", "1"]),
            ("No run has the id 'abc'", ["run", "--resume", "abc"]),
            ("No run has the id 'abc'", ["rescore", "abc"]),
            ("No run has the id 'abc'", ["delete", "abc"]),
        })
        {
            var answer = await Run(args);
            answer.Code.ShouldBe(ExitCode.BadInput, answer.Error);
            answer.Error.ShouldContain(words);
        }
        (await Run("run", "--models", "mock/a")).Code.ShouldBe(ExitCode.Usage);
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_goes_on_only_with_the_suite_it_began_with_and_only_speed_and_money_may_change()
    {
        await using var server = await TrialServer.Start(TimeSpan.Zero);
        Declare(server);
        await Run("run", folder.In("sums"), "--models", "mock/a");
        (await Run("run", folder.In("sums"), "--resume", "latest", "--concurrency", "2")).Code.ShouldBe(ExitCode.Done);
        var changed = await Run("run", "--resume", "latest", "--temperature", "1");
        (changed.Code, changed.Error.Contains("--temperature cannot be changed")).ShouldBe((ExitCode.BadInput, true));
        File.AppendAllText(folder.In("sums/samples.jsonl"), """{"id":"s9","category":"plus","input":"1+1? [#9]","target":"2"}""" + "\n");
        var other = await Run("run", folder.In("sums"), "--resume", "latest");
        (other.Code, other.Error.Contains("is not the suite that run")).ShouldBe((ExitCode.BadInput, true));
    }

    [Fact]
    public async Task Trials_without_an_answer_end_with_4_and_say_how_to_go_on()
    {
        File.WriteAllText(folder.In("assay.yaml"), "providers:\n  mock: { protocol: openai-chat, base_url: http://127.0.0.1:9/v1, api_key_env: ASSAY_TEST_NO_SUCH_KEY, models: [a] }\n");
        var missing = await Run("run", folder.In("sums"), "--models", "mock/a");
        (missing.Code, missing.Error.Contains("ASSAY_TEST_NO_SUCH_KEY")).ShouldBe((ExitCode.BadInput, true));
        await using var server = await TrialServer.Start(TimeSpan.Zero);
        File.WriteAllText(folder.In("assay.yaml"), $"providers:\n  mock: {{ protocol: openai-chat, base_url: {server.Address}/wrong, models: [a] }}\n");
        var (code, output, _) = await Run("run", folder.In("sums"), "--models", "mock/a");
        code.ShouldBe(ExitCode.Outside);
        output.ShouldContain("6 trials without an answer. To ask them: assay eval run --resume");
    }

    private void Declare(TrialServer server) => File.WriteAllText(folder.In("assay.yaml"), $"providers:\n  mock: {{ protocol: openai-chat, base_url: {server.Address}, models: [a, b] }}\n");

    private async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = error, WorkingFolder = folder.Path, CatalogFolder = Path.Combine(TestData.Folder, "cli-catalog"), Width = 160 };
        var code = await Program.RunAsync(["eval", .. args, "--data", folder.Path], surroundings, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
