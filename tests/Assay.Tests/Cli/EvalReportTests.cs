using System.Text.Json.Nodes;
using Assay.Adapters.Storage;
using Assay.Evaluation;
using Assay.Host.Cli;
using Assay.Tests.Evaluation.Reports;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class EvalReportTests
{
    private const string Run = RunSite.First, Worse = RunSite.Second;

    private static AssayProcess WithRuns(int width = 80)
    {
        var assay = new AssayProcess { Width = width };
        var store = Store.Open(Path.Combine(assay.Data, "assay.db"));
        new SeededRuns(Run).Write(store);
        new SeededRuns(Worse) { Seed = 2, Models = [SeededRuns.Three[0] with { Skill = 0.5 }, SeededRuns.Three[1]] }.Write(store);
        return assay;
    }

    public static TheoryData<string, string[], int> Commands => new()
    {
        { "eval-list", ["eval", "list"], 0 },
        { "eval-report", ["eval", "report", Run], 0 },
        { "eval-report-category", ["eval", "report", Run, "--category", "Reading"], 0 },
        { "eval-compare", ["eval", "compare", Run, "--baseline", "acme/heron-2", "--candidate", "local/owl"], 0 },
        { "eval-compare-worse", ["eval", "compare", Worse, "--against", Run, "--candidate", "local/owl"], 1 },
        { "eval-compare-open", ["eval", "compare", Worse, "--against", Run, "--candidate", "acme/heron-2"], 2 },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Text_is_as_approved_at_80_and_60_columns(string name, string[] args, int code)
    {
        foreach (var width in (int[])[80, 60])
        {
            using var assay = WithRuns(width);
            var answer = await assay.Run(args);
            (answer.ExitCode, answer.Error).ShouldBe((code, ""), answer.Output);
            TestData.ShouldBeGolden(answer.Output, $"../Golden/cli/{name}.{width}.txt");
            answer.Output.Split('\n').Where(l => l.Length > width).ShouldBeEmpty($"lines wider than {width}");
        }
    }

    [Fact]
    public async Task Markdown_for_a_pull_request_is_as_approved()
    {
        using var assay = WithRuns();
        TestData.ShouldBeGolden((await assay.Run("eval", "compare", Run, "--baseline", "acme/heron-2", "--candidate", "local/owl", "--format", "markdown")).Output, "../Golden/cli/eval-compare.md");
    }

    [Fact]
    public async Task Json_is_the_twin_of_the_page()
    {
        using var site = new RunSite().WithRuns();
        using var assay = WithRuns();
        var told = JsonNode.Parse((await assay.Run("eval", "report", "01kaaa", "--json")).Output)!;
        told.ToJsonString().ShouldBe((await site.Json($"/evals/{Run}.json")).ToJsonString());
        JsonNode.Parse((await assay.Run("eval", "report", "latest", "--json")).Output)!["id"]!.GetValue<string>().ShouldBe(Worse);
        var gate = JsonNode.Parse((await assay.Run("eval", "compare", Run, "--baseline", "heron", "--candidate", "owl", "--json")).Output)!;
        (gate["outcome"]!.GetValue<string>(), gate["exit_code"]!.GetValue<int>(), gate["margin"]!.GetValue<double>()).ShouldBe(("better", 0, 0.02));
    }

    [Theory]
    [InlineData("No run has the id '01kzzz'. The newest: 01kbbb", "report", "01kzzz")]
    [InlineData("--scoring 'first' is not a number", "report", Run, "--scoring", "first")]
    [InlineData("Scoring '2' is none of run", "report", Run, "--scoring", "2")]
    [InlineData("--category 'Colours' is none of this suite. Allowed: Counting, Reading, Comparing.", "report", Run, "--category", "Colours")]
    [InlineData("--baseline 'gpt' is no model of run", "compare", Run, "--baseline", "gpt", "--candidate", "owl")]
    [InlineData("--candidate '/' is several models of run", "compare", Run, "--baseline", "owl", "--candidate", "/")]
    [InlineData("--margin 'two' is not a share from 0 to 1: write 0.02", "compare", Run, "--baseline", "heron", "--candidate", "owl", "--margin", "two")]
    [InlineData("--baseline is missing", "compare", Run, "--candidate", "owl")]
    [InlineData("are both local/owl", "compare", Run, "--baseline", "owl", "--candidate", "local/owl")]
    [InlineData("is RUN itself", "compare", Run, "--against", Run, "--candidate", "local/owl")]
    public async Task Bad_input_ends_with_3_and_names_what_is_allowed(string words, params string[] args)
    {
        using var assay = WithRuns();
        var answer = await assay.Run(["eval", .. args]);
        (answer.ExitCode, answer.Output).ShouldBe((ExitCode.BadInput, ""));
        answer.Error.ShouldContain(words);
    }

    [Fact]
    public async Task Runs_of_different_suites_are_compared_only_by_id_and_only_when_asked()
    {
        using var assay = WithRuns();
        new SeededRuns(RunSite.Newer) { Seed = 4, Version = "2" }.Write(Store.Open(Path.Combine(assay.Data, "assay.db")));
        string[] args = ["eval", "compare", RunSite.Newer, "--against", Run, "--candidate", "owl"];
        var refused = await assay.Run(args);
        refused.ExitCode.ShouldBe(ExitCode.BadInput);
        refused.Error.ShouldContain("60 sample ids in both (6 of them ask or want something else)");
        (await assay.Run([.. args, "--by-id"])).ExitCode.ShouldBeOneOf(0, 1, 2);
    }

    [Fact]
    public async Task A_run_with_failed_calls_gives_a_gate_no_evidence()
    {
        using var assay = WithRuns();
        new SeededRuns(RunSite.Stopped) { Seed = 5, Ended = RunEventKind.Stopped, Asked = 70 }.Write(Store.Open(Path.Combine(assay.Data, "assay.db")));
        var answer = await assay.Run("eval", "compare", RunSite.Stopped, "--baseline", "owl", "--candidate", "heron");
        answer.ExitCode.ShouldBe(2);
        answer.Output.ShouldContain("90 %");
    }

    [Fact]
    public void The_commands_of_the_pipeline_in_the_docs_are_commands()
    {
        var root = CommandLine.Create(new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null });
        var lines = File.ReadAllLines(Path.Combine(TestData.Repository, "docs", "ci.md")).Select(l => l.Replace("- run: ", "", StringComparison.Ordinal).Trim()).Where(l => l.StartsWith("assay ", StringComparison.Ordinal)).ToArray();
        lines.Length.ShouldBeGreaterThan(4);
        foreach (var line in lines)
            root.Parse(line.Split([" || ", " > ", " | "], StringSplitOptions.None)[0].Split(' ')[1..]).Errors.ShouldBeEmpty(line);
    }

    [Fact]
    public async Task Without_runs_the_list_says_what_makes_one()
    {
        using var assay = new AssayProcess();
        (await assay.Run("eval", "list")).Output.ShouldContain("No run is kept yet.");
        (await assay.Run("eval", "list", "--limit", "0")).Error.ShouldContain("--limit '0' is not a number from 1 to 500");
    }
}
