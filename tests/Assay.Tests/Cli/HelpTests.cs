using System.CommandLine;
using System.Diagnostics;
using Assay.Adapters.Settings;
using Assay.Host.Cli;
using Assay.Host.Cli.Help;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Create(new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null });

    public static TheoryData<string> Commands => [.. Under(Root).Select(HelpContent.Key)];

    private static IEnumerable<Command> Under(Command command) => command.Subcommands.SelectMany(c => Under(c).Prepend(c));

    private static Command Find(string path) => path.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate((Command)Root, (c, word) => c.Subcommands.First(s => s.Name == word));

    [Fact]
    public void Every_command_is_in_one_group_and_every_group_holds_commands() =>
        CommandGuide.Groups.SelectMany(g => g.Commands).Order(StringComparer.Ordinal).ShouldBe(Root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_setting_of_the_environment_and_every_exit_code_is_told()
    {
        foreach (var name in EnvironmentSettings.Names) CommandGuide.Variables.ShouldContain(v => v.Name == name);
        CommandGuide.ExitCodes.Select(c => c.Code).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_of_a_command_fits_and_its_examples_are_commands_that_can_be_read(string path)
    {
        var command = Find(path);
        command.Description.ShouldNotBeNullOrEmpty();
        foreach (var width in (int[])[80, 60])
            HelpPage.Of(command, width).Split('\n').Where(l => l.Length > width && !CommandGuide.Examples.Values.SelectMany(e => e).Any(e => l.Contains(e, StringComparison.Ordinal))).ShouldBeEmpty();
        if (command.Subcommands.Count > 0) return;
        CommandGuide.Examples.ContainsKey(path).ShouldBeTrue(path);
        foreach (var example in CommandGuide.Examples[path])
        {
            example.Length.ShouldBeLessThanOrEqualTo(78, example);
            HelpPage.Of(command, 80).ShouldContain(example);
            if (example.StartsWith("eval ", StringComparison.Ordinal)) continue; // of the shell
            var line = example.Split(" | ")[^1].Split(" > ")[0];
            line.ShouldStartWith("assay " + path);
            UsageErrors.Of(Root.Parse(line["assay ".Length..])).ShouldBeNull(example);
        }
    }

    [Fact]
    public void Help_of_the_program_is_as_approved()
    {
        foreach (var width in (int[])[80, 60])
        {
            var page = HelpPage.Of(Root, width);
            page.Split('\n').Where(l => l.Length > width && !l.StartsWith("  assay ", StringComparison.Ordinal)).ShouldBeEmpty();
            TestData.ShouldBeGolden(page, $"../Golden/cli/help.{width}.txt");
        }
        TestData.ShouldBeGolden(HelpPage.Of(Find("decide"), 80), "../Golden/cli/help-decide.80.txt");
    }

    [Theory]
    [InlineData("help", "compare")]
    [InlineData("help", "eval", "run")]
    [InlineData("eval", "run", "--help")]
    public async Task Help_is_asked_for_in_either_way(params string[] args)
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run(args);
        answer.ExitCode.ShouldBe(ExitCode.Done);
        answer.Output.ShouldContain($"Usage: assay {string.Join(' ', args.Where(a => a is not ("help" or "--help")))}");
    }

    [Fact]
    public async Task A_command_that_is_misspelt_gets_the_nearest()
    {
        using var assay = new AssayProcess();
        var answer = await assay.Run("help", "comapre");
        answer.ExitCode.ShouldBe(ExitCode.Usage);
        answer.Error.ShouldContain("'comapre' is not a command of assay. Nearest: compare.");
        (await assay.Run("help", "compare", "now")).Error.ShouldContain("has no commands of its own");
    }

    [Fact]
    public async Task The_manual_page_names_every_command_and_option_and_groff_reads_it()
    {
        var page = ManPage.Of(Root);
        foreach (var command in Under(Root))
        {
            page.ShouldContain($".SS {UsageText.PathOf(command).Replace("-", "\\-", StringComparison.Ordinal)}\n");
            foreach (var option in command.Options.Where(o => !o.Recursive)) page.ShouldContain(option.Name.Replace("-", "\\-", StringComparison.Ordinal));
        }
        var groff = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "groff")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(groff is null, "groff is not installed here.");
        using var folder = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo(groff!, ["-man", "-Tascii", "-ww", folder.Write("assay.1", page)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await error).ShouldBeEmpty();
        // Bold letters are struck twice.
        text = System.Text.RegularExpressions.Regex.Replace(text, ".\b", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        foreach (var part in (string[])["SYNOPSIS", "EXIT CODES", "ENVIRONMENT AND SETTINGS", "assay eval run"]) text.ShouldContain(part);
    }
}
