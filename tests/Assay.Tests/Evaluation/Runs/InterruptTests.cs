using System.Diagnostics;
using System.Globalization;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Evaluation.Runs;

/// <summary>Ctrl+C as a terminal sends it, to the real program.</summary>
public sealed class InterruptTests : IAsyncLifetime
{
    private readonly TaskCompletionSource answer = new();
    private SumsSite sums = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        sums = await SumsSite.Start(TimeSpan.Zero);
        sums.Server.Before = _ => answer.Task;
    }

    public ValueTask DisposeAsync()
    {
        answer.TrySetResult();
        return sums?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_second_time_it_ends_at_once_and_says_that_not_all_is_done()
    {
        using var child = Child();
        await Told(child, "Run 01");
        while (sums.Server.Requests == 0) await Task.Delay(10, Cancelled);
        Interrupt(child);
        await Told(child, "Stopping: calls under way may end; Ctrl+C again ends at once.");
        child.HasExited.ShouldBeFalse("the calls have not been answered");
        Interrupt(child);
        await child.WaitForExitAsync(Cancelled);
        child.ExitCode.ShouldBe(4);
        Standing().ShouldBe(RunEventKind.Started, "it was broken off, and can be gone on with");
    }

    [Fact]
    public async Task The_first_time_calls_under_way_may_end_and_nothing_new_is_sent()
    {
        using var child = Child();
        await Told(child, "Run 01");
        while (sums.Server.Requests < 4) await Task.Delay(10, Cancelled);
        Interrupt(child);
        await Told(child, "Stopping: calls under way may end");
        answer.SetResult();
        await child.WaitForExitAsync(Cancelled);
        child.ExitCode.ShouldBe(4);
        sums.Server.Requests.ShouldBe(4);
        Standing().ShouldBe(RunEventKind.Stopped);
        var runs = new RunStore(Store.Open(Workspace.StorePath(sums.Site.Data)));
        runs.Results(runs.List()[0].Id).Count(r => r.State is TrialState.Passed).ShouldBe(4);
    }

    private RunEventKind Standing()
    {
        var runs = new RunStore(Store.Open(Workspace.StorePath(sums.Site.Data)));
        return RunEvent.Standing(runs.Events(runs.List()[0].Id));
    }

    private Process Child()
    {
        // A background job of a shell ignores the signal, and what it starts would, too.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "assay.dll"), "eval", "run", "sums", "--models", SumsSite.Model, "--max-cost", "1", "--concurrency", "4", "--data", sums.Site.Data])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = sums.Site.Data, Environment = { ["ASSAY_CATALOG"] = Path.Combine(Web.Folders.Repository, "catalog") },
        };
        return Process.Start(start)!;
    }

    private static void Interrupt(Process child)
    {
        using var kill = Process.Start("kill", ["-INT", child.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Reads what the program says until these words come.</summary>
    private static async Task Told(Process child, string words)
    {
        var all = "";
        while (await child.StandardError.ReadLineAsync(Cancelled) is { } line)
        {
            all += line + "\n";
            if (line.Contains(words, StringComparison.Ordinal)) return;
        }
        throw new ShouldAssertException($"The program ended without saying '{words}', but: {all}");
    }
}
