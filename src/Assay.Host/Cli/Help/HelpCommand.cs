using System.CommandLine;
using Assay.Catalog;

namespace Assay.Host.Cli.Help;

/// <summary><c>assay help</c>: of the program, of a command, or all of it as a manual page.</summary>
internal sealed class HelpCommand : Command
{
    private readonly Argument<string[]> Path = new("COMMAND") { Description = "A command, such as compare, or eval run. Default: the program.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> Man = new("--man") { Description = "All of it as a manual page, in roff: assay help --man > assay.1" };

    public HelpCommand(RootCommand root, Surroundings surroundings) : base("help", "Tells how a command is used.")
    {
        Arguments.Add(Path);
        Options.Add(Man);
        SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var command = Find(root, parse.GetValue(Path) ?? []);
            run.Write(parse.GetValue(Man) ? ManPage.Of(root) : HelpPage.Of(command, surroundings.Width));
            return ExitCode.Done;
        });
    }

    private static Command Find(RootCommand root, IEnumerable<string> words)
    {
        Command command = root;
        foreach (var word in words)
        {
            string[] names = [.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];
            command = command.Subcommands.FirstOrDefault(c => c.Name == word) ?? throw new CliException(ExitCode.Usage, names.Length == 0
                ? $"'{UsageText.PathOf(command)}' has no commands of its own: leave out '{word}'."
                : $"'{word}' is not a command of {UsageText.PathOf(command)}.{UsageErrors.Nearest(word, names)} Allowed: {string.Join(", ", names)}.");
        }
        return command;
    }
}
