using System.Text.Json;
using Assay.Host.Cli;
using Assay.Tests.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Suites;

public sealed class EvalDrawTests
{
    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Assay.Host.Program.RunAsync(args, new Surroundings { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task The_command_writes_the_suite_that_is_in_the_repository()
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = await Run("eval", "draw", "text-basics", folder.In("out"), "--data", folder.In("data"), "--json");
        code.ShouldBe(ExitCode.Done);
        JsonDocument.Parse(output).RootElement.GetProperty("samples").GetInt32().ShouldBe(60);
        foreach (var file in (string[])["suite.yaml", "samples.jsonl"])
            File.ReadAllText(folder.In($"out/{file}")).ShouldBe(File.ReadAllText(Path.Combine(TestData.Repository, "suites", "text-basics", file)));
    }

    [Fact]
    public async Task A_fresh_suite_has_its_seed_and_size_in_its_version_and_a_picture_for_each_line()
    {
        TestImages.NeedLibrary();
        using var folder = new TemporaryFolder();
        var (code, output, _) = await Run("eval", "draw", "vision-basics", folder.In("out"), "--data", Path.Combine(TestData.Repository, "artifacts"), "--seed", "42", "--items", "10");
        code.ShouldBe(ExitCode.Done);
        output.ShouldStartWith("vision-basics 1-seed42-items10: 10 samples");
        File.ReadAllText(folder.In("out/suite.yaml")).ShouldContain("version: 1-seed42-items10\n");
        foreach (var line in File.ReadLines(folder.In("out/samples.jsonl")))
            File.Exists(folder.In("out/" + JsonDocument.Parse(line).RootElement.GetProperty("images")[0].GetString())).ShouldBeTrue();
    }

    [Theory]
    [InlineData("'visoin-basics' is not a suite that can be drawn. Allowed: vision-basics, text-basics.", 3, "visoin-basics", "out")]
    [InlineData("--items 3 is not allowed: vision-basics can have 5", 3, "vision-basics", "out", "--items", "3")]
    [InlineData("'--sede' is not an option of 'assay eval draw'. Nearest: --seed.", 2, "vision-basics", "out", "--sede=4")]
    [InlineData("OUT is missing.", 2, "vision-basics")]
    public async Task Wrong_use_is_told_and_nothing_is_written(string fault, int code, params string[] args)
    {
        var (ended, output, error) = await Run(["eval", "draw", .. args]);
        ended.ShouldBe(code);
        error.ShouldContain(fault);
        output.ShouldBeEmpty();
        Directory.Exists("out").ShouldBeFalse();
    }

    [Fact]
    public async Task Eval_alone_says_what_it_can_do()
    {
        var (code, _, error) = await Run("eval");
        code.ShouldBe(ExitCode.Usage);
        error.ShouldContain("No command is given. Allowed: list, report, compare, run, rescore, label, delete, lint, import, export, draw");
        error.ShouldContain("Usage: assay eval COMMAND [options]");
    }
}
