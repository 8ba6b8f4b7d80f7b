using System.CommandLine;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval</c>: each subcommand is a file of its own.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(Surroundings surroundings) : base("eval", "Puts suites of samples to models, and compares what came of it.")
    {
        Subcommands.Add(EvalListCommand.Create(surroundings));
        Subcommands.Add(EvalReportCommand.Create(surroundings));
        Subcommands.Add(EvalCompareCommand.Create(surroundings));
        Subcommands.Add(new EvalRunCommand(surroundings));
        Subcommands.Add(EvalRescoreCommand.Create(surroundings));
        Subcommands.Add(EvalLabelCommand.Create(surroundings));
        Subcommands.Add(EvalDeleteCommand.Create(surroundings));
        Subcommands.Add(new EvalLint(surroundings));
        Subcommands.Add(new EvalImport(surroundings));
        Subcommands.Add(new EvalExport(surroundings));
        Subcommands.Add(new EvalDraw(surroundings));
    }
}
