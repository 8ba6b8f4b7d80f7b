using System.CommandLine;

namespace Assay.Host.Cli;

/// <summary>The one line on how a command is written.</summary>
public static class UsageText
{
    public static string Of(Command command) =>
        command.Subcommands.Count > 0 ? $"Usage: {PathOf(command)} COMMAND [options]" : $"Usage: {PathOf(command)} {string.Concat(command.Arguments.Select(a => Form(a) + " "))}[options]";

    /// <summary>The words that lead to a command.</summary>
    public static string PathOf(Command command) => command is RootCommand ? "assay" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? PathOf(parent) : "assay")} {command.Name}";

    private static string Form(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{Name(argument)}]" : Name(argument);

    private static string Name(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;
}
