using System.Text.Json.Nodes;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Cli;
using Assay.Tests.Cli;
using Assay.Tests.Evaluation.Reports;
using Shouldly;
using Xunit;

namespace Assay.Tests.Decisions;

public sealed class DecisionEvalTests : IDisposable
{
    private const string Id = "01k8aaaaaaaaaaaaaaaaaaaaaa", Open = "01k9bbbbbbbbbbbbbbbbbbbbbb";

    private readonly MovingClock clock = new(new(2026, 11, 22));
    private readonly AssayProcess assay;

    public DecisionEvalTests() => assay = new() { Time = clock };

    public void Dispose() => assay.Dispose();

    private async Task<RunStore> Runs()
    {
        await assay.Run("models");
        var store = Store.Open(Path.Combine(assay.Data, "assay.db"), time: clock);
        SeededModel[] models = [new("acme/owl-7b", 0.9), new("birch/heron-1", 0.4)];
        new SeededRuns(Id) { Models = models }.Write(store);
        new SeededRuns(Open) { Models = models, Seed = 2, Ended = Assay.Evaluation.RunEventKind.Stopped, Asked = 40 }.Write(store);
        var runs = new RunStore(store);
        new RunClaims(runs, name => name, clock).Refresh([]);
        return runs;
    }

    private async Task<JsonNode> Decide(params string[] more)
    {
        var answer = await assay.Run(["decide", "owl", "heron-1", "--json", .. more]);
        answer.ExitCode.ShouldBe(ExitCode.Done, answer.Error);
        return JsonNode.Parse(answer.Output)!;
    }

    [Fact]
    public async Task Finished_runs_are_in_with_intervals_paired_test_suite_and_settings()
    {
        await Runs();
        var record = await Decide();
        var eval = record["evals"]!.AsArray().ShouldHaveSingleItem()!;
        eval["run"]!.GetValue<string>().ShouldBe(Id);
        eval["suite_hash"]!.GetValue<string>().Length.ShouldBe(64);
        eval["settings"]!.GetValue<string>().ShouldBe("1 repetition, temperature 0, at most 200 output tokens");
        eval["scores"]!.AsArray().Select(s => s!["model"]!.GetValue<string>()).ShouldBe(["acme/owl-7b", "birch/heron-1"]);
        eval["scores"]!.AsArray().ShouldAllBe(s => s!["interval"]!.GetValue<string>().Contains('–'));
        var pair = eval["pairs"]!.AsArray().ShouldHaveSingleItem()!;
        pair["outcome"]!.GetValue<string>().ShouldBe("first_better");
        pair["p"]!.GetValue<decimal>().ShouldBeLessThan(0.05m);
        eval["claims"]!.AsArray().Count.ShouldBeGreaterThan(1);
        record["open"]!.AsArray().ShouldNotContain(q => q!["kind"]!.GetValue<string>() == "not_run");
        // Before the run there was none, and what would make one is told.
        var before = await Decide("--as-of", "2025-06-30");
        before["evals"]!.AsArray().ShouldBeEmpty();
        before["open"]!.AsArray().Single(q => q!["kind"]!.GetValue<string>() == "not_run")!["command"]!.GetValue<string>().ShouldContain("--models acme/owl-7b,birch/heron-1");
    }

    [Fact]
    public async Task A_run_that_is_named_is_in_whether_it_ended_or_not_and_no_other()
    {
        await Runs();
        var eval = (await Decide("--run", "01k9"))["evals"]!.AsArray().ShouldHaveSingleItem()!;
        eval["run"]!.GetValue<string>().ShouldBe(Open);
        eval["scores"]!.AsArray().ShouldAllBe(s => s!["open"]!.GetValue<string>().Length > 0);
        var none = await assay.Run("decide", "heron-0", "nothing", "--run", "01k9");
        none.ExitCode.ShouldBe(ExitCode.BadInput);
        none.Error.ShouldContain("it asked acme/owl-7b, birch/heron-1");
    }

    [Fact]
    public async Task A_run_that_was_deleted_or_came_later_is_told()
    {
        var runs = await Runs();
        var path = Path.Combine(assay.Data, "record.md");
        (await assay.Run("decide", "owl", "heron-1", "--out", path)).ExitCode.ShouldBe(ExitCode.Done);
        (await assay.Run("decide", "--check", path)).ExitCode.ShouldBe(ExitCode.Done);
        runs.Add(Open, new(clock.GetUtcNow(), Assay.Evaluation.RunEventKind.Finished, "Every trial has an end."));
        (await assay.Run("eval", "delete", Id)).ExitCode.ShouldBe(ExitCode.Done);
        var answer = await assay.Run("decide", "--check", path);
        answer.ExitCode.ShouldBe(ExitCode.Negative, answer.Output);
        answer.Output.ShouldContain($"Run {Id} of made-up is no longer kept here.");
    }
}
