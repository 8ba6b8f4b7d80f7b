using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Host;
using Assay.Host.Cli;
using Assay.Tests.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed partial class AskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ScriptedModels models = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Replies_go_to_standard_output_and_what_happens_to_standard_error()
    {
        models.Says("acme/owl", "An owl.\nIndeed.").Says("birch/heron", "A heron.");
        var answer = await Run("acme/owl", "birch/heron", "--task", "chat", "--prompt", "Who are you?");
        answer.ExitCode.ShouldBe(ExitCode.Done);
        answer.Output.ShouldContain("owl (acme)\n─");
        answer.Output.ShouldContain("An owl.\nIndeed.\n");
        answer.Output.ShouldContain("812 tokens in, 64 out (reported)");
        answer.Error.ShouldContain("acme/owl: asked\n");
        answer.Error.ShouldContain("birch/heron: answered after 1.25 s\n");
        new TurnStore(Store.Open(folder.In("assay.db"))).List(new("Who"), 1, 10).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Json_is_the_turn_of_the_api()
    {
        models.Says("acme/owl", """[{"label":"cup","box":[0.1,0.1,0.4,0.5],"score":0.9}]""");
        var answer = await Run("acme/owl", "--task", "detect", "--image", "sample:street", "--json");
        answer.ExitCode.ShouldBe(ExitCode.Done);
        JsonNode.Parse(answer.Output)!["lanes"]![0]!["reading"]!["boxes"]![0]!["label"]!.GetValue<string>().ShouldBe("cup");
    }

    [Fact]
    public async Task Boxes_are_a_table_in_pixels()
    {
        models.Says("acme/owl", """[{"label":"cup","box":[0,0,0.5,1],"score":0.9}]""");
        var answer = await Run("acme/owl", "--task", "detect", "--image", "sample:street", "--quiet");
        answer.Error.ShouldBeEmpty();
        answer.Output.ShouldMatch(@"cup\s+0\.90\s+0\s+0\s+\d+\s+\d+");
    }

    [Fact]
    public async Task A_model_that_brings_no_answer_ends_with_4_and_the_others_are_shown()
    {
        await models.Script("acme/owl").WriteAsync(
            new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request("acme/owl"), "") with { Outcome = new CallOutcome.Failed(new(FailureKind.ProviderError, "Acme answered 503.")) }), TestContext.Current.CancellationToken);
        models.Says("birch/heron", "Here.");
        var answer = await Run("acme/owl", "birch/heron", "--task", "chat", "--prompt", "Hello?");
        answer.ExitCode.ShouldBe(ExitCode.Outside);
        answer.Output.ShouldContain("✗ No answer. Acme answered 503.");
        answer.Output.ShouldContain("Here.");
    }

    [Fact]
    public async Task A_reply_cannot_steer_the_terminal()
    {
        models.Says("acme/owl", "\u001b]0;owned\u0007\u001b[2Jfine\r\nnext\u202etxt");
        var answer = await Run("acme/owl", "--task", "chat", "--prompt", "Hello?");
        answer.Output.ShouldContain("fine\nnext");
        answer.Output.Where(c => char.IsControl(c) && c != '\n' || c == '\u202e').ShouldBeEmpty();
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public async Task On_a_terminal_each_model_has_one_line_that_fits_and_is_wiped_in_the_end(int width)
    {
        models.Says("acme/owl", string.Concat(Enumerable.Repeat("A long answer of many words. 長い答え\n", 20))).Says("birch/heron", "A heron.");
        var answer = await Run(s => s with { ErrorIsTerminal = true, Width = width }, "acme/owl", "birch/heron", "--task", "chat", "--prompt", "Who are you?");
        answer.ExitCode.ShouldBe(ExitCode.Done);
        answer.Error.ShouldContain("owl    answering");
        answer.Error.ShouldContain("heron  answered after 1.25 s");
        var lines = Escapes().Replace(answer.Error, "").Split('\n').SelectMany(l => l.Split('\r'));
        lines.ShouldAllBe(l => new Spectre.Console.Rendering.Segment(l).CellCount() <= width);
        // Up one line at most, for there are two.
        answer.Error.ShouldNotContain("\u001b[2A");
        answer.Error.ShouldEndWith("\u001b[?25h");
    }

    [Fact]
    public async Task How_far_an_installation_is_is_told_once_for_all_who_wait_for_it()
    {
        foreach (var model in (string[])["acme/owl", "birch/heron"])
        {
            var script = models.Script(model);
            for (var done = 0; done <= 20; done++) await script.WriteAsync(new CallEvent.Progress($"Fetching engine files: {done} of 20 MB", done / 20.0), TestContext.Current.CancellationToken);
            await script.WriteAsync(new CallEvent.Ended(ScriptedModels.Replied(ScriptedModels.Request(model), "Here.")), TestContext.Current.CancellationToken);
        }
        var answer = await Run("acme/owl", "birch/heron", "--task", "chat", "--prompt", "Hello?");
        answer.Error.Split('\n').Count(l => l.Contains("Fetching", StringComparison.Ordinal)).ShouldBe(11);
    }

    [Theory]
    [InlineData("'paint' is not a task", "acme/owl", "--task", "paint")]
    [InlineData("--image 'gone.png' cannot be read", "acme/owl", "--task", "ocr", "--image", "gone.png")]
    [InlineData("Mole cannot do ocr: It takes no images.", "acme/mole", "--task", "ocr", "--image", "sample:receipt")]
    [InlineData("There is no image: ocr needs one.", "acme/owl", "--task", "ocr")]
    public async Task What_cannot_start_ends_with_3(string words, params string[] args)
    {
        var answer = await Run(args);
        answer.ExitCode.ShouldBe(ExitCode.BadInput);
        answer.Error.ShouldContain(words);
        answer.Output.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\u001b\[[?0-9]*[A-Za-z=>]|\u001b[=>]")]
    private static partial Regex Escapes();

    private Task<Answer> Run(params string[] args) => Run(s => s, args);

    private async Task<Answer> Run(Func<Surroundings, Surroundings> change, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings
        {
            Output = output, Error = error, WorkingFolder = folder.Path, CatalogFolder = Path.Combine(TestData.Folder, "cli-catalog"), Models = (models.Call, _ => PlaygroundSite.All),
        };
        var code = await Program.RunAsync(["ask", .. args, "--data", folder.Path], change(surroundings), TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
