using System.Diagnostics;
using System.Runtime.CompilerServices;
using Assay.Adapters.Calls;
using Assay.Adapters.Protocols;
using Assay.Adapters.Runs;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation;

/// <summary>A run in a process of its own, which is killed at any moment.</summary>
public sealed class KillTests : IDisposable
{
    private const string Variable = "ASSAY_TEST_RUN_TO_KILL";
    private const int Kills = 50;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_a_run_loses_no_answer_and_asks_no_answered_trial_again()
    {
        await using var server = await TrialServer.Start(TimeSpan.FromMilliseconds(15));
        const int samples = 500;
        var store = Store.Open(folder.In("assay.db"));
        var runs = new RunStore(store);
        runs.KeepSuite(SomeSuite.Hash, SomeSuite.About, SomeSuite.Samples(samples), _ => throw new InvalidOperationException("No image."));
        var run = SomeSuite.Run(samples, models: ["mock/a", "mock/b"]) with { Settings = new() { Repetitions = 2, Concurrency = 6, MaxCost = 100, Parameters = new() { MaxOutputTokens = 50 } } };
        runs.Begin(run, "go");

        var random = new Random(11);
        var lost = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = Child(server.Address);
            (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("begun");
            // Some before it has sent anything, most in the middle of it.
            var enough = server.Requests + (kill % 10 == 0 ? 0 : random.Next(1, 40));
            while (server.Requests < enough && !child.HasExited) await Task.Delay(1, TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(15), TestContext.Current.CancellationToken);
            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            var answered = Answered(runs);
            answered.ShouldBeGreaterThanOrEqualTo(lost);
            lost = answered;
        }
        lost.ShouldBeLessThan(run.Trials, "it was done before it was killed often enough");
        (await Go(folder.In("assay.db"), server.Address)).Finished.ShouldBeTrue();

        var results = runs.Results(run.Id);
        results.Count.ShouldBe(run.Trials);
        results.ShouldAllBe(r => r.State == TrialState.Passed && r.Attempts == 1);
        using var connection = store.Connect();
        using var rows = SqliteDialect.Read(connection, "select m.model, c.sample, sum(a.call_id is not null), sum(a.call_id is null) from eval_call c join eval_run_model m on m.run_id = c.run_id and m.place = c.model left join eval_answer a on a.call_id = c.id group by 1, 2");
        var (interrupted, unsent) = (0, 0);
        while (rows.Next())
        {
            rows.Int(2).ShouldBe(2);
            var asked = server.Asked[(rows.Text(0)["mock/".Length..], rows.Int(1))];
            // A row without an answer may have been killed just before its request arrived; never is there a request without a row.
            asked.ShouldBeInRange(2, 2 + rows.Int(3));
            interrupted += rows.Int(3);
            unsent += 2 + rows.Int(3) - asked;
        }
        interrupted.ShouldBeGreaterThan(Kills);
        unsent.ShouldBeLessThan(interrupted);
        EarlierSpend.Of(connection, run.Id).ShouldSatisfyAllConditions(s => s.Unknown.ShouldBe(0), s => s.Usd.ShouldBeGreaterThan(run.Trials * 0.002m));
        runs.Events(run.Id).Last(e => e.Kind == RunEventKind.Resumed).Words.ShouldContain($"{interrupted:#,0} calls had gone out before and brought no answer");
    }

    private static int Answered(RunStore runs) => runs.Results(SomeSuite.Run(1).Id).Count(r => r.State == TrialState.Passed);

    private Process Child(string address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        start.Environment[Variable] = $"{folder.In("assay.db")}|{address}";
        return Process.Start(start)!;
    }

    private static async Task<RunEnd> Go(string path, string address, Action? begun = null)
    {
        var catalog = new TestCatalog();
        foreach (var model in (string[])["a", "b"]) catalog.Model($"acme/{model}").Offer($"mock/{model}", 10, 100);
        var snapshot = catalog.Snapshot();
        using var http = new WireHttp(TimeProvider.System);
        var declared = new DeclaredProvider("mock") { Protocol = "openai-chat", BaseUrl = address };
        var caller = new ModelCaller(WireProtocols.All(http), new(() => new() { All = [declared] }, _ => null), () => snapshot, TimeProvider.System, new Random(1));
        var runs = new RunStore(Store.Open(path));
        return await new RunLoop(runs, caller, TimeProvider.System, _ => new EchoScorer()).Go(runs.Find(SomeSuite.Run(1).Id)!, _ => begun?.Invoke());
    }

    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } where) return;
        Go(where.Split('|')[0], where.Split('|')[1], () => Console.WriteLine("begun")).GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
