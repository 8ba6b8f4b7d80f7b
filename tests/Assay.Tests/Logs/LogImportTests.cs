using System.Text.Json.Nodes;
using Assay.Adapters.Images;
using Assay.Adapters.Logs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Cli;
using Assay.Tests.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

public sealed class LogImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ImageWork work = new(null);
    private readonly RunStore runs;

    public LogImportTests() => runs = new(Store.Open(folder.In("assay.db")));

    public void Dispose()
    {
        work.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var first = (await Import(SmallLogTests.In("inspect.json"))).Single();
        first.WasThere.ShouldBeFalse();
        var version = runs.Version(first.Id);
        var again = (await Import(SmallLogTests.In("inspect.json"))).Single();
        (again.WasThere, again.Id, runs.Version(first.Id), runs.List().Count).ShouldBe((true, first.Id, version, 1));
    }

    [Fact]
    public async Task Logs_of_two_models_on_the_same_samples_have_one_suite()
    {
        var other = File.ReadAllText(SmallLogTests.In("inspect.json")).Replace("acme/fern-1", "acme/moss-2", StringComparison.Ordinal).Replace("\"content\": \"grey\"", "\"content\": \"pink\"", StringComparison.Ordinal);
        var a = (await Import(SmallLogTests.In("inspect.json"))).Single();
        var b = (await Import(folder.Write("other.json", other))).Single();
        runs.Find(a.Id)!.SuiteHash.ShouldBe(runs.Find(b.Id)!.SuiteHash);
        runs.Find(b.Id)!.Models.ShouldBe(["acme/moss-2"]);
    }

    [Fact]
    public async Task Images_are_looked_at_and_kept_with_the_suite()
    {
        Assert.SkipWhen(work.Library.Missing is not null, "No library for images is here.");
        var kept = runs.Find((await Import(SmallLogTests.In("inspect.json"))).Single().Id)!;
        var sample = runs.Samples(kept.SuiteHash).Single(s => s.Images.Count > 0);
        runs.Image(kept.SuiteHash, sample.Images[0].Hash).ShouldNotBeNull().Width.ShouldBe(8);
    }

    [Fact]
    public void Images_of_a_log_are_read_when_they_are_asked_for_and_not_held()
    {
        using var log = LogReading.Read(SmallLogTests.In("inspect.json")).Single();
        var hash = log.Images.Hashes.ShouldHaveSingleItem();
        var (first, second) = (log.Images.File(hash), log.Images.File(hash));
        first.Span.SequenceEqual(second.Span).ShouldBeTrue();
        first.Equals(second).ShouldBeFalse("they are two copies of what lies in the spool");
        log.Images.Sent(hash).ShouldBeNull("nobody has looked at it");
    }

    [Fact]
    public async Task A_run_that_was_read_reports_like_any_other()
    {
        var id = (await Import(SmallLogTests.In("inspect.json"))).Single().Id;
        var results = runs.Results(id);
        results.Count(r => r.State == TrialState.Errored).ShouldBe(1);
        results.Count(r => r.State == TrialState.Refused).ShouldBe(1);
        results.Count(r => r.State == TrialState.Passed).ShouldBe(3);
        runs.Events(id).ShouldContain(e => e.Kind == RunEventKind.Noted && e.Words.Contains("not taken: length"));
    }

    [Fact]
    public async Task The_command_tells_what_was_read_and_ends_with_3_where_something_was_refused()
    {
        using var assay = new AssayProcess();
        var read = await assay.Run("eval", "import", "auto", SmallLogTests.In("promptfoo.json"), SmallLogTests.In("helm-run"));
        read.ExitCode.ShouldBe(ExitCode.Done, read.Error);
        read.Output.ShouldContain("promptfoo.json (promptfoo)");
        OnOneLine(read.Output).ShouldContain("4 samples, 4 trials, 3 scored, 1 without an answer");
        OnOneLine((await assay.Run("eval", "import", "promptfoo", SmallLogTests.In("promptfoo.json"))).Output).ShouldContain("nothing changed");
        var mixed = await assay.Run("eval", "import", "auto", SmallLogTests.In("mmmu-pro.jsonl"), SmallLogTests.In("openai-evals.jsonl"), "--json");
        mixed.ExitCode.ShouldBe(ExitCode.BadInput);
        mixed.Error.ShouldContain("mmmu-pro.jsonl: The record does not name the model");
        var logs = JsonNode.Parse(mixed.Output)!["logs"]!.AsArray();
        logs[0]!["refused"]!.GetValue<string>().ShouldContain("--model NAME");
        logs[1]!["runs"]![0]!["trials"]!.GetValue<int>().ShouldBe(3);
        (await assay.Run("eval", "import", "auto", assay.Data, "--model", "x")).ExitCode.ShouldBe(ExitCode.BadInput);
        (await assay.Run("eval", "import", "helmet", "x")).ExitCode.ShouldBe(ExitCode.BadInput);
        (await assay.Run("eval", "import", "auto", "no-such-file")).Error.ShouldContain("There is no file or folder 'no-such-file'");
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IReadOnlyList<KeptLog>> Import(string path)
    {
        var outcome = await new LogImport(runs, new(work)).Import(new(path), null, new(), TestContext.Current.CancellationToken);
        outcome.Refused.ShouldBeNull();
        return outcome.Runs;
    }
}
