using System.CommandLine;
using Assay.Host.Cli.Completion;
using Assay.Host.Cli.Help;
using Assay.Host.Evaluation;

namespace Assay.Host.Cli;

/// <summary>Every command of the program.</summary>
public static class CommandLine
{
    public static RootCommand Create(Surroundings surroundings)
    {
        var root = new RootCommand("Assay: compare AI models on evidence.");
        foreach (var option in GlobalOptions.All) root.Options.Add(option);
        root.Subcommands.Add(new ModelsCommand(surroundings));
        root.Subcommands.Add(new ShowCommand(surroundings));
        root.Subcommands.Add(new CompareCommand(surroundings));
        root.Subcommands.Add(new DecideCommand(surroundings));
        root.Subcommands.Add(new MatchCommand(surroundings));
        root.Subcommands.Add(new AskCommand(surroundings));
        root.Subcommands.Add(new ArenaCommand(surroundings));
        root.Subcommands.Add(new EvalCommand(surroundings));
        root.Subcommands.Add(new BenchmarksCommand(surroundings));
        root.Subcommands.Add(new ChangesCommand(surroundings));
        root.Subcommands.Add(new LifecycleCommand(surroundings));
        root.Subcommands.Add(new ConflictsCommand(surroundings));
        root.Subcommands.Add(new ImportCommand(surroundings));
        root.Subcommands.Add(new SyncCommand(surroundings));
        root.Subcommands.Add(new SourcesCommand(surroundings));
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(new Export.ExportCommand(surroundings));
        root.Subcommands.Add(new McpCommand(surroundings));
        root.Subcommands.Add(new EnginesCommand(surroundings));
        root.Subcommands.Add(new DoctorCommand(surroundings));
        root.Subcommands.Add(new CompletionCommand(surroundings));
        root.Subcommands.Add(new HelpCommand(root, surroundings));
        OwnHelp.Set(root, surroundings);
        return root;
    }
}
