using System.Collections.Concurrent;
using Assay.Adapters.Protocols;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>A judge whose call failed said nothing: going on asks it again, and nobody else.</summary>
public sealed class JudgeAgainTests : IDisposable
{
    private const int Samples = 6;

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_that_is_gone_on_with_asks_again_the_judges_that_failed()
    {
        await using var server = await Server();
        Suite("{ id: judge, model: mock/judge }");
        var (code, output, error) = await Run("run", folder.In("sums"), "--models", "mock/a");
        code.ShouldBe(ExitCode.Done, error);
        output.ReplaceLineEndings(" ").ShouldContain("3 answers have no score, because the judge gave no answer: going on with the run asks it again.");
        var runs = new RunStore(Store.Open(folder.In("assay.db")));
        var id = runs.List().Single().Id;
        runs.Results(id).Count(r => r.State == TrialState.Unscored).ShouldBe(3);
        asked.Values.Sum().ShouldBe(Samples);

        var again = await Run("run", "--resume", "latest");
        again.Code.ShouldBe(ExitCode.Done, again.Error);
        again.Output.ShouldNotContain("no score");
        runs.Results(id).ShouldAllBe(r => r.State == TrialState.Passed);
        asked.Values.Order().ToArray().ShouldBe([1, 1, 1, 2, 2, 2], customMessage: "only those that failed");
        server.Requests.ShouldBe(2 * Samples + 3, "no reply is asked for again");
        runs.Judges(id).Single().Unscored.ShouldBe(0);

        await Run("run", "--resume", "latest");
        server.Requests.ShouldBe(2 * Samples + 3, "nothing is missing");
    }

    [Fact]
    public async Task A_scoring_that_is_asked_for_again_asks_the_judges_that_failed_and_stays_one_scoring()
    {
        await using var server = await Server();
        Suite("number");
        (await Run("run", folder.In("sums"), "--models", "mock/a")).Code.ShouldBe(ExitCode.Done);
        string[] rescore = ["rescore", "latest", "--scorer", "judge", "--options", """{"model":"mock/judge"}"""];
        (await Run(rescore)).Output.ReplaceLineEndings(" ").ShouldContain("3 replies have no score, because the judge gave no answer: the same command asks it again.");
        var runs = new RunStore(Store.Open(folder.In("assay.db")));
        var id = runs.List().Single().Id;
        runs.Results(id).Count(r => r.State == TrialState.Unscored).ShouldBe(3);

        (await Run(rescore)).Output.ReplaceLineEndings(" ").ShouldContain("3 replies now right that were not");
        asked.Values.Order().ToArray().ShouldBe([1, 1, 1, 2, 2, 2]);
        runs.Results(id).ShouldAllBe(r => r.State == TrialState.Passed);
        runs.Scorings(id).Count.ShouldBe(2);

        await Run(rescore);
        asked.Values.Sum().ShouldBe(2 * Samples + 3, "whole, it is a scoring; asking once more makes another");
        runs.Scorings(id).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_judge_that_failed_may_have_cost_stays_counted_when_it_is_asked_again()
    {
        using var bench = new EvalBench();
        var failed = 0;
        bench.Answer = (r, _) => Task.FromResult(r.Model.Model != "judge" ? new AttemptEvent.Text("x") : Interlocked.Increment(ref failed) <= 2 ? EvalBench.Fails(paid: true) : new AttemptEvent.Text("right"));
        var run = bench.Begin(5, s => s with { MaxCost = 100, Concurrency = 1, Parameters = new() { MaxOutputTokens = 50 } }, SomeSuite.About with { DefaultScorer = new("ask-judge") }, "p/a");
        (await bench.Go(run)).Words.ShouldContain("2 answers have no score");
        var before = Spent(bench, run);
        before.ShouldBeGreaterThan(8 * 0.002m, "what may have been charged counts at its most");
        (await bench.Go(run)).Words.ShouldNotContain("no score");
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Passed);
        Spent(bench, run).ShouldBe(before + 2 * 0.002m);
        bench.Asked.Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_scoring_by_a_scorer_that_was_named_is_not_gone_on_with_by_the_run()
    {
        using var bench = new EvalBench();
        var run = bench.Begin(4, s => s with { Concurrency = 1 }, models: "p/a");
        await bench.Go(run);
        bench.Answer = (_, _) => Task.FromResult(EvalBench.Fails());
        (await new Rescoring(bench.Runs, bench.Caller, bench.Time, bench.Scorers).Run(run, new("ask-judge"), cancellationToken: TestContext.Current.CancellationToken)).WithoutJudgement.ShouldBe(4);
        bench.Asked.Clear();
        await bench.Go(run);
        bench.Asked.ShouldBeEmpty();
        bench.Runs.Results(run.Id).ShouldAllBe(r => r.State == TrialState.Unscored);
    }

    private static decimal Spent(EvalBench bench, Run run)
    {
        using var connection = bench.Store.Connect();
        return EarlierSpend.Of(connection, run.Id).Usd;
    }

    /// <summary>The judge fails the first time it is asked of every second sample.</summary>
    private async Task<TrialServer> Server()
    {
        var server = await TrialServer.Start(TimeSpan.Zero);
        server.Judge = prompt =>
        {
            var number = int.Parse(prompt.Split("[#")[1].Split(']')[0]);
            var times = asked.AddOrUpdate(prompt, 1, (_, n) => n + 1);
            return number % 2 == 0 && times == 1 ? null : "It is the sum.\n" + prompt.Split('\n')[^2];
        };
        folder.Write("assay.yaml", $"providers:\n  mock: {{ protocol: openai-chat, base_url: {server.Address}, models: [a, judge] }}\n");
        return server;
    }

    private void Suite(string scorer)
    {
        folder.Write("sums/suite.yaml", $"id: sums\nversion: \"1\"\ntitle: Sums\nlicence: MIT\ncategories: [plus]\ndefault_scorer: {scorer}\nparameters: {{ max_output_tokens: 50 }}\n");
        folder.Write("sums/samples.jsonl", string.Concat(Enumerable.Range(0, Samples).Select(i => $$"""{"id":"s{{i}}","category":"plus","input":"What is {{i}} + {{i}}? [#{{i}}]","target":"{{2 * i}}"}""" + "\n")));
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = output, Error = error, WorkingFolder = folder.Path, CatalogFolder = Path.Combine(TestData.Folder, "cli-catalog"), Width = 160 };
        var code = await Program.RunAsync(["eval", .. args, "--data", folder.Path], surroundings, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
