using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Catalog;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Assay.Tests.Sync;

/// <summary>A process killed at any moment of an import or a sync leaves the old state or the new one, and a store that opens.</summary>
public sealed class KillTests
{
    private const string Variable = "ASSAY_TEST_KILLED";
    private const int Models = 600, Rounds = 28;

    [Theory]
    [InlineData("import")]
    [InlineData("sync")]
    public async Task A_process_killed_at_random_leaves_the_old_state_or_the_new_one(string way)
    {
        using var folder = new TemporaryFolder();
        await using var server = await SourceServer.Start();
        var path = folder.In("assay.db");
        var random = new Random(way.Length);
        var (old, took, news) = (await Step(way, path, folder, server, 0), TimeSpan.FromMilliseconds(500), 0);
        for (var round = 1; round <= Rounds; round++)
        {
            var next = await Expected(way, path, folder, server, news + 1);
            Serve(folder, server, news + 1);
            var after = took * (random.NextDouble() * 1.5);
            await RunAndKill(way, path, folder, server, after);

            var found = State(path);
            if (found == next) (old, news) = (next, news + 1);
            else found.ShouldBe(old, $"round {round}, {way}, killed after {after.TotalMilliseconds:0} ms");
            // Machines differ: the moments gather round the one at which the new state is in.
            took *= found == next ? 0.85 : 1.2;
        }
        // A test whose processes are all killed before they begin, or after they ended, shows nothing.
        TestContext.Current.TestOutputHelper!.WriteLine($"{way}: {Rounds} kills, {news} after the new state was in, {Rounds - news} before, up to {took.TotalMilliseconds * 1.5:0} ms after the beginning");
        news.ShouldBeInRange(1, Rounds - 1);
    }

    /// <summary>The n-th state of the source: prices go up and down, one entry in ten comes and goes.</summary>
    private static string Text(int n) => Listing.Json(Models - n % 2 * 60, 1 + n % 7);

    private static void Serve(TemporaryFolder folder, SourceServer server, int n)
    {
        folder.Write("api.json", Text(n));
        folder.Write("models.json", "{}");
        server.Serve(Text(n));
    }

    /// <summary>What the whole step makes of a copy of the store.</summary>
    private static async Task<string> Expected(string way, string path, TemporaryFolder folder, SourceServer server, int n)
    {
        var copy = folder.In("copy.db");
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(copy + suffix);
            if (File.Exists(path + suffix)) File.Copy(path + suffix, copy + suffix);
        }
        return await Step(way, copy, folder, server, n);
    }

    private static async Task<string> Step(string way, string path, TemporaryFolder folder, SourceServer server, int n)
    {
        Serve(folder, server, n);
        await Work(way, path, folder.Path, server.Address);
        return State(path);
    }

    private static async Task Work(string way, string path, string folder, Uri address)
    {
        var store = Store.Open(path);
        if (way == "import")
        {
            new Importing(store).Import(new ModelsDevCatalogue(), Path.Combine(folder, "api.json"), DateOnly.FromDateTime(DateTime.UtcNow));
            return;
        }
        var steps = new Steps();
        using var web = new WebFetch(Listing.Quick, TimeProvider.System, new Random(1), steps);
        await new Syncing(store, web, steps).Sync(Listing.Source.At(address), dryRun: false, CancellationToken.None);
    }

    /// <summary>Checks the whole file, then gives a digest of every claim, the snapshots, and what was fetched.</summary>
    private static string State(string path)
    {
        var store = Store.Open(path);
        using (var connection = store.Connect())
        {
            using var command = new SqliteCommand("pragma integrity_check", connection);
            command.ExecuteScalar().ShouldBe("ok");
        }
        var claims = new ClaimStore(store);
        var lines = claims.LoadClaims().Select(c => $"{c.Subject}|{c.Property}|{c.Value.Kind}{c.Value.Text}|{c.From}|{c.To}|{c.Quoted}|{c.Note}").Order(StringComparer.Ordinal)
            .Concat(claims.Snapshots().Select(s => $"{s.Feed} {s.Sha256} {s.AsOf}")).Concat(new SyncLog(store).Last().Select(a => $"{a.Feed} {a.Result} {a.Sha256}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static async Task RunAndKill(string way, string path, TemporaryFolder folder, SourceServer server, TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        start.Environment[Variable] = string.Join('|', way, path, folder.Path, server.Address);
        using var child = Process.Start(start)!;
        try
        {
            (await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("begin");
            await Task.Delay(after, TestContext.Current.CancellationToken);
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>The child: says that it begins, does the work once, and waits to be killed.</summary>
    [ModuleInitializer]
    internal static void WorkUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } told) return;
        var (way, path, folder, address) = told.Split('|') is [var a, var b, var c, var d] ? (a, b, c, d) : throw new InvalidOperationException(told);
        Console.WriteLine("begin");
        Work(way, path, folder, new(address)).GetAwaiter().GetResult();
        Thread.Sleep(Timeout.Infinite);
    }
}
