using System.Diagnostics;
using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Calls;
using Shouldly;
using Xunit;

namespace Assay.Tests.Engines;

/// <summary>Whatever becomes of the child, the parent gets an answer in words, and the next picture a child that works.</summary>
public sealed class EngineProcessTests
{
    private static readonly LocalModel Model = LocalModel.Find("pp-ocr-v4-en")!;

    /// <summary>For children that are not the real one, and need no files.</summary>
    private static EngineFolder Nothing => new(Path.GetTempPath(), []);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>So much work that there is time to interfere.</summary>
    private static Pixels Long => TestPicture.Text(4, [.. Enumerable.Repeat("ORDER 1234 TOTAL 42 BOLTS 1234 LOTS", 24)]);

    [Fact]
    public async Task A_child_killed_in_the_middle_is_a_failure_and_the_next_call_has_a_new_one()
    {
        await using var engines = RunningEngines.Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new());
        (await Run(engines, TestPicture.Text(6, "ORDER 12"))).ShouldBeOfType<EngineOutcome.Replied>();
        var running = Run(engines, Long);
        var killed = await Busy(engines);
        using (var process = Process.GetProcessById(killed)) process.Kill();
        var failure = (await running).ShouldBeOfType<EngineOutcome.Failed>().Failure;
        failure.Kind.ShouldBe(FailureKind.Engine);
        failure.MayPass.ShouldBeTrue();
        failure.Message.ShouldContain("crashed while it worked");
        if (!OperatingSystem.IsWindows()) failure.Message.ShouldContain("signal 9");
        (await Run(engines, TestPicture.Text(6, "ORDER 12"))).ShouldBeOfType<EngineOutcome.Replied>().Reply.Text.ShouldBe("ORDER 12");
        engines.States.ShouldHaveSingleItem().Crashes.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_ends_the_child_and_is_no_failure()
    {
        await using var engines = RunningEngines.Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new());
        using var stop = new CancellationTokenSource();
        var running = engines.Run(Model, Long, null, null, stop.Token);
        var child = await Busy(engines);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        Alive(child).ShouldBeFalse();
        engines.States.ShouldHaveSingleItem().Crashes.ShouldBe(0);
    }

    [Fact]
    public async Task Too_much_memory_ends_the_child()
    {
        await using var engines = RunningEngines.Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new() { Memory = 30_000_000 });
        // Either it is ended in the middle, or, where it was quick, after its answer: it does not stay.
        var outcome = await Run(engines, Long);
        if (outcome is EngineOutcome.Failed failed) failed.Failure.Message.ShouldContain("more than 30 MB");
        engines.States.ShouldHaveSingleItem().ProcessId.ShouldBeNull();
    }

    [Fact]
    public async Task An_engine_without_work_ends()
    {
        await using var engines = RunningEngines.Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new() { Idle = TimeSpan.FromMilliseconds(50) });
        (await Run(engines, TestPicture.Plain(20, 20, 255))).ShouldBeOfType<EngineOutcome.Replied>();
        while (engines.States[0].ProcessId is not null) await Task.Delay(20, Token);
        (await Run(engines, TestPicture.Plain(20, 20, 255))).ShouldBeOfType<EngineOutcome.Replied>();
    }

    [Fact]
    public async Task Disposing_leaves_no_process_behind()
    {
        var engines = RunningEngines.Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new());
        (await Run(engines, TestPicture.Plain(20, 20, 255))).ShouldBeOfType<EngineOutcome.Replied>();
        var child = engines.States[0].ProcessId!.Value;
        await engines.DisposeAsync();
        Alive(child).ShouldBeFalse();
    }

    [Fact]
    public async Task A_child_whose_parent_is_gone_ends_by_itself()
    {
        var program = EngineProgram.Of("assay");
        using var child = Process.Start(new ProcessStartInfo(program.File, [.. program.Arguments, Model.Name, InstalledEngines.Folder().Root]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var hello = new byte[8];
        await child.StandardOutput.BaseStream.ReadExactlyAsync(hello, Token);
        child.StandardInput.Close();
        await child.WaitForExitAsync(Token);
        child.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Many_at_once_wait_for_their_turn_and_all_are_answered()
    {
        await using var engines = RunningEngines.Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Run(engines, TestPicture.Text(6, $"ORDER {(i % 2 == 0 ? "12" : "34")}"))));
        outcomes.Select(o => o.ShouldBeOfType<EngineOutcome.Replied>().Reply.Text).ShouldBe(["ORDER 12", "ORDER 34", "ORDER 12", "ORDER 34", "ORDER 12", "ORDER 34"]);
        engines.States.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("exit 7", "exit code 7")]
    [InlineData("echo 'it hurts' >&2; exit 7", "it hurts")]
    [InlineData("kill -11 $$", "signal 11")]
    [InlineData("echo this is no frame at all", "something else")]
    public async Task A_child_that_never_gets_ready_is_told_with_its_last_words(string script, string words)
    {
        await using var engines = Scripted(script, new());
        var failure = (await Run(engines, TestPicture.Plain(4, 4, 0))).ShouldBeOfType<EngineOutcome.Failed>().Failure;
        failure.Kind.ShouldBe(FailureKind.Engine);
        failure.Message.ShouldContain(words);
        failure.Message.ShouldContain("local/pp-ocr-v4-en");
    }

    [Fact]
    public async Task A_child_that_says_nothing_is_ended_after_its_time()
    {
        await using var engines = Scripted("sleep 600", new() { Start = TimeSpan.FromMilliseconds(100) });
        (await Run(engines, TestPicture.Plain(4, 4, 0))).ShouldBeOfType<EngineOutcome.Failed>().Failure.Kind.ShouldBe(FailureKind.TimedOut);
        engines.States[0].ProcessId.ShouldBeNull();
    }

    [Fact]
    public async Task A_child_that_is_ready_and_then_says_nothing_is_ended_after_its_time()
    {
        // A frame whose header is the two bytes {} and whose body is empty: loaded, and nothing to complain of.
        await using var engines = Scripted("printf '\\002\\000\\000\\000\\000\\000\\000\\000{}'; sleep 600", new() { Call = TimeSpan.FromMilliseconds(100) });
        var failure = (await Run(engines, TestPicture.Plain(4, 4, 0))).ShouldBeOfType<EngineOutcome.Failed>().Failure;
        failure.Kind.ShouldBe(FailureKind.TimedOut);
        failure.Message.ShouldContain("no answer within 1 s");
    }

    [Fact]
    public async Task An_engine_that_crashes_again_and_again_is_left_alone_for_a_while()
    {
        await using var engines = Scripted("exit 7", new() { Crashes = 3 });
        for (var i = 0; i < 3; i++) (await Run(engines, TestPicture.Plain(4, 4, 0))).ShouldBeOfType<EngineOutcome.Failed>().Failure.Message.ShouldContain("crashed");
        var failure = (await Run(engines, TestPicture.Plain(4, 4, 0))).ShouldBeOfType<EngineOutcome.Failed>().Failure;
        failure.Message.ShouldContain("crashed 3 times");
        failure.RetryAfter.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_failure()
    {
        await using var engines = RunningEngines.Make(Nothing, new("no-such-program", []), new());
        (await Run(engines, TestPicture.Plain(4, 4, 0))).ShouldBeOfType<EngineOutcome.Failed>().Failure.Kind.ShouldBe(FailureKind.Engine);
    }

    private static LocalEngines Scripted(string script, EngineLimits limits)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The child is a shell script.");
        return RunningEngines.Make(Nothing, new("/bin/sh", ["-c", script]), limits);
    }

    private static Task<EngineOutcome> Run(LocalEngines engines, Pixels picture) => engines.Run(Model, picture, null, null, Token);

    /// <summary>The child's process, once it works on the picture: a moment after it is there.</summary>
    private static async Task<int> Busy(LocalEngines engines)
    {
        while (engines.States is not [{ Busy: true, ProcessId: not null }]) await Task.Delay(5, Token);
        await Task.Delay(100, Token);
        return engines.States[0].ProcessId!.Value;
    }

    private static bool Alive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
