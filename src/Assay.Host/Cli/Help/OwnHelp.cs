using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Assay.Host.Cli.Help;

/// <summary><c>--help</c> of any command.</summary>
internal sealed class OwnHelp(Surroundings surroundings) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(HelpPage.Of(parseResult.CommandResult.Command, surroundings.Width));
        return ExitCode.Done;
    }

    /// <summary>Takes the place of the parser's own.</summary>
    public static void Set(RootCommand root, Surroundings surroundings)
    {
        foreach (var option in root.Options.OfType<HelpOption>()) option.Action = new OwnHelp(surroundings);
    }
}
