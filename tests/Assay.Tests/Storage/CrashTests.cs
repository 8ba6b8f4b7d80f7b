using System.Diagnostics;
using System.Runtime.CompilerServices;
using Assay.Adapters.Storage;
using Assay.Catalog;
using Shouldly;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class CrashTests : IDisposable
{
    private const string Variable = "ASSAY_TEST_IMPORT_FOR_EVER";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_exception_in_the_middle_of_an_import_leaves_the_state_before()
    {
        var store = Store.Open(folder.In("assay.db"));
        Said.Import(store, 1, "a=1 b=2");
        Should.Throw<InvalidOperationException>(() => new ClaimStore(store).Import(Said.Snapshot(2, "x"), Then(1000, () => throw new InvalidOperationException())));
        Said.History(store).ShouldBe("a=1 1.., b=2 1..");
        new ClaimStore(store).Snapshots().Count.ShouldBe(1);
        Said.Import(store, 2, "a=1").ShouldBe(new ImportCounts(0, 0, 1, 1));
    }

    [Fact]
    public void A_cancelled_import_leaves_the_state_before()
    {
        var store = Store.Open(folder.In("assay.db"));
        Said.Import(store, 1, "a=1");
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => new ClaimStore(store).Import(Said.Snapshot(2, "x"), Then(100, cancel.Cancel).Concat(Then(5000, () => { })), cancellationToken: cancel.Token));
        Said.History(store).ShouldBe("a=1 1..");
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_an_import_leaves_the_state_before()
    {
        var path = folder.In("assay.db");
        Said.Import(Store.Open(path), 1, "a=1 b=2");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        start.Environment[Variable] = path;
        using var child = Process.Start(start)!;
        (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("half");
        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        var store = Store.Open(path);
        Said.History(store).ShouldBe("a=1 1.., b=2 1..");
        Said.Import(store, 2, "a=1").ShouldBe(new ImportCounts(0, 0, 1, 1));
    }

    /// <summary>The child: imports many claims, says so, and never comes to the end. 100,000 are more than the page cache holds.</summary>
    [ModuleInitializer]
    internal static void ImportForEver()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path) return;
        new ClaimStore(Store.Open(path)).Import(Said.Snapshot(2, "x"), Then(100_000, () =>
        {
            Console.WriteLine("half");
            Thread.Sleep(Timeout.Infinite);
        }));
    }

    private static IEnumerable<Claim> Then(int claims, Action end)
    {
        for (var i = 0; i < claims; i++) yield return Said.Price($"shop/{i}", i, 2);
        end();
    }
}
