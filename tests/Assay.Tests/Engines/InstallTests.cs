using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Adapters.Engines.Files;
using Shouldly;
using Xunit;

namespace Assay.Tests.Engines;

/// <summary>Installation, with a program of our own in npm's place.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Content = "weights", Fetches = "mkdir -p node_modules/pack/models && printf weights > node_modules/pack/models/a.bin && printf unwanted > node_modules/pack/b.bin";

    private readonly TemporaryFolder folder = new();

    public InstallTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The program in npm's place is a shell script.");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_needed_is_kept_under_its_name_and_the_rest_is_deleted()
    {
        var steps = new List<InstallStep>();
        var outcome = await Installer(Fetches).Install(new Told(steps), TestContext.Current.CancellationToken);
        outcome.ShouldBe(new InstallOutcome.Installed(true));
        File.ReadAllText(Target.PathOf(Target.Files[0])).ShouldBe(Content);
        Directory.EnumerateFileSystemEntries(Target.Root).Select(Path.GetFileName).ShouldBe([".lock", Path.GetFileName(Target.SetFolder)], ignoreOrder: true);
        Directory.EnumerateFiles(Target.SetFolder).Count().ShouldBe(1);
        steps.ShouldContain(s => s.Words.Contains("Checking", StringComparison.Ordinal));
        Target.Faults().ShouldBeEmpty();
        (await Installer("exit 9").Install(null, TestContext.Current.CancellationToken)).ShouldBe(new InstallOutcome.Installed(false));
    }

    [Theory]
    [InlineData("printf other!! > node_modules/pack/models/a.bin", "hash")]
    [InlineData("printf much-too-long > node_modules/pack/models/a.bin", "13 bytes where 7 are right")]
    [InlineData("rm node_modules/pack/models/a.bin", "is missing")]
    public async Task Another_file_than_the_pinned_one_is_never_installed(string change, string why)
    {
        var failed = (await Installer($"{Fetches} && {change}").Install(null, TestContext.Current.CancellationToken)).ShouldBeOfType<InstallOutcome.Failed>();
        failed.Message.ShouldContain(why);
        failed.Message.ShouldContain("pack");
        Target.IsInstalled.ShouldBeFalse();
        Directory.Exists(Path.Combine(Target.Root, ".installing")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ENOTFOUND", "could not reach its registry")]
    [InlineData("ENOSPC", "The disk became full")]
    [InlineData("EINTEGRITY", "not the one that was pinned")]
    [InlineData("E404", "does not have a package")]
    [InlineData("EWEIRD", "it went wrong")]
    public async Task What_npm_complains_of_is_told_in_words_with_the_fix(string code, string words)
    {
        var failed = (await Installer($"echo 'npm error code {code}' >&2; echo 'npm error it went wrong' >&2; exit 1").Install(null, TestContext.Current.CancellationToken)).ShouldBeOfType<InstallOutcome.Failed>();
        failed.Message.ShouldContain(code);
        failed.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Without_npm_the_message_says_what_to_install()
    {
        var installer = new EngineInstaller(Target, TimeProvider.System, Packages(), Path.Combine(folder.Path, "no-such-npm"));
        (await installer.Install(null, TestContext.Current.CancellationToken)).ShouldBeOfType<InstallOutcome.Failed>().Message.ShouldContain("Node.js");
    }

    [Fact]
    public async Task Two_at_once_fetch_once()
    {
        var script = $"echo x >> {folder.In("fetches")}; sleep 0.3; {Fetches}";
        // The program is written anew for each installer, which it must not be while it runs.
        var installers = Enumerable.Range(0, 3).Select(_ => Installer(script)).ToArray();
        var outcomes = await Task.WhenAll(installers.Select(i => i.Install(null, TestContext.Current.CancellationToken)));
        outcomes.OfType<InstallOutcome.Failed>().ShouldBeEmpty();
        outcomes.Count(o => o is InstallOutcome.Installed(true)).ShouldBe(1);
        outcomes.Count(o => o is InstallOutcome.Installed(false)).ShouldBe(2);
        File.ReadAllLines(folder.In("fetches")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_asks_while_it_runs_joins_it_and_is_told_how_far_it_is()
    {
        var installer = Installer($"echo x >> {folder.In("fetches")}; while [ ! -e {folder.In("go")} ]; do sleep 0.01; done; {Fetches}");
        var (first, second) = (new List<InstallStep>(), new List<InstallStep>());
        var one = installer.Install(new Told(first), TestContext.Current.CancellationToken);
        for (; ; await Task.Delay(10, TestContext.Current.CancellationToken))
            lock (first) if (first.Count > 0 && File.Exists(folder.In("fetches"))) break;
        using var impatient = new CancellationTokenSource();
        var left = installer.Install(null, impatient.Token);
        var two = installer.Install(new Told(second), TestContext.Current.CancellationToken);
        lock (second) second.ShouldHaveSingleItem().Words.ShouldBe("Fetching engine files: 0 of about 350 MB, 0 of 1 files");
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        folder.Write("go", "");
        (await one).ShouldBe(new InstallOutcome.Installed(true));
        (await two).ShouldBe(new InstallOutcome.Installed(true));
        File.ReadAllLines(folder.In("fetches")).Length.ShouldBe(1);
        second.ShouldAllBe(s => !s.Words.Contains("Another process", StringComparison.Ordinal));
        second[^1].Words.ShouldBe("Checking engine files: 1 of 1, a.bin");
    }

    [Fact]
    public async Task Another_process_that_installs_is_waited_for_with_its_figures()
    {
        Directory.CreateDirectory(Target.Root);
        folder.Write("engines/.installing/node_modules/pack/models/a.bin", Content);
        var steps = new List<InstallStep>();
        Task<InstallOutcome> installing;
        await using (new FileStream(Path.Combine(Target.Root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            installing = Installer(Fetches).Install(new Told(steps), TestContext.Current.CancellationToken);
            for (; ; await Task.Delay(10, TestContext.Current.CancellationToken))
                lock (steps) if (steps.Count > 0) break;
        }
        (await installing).ShouldBe(new InstallOutcome.Installed(true));
        steps[0].Words.ShouldBe("Another process is installing the engines: 0 of about 350 MB, 1 of 1 files");
    }

    [Fact]
    public async Task Cancelling_ends_npm_and_leaves_nothing_half_done()
    {
        using var stop = new CancellationTokenSource();
        var installing = Installer($"{Fetches}; echo $$ > {folder.In("pid")}; sleep 60").Install(null, stop.Token);
        while (!File.Exists(folder.In("pid")) || File.ReadAllText(folder.In("pid")).Length == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(installing);
        Directory.Exists($"/proc/{File.ReadAllText(folder.In("pid")).Trim()}").ShouldBeFalse();
        Target.IsInstalled.ShouldBeFalse();
        Directory.Exists(Path.Combine(Target.Root, ".installing")).ShouldBeFalse();
        (await Installer(Fetches).Install(null, TestContext.Current.CancellationToken)).ShouldBe(new InstallOutcome.Installed(true));
    }

    [Fact]
    public async Task What_a_killed_installation_left_behind_is_cleared_away()
    {
        folder.Write("engines/.installing/node_modules/pack/half", "half");
        Directory.CreateDirectory(Path.Combine(Target.Root, "files-000000000000"));
        (await Installer(Fetches).Install(null, TestContext.Current.CancellationToken)).ShouldBe(new InstallOutcome.Installed(true));
        Directory.EnumerateDirectories(Target.Root).ShouldBe([Target.SetFolder]);
    }

    [Fact]
    public void Every_file_comes_from_a_pinned_package_and_the_lock_file_pins_each_by_hash()
    {
        using var asked = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestData.Repository, "engines", "package.json")));
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestData.Repository, "engines", "package-lock.json")));
        var versions = asked.RootElement.GetProperty("dependencies").EnumerateObject().Concat(asked.RootElement.GetProperty("optionalDependencies").EnumerateObject()).ToDictionary(p => p.Name, p => p.Value.GetString()!);
        EngineFiles.Needed.Select(f => f.Package).Except(versions.Keys).ShouldBeEmpty();
        versions.Values.ShouldAllBe(v => v.All(c => char.IsAsciiDigit(c) || c == '.'));
        foreach (var package in locked.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0))
        {
            package.Value.GetProperty("integrity").GetString()!.ShouldStartWith("sha512-");
            package.Value.TryGetProperty("resolved", out _).ShouldBeFalse(package.Name);
        }
    }

    private EngineFolder Target => new(folder.In("engines"), [new("a.bin", "pack", "models/a.bin", Content.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content))))]);

    private string Packages()
    {
        folder.Write("packages/package.json", "{}");
        return Path.GetDirectoryName(folder.Write("packages/package-lock.json", "{}"))!;
    }

    private EngineInstaller Installer(string script)
    {
        var path = folder.Write("npm-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..8], $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new(Target, TimeProvider.System, Packages(), path);
    }

    private sealed class Told(List<InstallStep> steps) : IProgress<InstallStep>
    {
        public void Report(InstallStep value)
        {
            lock (steps) steps.Add(value);
        }
    }
}
