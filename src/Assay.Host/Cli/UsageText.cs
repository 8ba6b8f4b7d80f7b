using System.CommandLine;

namespace Assay.Host.Cli;

/// <summary>The one line on how a command is written.</summary>
internal static class UsageText
{
    public static string Of(Command command) =>
        command is RootCommand ? "Usage: assay COMMAND [options]" : $"Usage: assay {command.Name} {string.Concat(command.Arguments.Select(a => Form(a) + " "))}[options]";

    private static string Form(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $"[{Name(argument)}]" : Name(argument);

    private static string Name(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;
}
