using System.CommandLine;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval</c>: what has to do with suites, one subcommand a file.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(Surroundings surroundings) : base("eval", "Suites of tasks with known answers.")
    {
        Subcommands.Add(new EvalImport(surroundings));
        Subcommands.Add(new EvalExport(surroundings));
    }
}
