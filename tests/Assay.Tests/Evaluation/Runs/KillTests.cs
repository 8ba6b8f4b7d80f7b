using System.Diagnostics;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

/// <summary>The program in a process of its own, killed at any moment of a run and gone on with.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 50;
    private const int Samples = 300;
    private readonly TemporaryFolder folder = new();

    public KillTests()
    {
        folder.Write("sums/suite.yaml", "id: sums\nversion: \"1\"\ntitle: Sums\nlicence: MIT\ncategories: [plus]\ndefault_scorer: number\nrepetitions: 2\nparameters: { max_output_tokens: 50 }\n");
        folder.Write("sums/samples.jsonl", string.Concat(Enumerable.Range(0, Samples).Select(i => $$"""{"id":"s{{i}}","category":"plus","input":"What is {{i}} + {{i}}? [#{{i}}]","target":"{{2 * i}}"}""" + "\n")));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_a_run_loses_no_answer_and_asks_no_answered_trial_again()
    {
        await using var server = await TrialServer.Start(TimeSpan.FromMilliseconds(15));
        folder.Write("assay.yaml", $"providers:\n  birch: {{ protocol: openai-chat, base_url: {server.Address}, models: [heron-0, heron-1] }}\n");
        var runs = new RunStore(Store.Open(folder.In("assay.db")));
        var random = new Random(11);
        var answered = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillOne(runs, server, random, atOnce: kill % 10 == 5);
            var now = Answered(runs);
            now.ShouldBeGreaterThanOrEqualTo(answered);
            answered = now;
        }
        answered.ShouldBeInRange(Kills, 4 * Samples - 1, "it must be killed in the middle of it");
        using (var last = Child(runs))
        {
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
            last.ExitCode.ShouldBe(0);
        }

        var run = runs.List().ShouldHaveSingleItem();
        var results = runs.Results(run.Id);
        results.Count.ShouldBe(4 * Samples);
        results.ShouldAllBe(r => r.State == TrialState.Passed && r.Attempts == 1);
        Count(runs, run.Id, server);
    }

    /// <summary>Every trial has one answer; the server was asked for no more than the rows tell.</summary>
    private static void Count(RunStore runs, string run, TrialServer server)
    {
        using var connection = runs.Store.Connect();
        using var rows = SqliteDialect.Read(connection, """
            select m.model, c.sample, sum(a.call_id is not null), sum(a.call_id is null)
            from eval_call c join eval_run_model m on m.run_id = c.run_id and m.place = c.model left join eval_answer a on a.call_id = c.id group by 1, 2
            """);
        var (interrupted, arrived) = (0, 0);
        while (rows.Next())
        {
            rows.Int(2).ShouldBe(2);
            var asked = server.Asked[(rows.Text(0)["birch/".Length..], rows.Int(1))];
            // A row may have been written whose request was killed before it arrived; never does a request arrive without a row.
            asked.ShouldBeInRange(2, 2 + rows.Int(3));
            interrupted += rows.Int(3);
            arrived += asked - 2;
        }
        arrived.ShouldBeInRange(Kills / 2, interrupted);
        EarlierSpend.Of(connection, run).Unknown.ShouldBe(0);
        runs.Events(run).Last(e => e.Kind == RunEventKind.Resumed).Words.ShouldContain($"{interrupted:#,0} calls had gone out before and brought no answer");
    }

    private async Task KillOne(RunStore runs, TrialServer server, Random random, bool atOnce)
    {
        var enough = server.Requests + random.Next(1, 25);
        using var child = Child(runs);
        try
        {
            // Most in the middle of it, some while they start.
            if (atOnce) await Task.Delay(random.Next(600), TestContext.Current.CancellationToken);
            else
                while (server.Requests < enough && !child.HasExited) await Task.Delay(1, TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(15), TestContext.Current.CancellationToken);
        }
        finally
        {
            child.Kill();
        }
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static int Answered(RunStore runs) => runs.List() is [var run] ? runs.Results(run.Id).Count(r => r.State is TrialState.Passed) : 0;

    private Process Child(RunStore runs)
    {
        string[] what = runs.List().Count == 0 ? [folder.In("sums"), "--models", "birch/heron-0,birch/heron-1", "--concurrency", "6", "--max-cost", "100"] : ["--resume", "latest"];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "assay.dll"), "eval", "run", .. what, "--data", folder.Path, "--quiet", "--json"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path, Environment = { ["ASSAY_CATALOG"] = Path.Combine(TestData.Folder, "cli-catalog") },
        };
        return Process.Start(start)!;
    }
}
