using Assay.Host.Cli;
using Shouldly;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class DocsTests
{
    [Fact]
    public void Every_command_argument_and_option_is_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "cli.md"));
        var root = CommandLine.Create(new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null });
        foreach (var option in GlobalOptions.All) docs.ShouldContain($"`{option.Name}", customMessage: option.Name);
        foreach (var command in root.Subcommands)
        {
            docs.ShouldContain($"## `assay {command.Name}", customMessage: command.Name);
            var part = docs[docs.IndexOf($"## `assay {command.Name}", StringComparison.Ordinal)..];
            part = part.IndexOf("\n## ", 3, StringComparison.Ordinal) is > 0 and var end ? part[..end] : part;
            foreach (var argument in command.Arguments) part.ShouldContain(argument.Name, customMessage: $"{command.Name} {argument.Name}");
            foreach (var option in command.Options) part.ShouldContain($"`{option.Name}", customMessage: $"{command.Name} {option.Name}");
        }
    }

    [Fact]
    public void Every_exit_code_is_in_the_docs()
    {
        var docs = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "cli.md"));
        foreach (var code in (int[])[ExitCode.Done, ExitCode.Negative, ExitCode.Usage, ExitCode.BadInput, ExitCode.Outside]) docs.ShouldContain($"| {code} |");
    }
}
