using System.Text.Json;
using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class ArenaTests
{
    [Fact]
    public async Task Votes_go_in_are_rated_and_come_out()
    {
        using var assay = new AssayProcess { Width = 60 };
        var file = Votes(assay, 40);
        var import = await assay.Run("arena", "import", file);
        (import.ExitCode, import.Error).ShouldBe((ExitCode.Done, ""));
        import.Output.ShouldContain("votes.csv: 120 votes on 3 models.");
        (await assay.Run("arena", "import", file)).Output.ShouldContain("is already there: the same file brought 120 votes");

        var board = await assay.Run("arena", "leaderboard");
        board.Output.ShouldContain("120 votes on 3 models.");
        board.Output.ShouldContain("the mean of all models is 1000");
        board.Output.ShouldContain("No sign that voters favour a side:");
        board.Output.Split('\n').ShouldAllBe(line => line.Length <= 60);
        using var json = JsonDocument.Parse((await assay.Run("arena", "leaderboard", "--json")).Output);
        json.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()).ShouldBe(["owl of nowhere", "heron of nowhere", "stork of nowhere"]);

        var copy = Path.Combine(assay.Data, "copy.csv");
        (await assay.Run("arena", "export", copy)).Output.ShouldContain("120 votes written to");
        (await assay.Run("arena", "export")).Output.ShouldBe(await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_votes_it_says_where_they_come_from()
    {
        using var assay = new AssayProcess();
        (await assay.Run("arena", "leaderboard")).Output.ShouldContain("There are no votes yet. Vote at /arena of the web app");
    }

    [Theory]
    [InlineData(ExitCode.Usage, "'fight' is not something to do in the arena. Allowed: leaderboard, import, export.", "fight")]
    [InlineData(ExitCode.Usage, "FILE is missing: 'assay arena import votes.csv'.", "import")]
    [InlineData(ExitCode.Usage, "--task narrows the leaderboard", "export", "--task", "ocr")]
    [InlineData(ExitCode.Usage, "--dry-run is for import", "leaderboard", "--dry-run")]
    [InlineData(ExitCode.Usage, "'votes.csv' is one word too many", "leaderboard", "votes.csv")]
    [InlineData(ExitCode.BadInput, "cannot be read", "import", "nothing-here.csv")]
    [InlineData(ExitCode.BadInput, "--task 'paint' is not a task, and no vote is on it. Allowed: caption, classify, detect, ocr, ask, chat; none for all votes.", "leaderboard", "--task", "paint")]
    public async Task What_cannot_be_done_is_refused_with_the_fix(int code, string words, params string[] args)
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run(["arena", .. args]);
        (answer.ExitCode, answer.Output).ShouldBe((code, ""));
        answer.Error.ShouldContain(words);
    }

    /// <summary>Three models, each above the next two wins to one, on both sides alike.</summary>
    private static string Votes(AssayProcess assay, int each)
    {
        var lines = new List<string> { "model_a,model_b,winner" };
        foreach (var (better, worse) in (ReadOnlySpan<(string, string)>)[("owl", "heron"), ("heron", "stork"), ("owl", "stork")])
            for (var i = 0; i < each; i++) lines.Add(i % 2 == 0 ? $"{better} of nowhere,{worse} of nowhere,{(i % 6 < 4 ? "model_a" : "model_b")}" : $"{worse} of nowhere,{better} of nowhere,{(i % 6 < 4 ? "model_b" : "model_a")}");
        var file = Path.Combine(assay.Data, "votes.csv");
        File.WriteAllLines(file, lines);
        return file;
    }
}
