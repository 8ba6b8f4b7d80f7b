using System.CommandLine;
using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Catalog;
using Assay.Host.Cli;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval delete</c>: takes a run away with all its answers.</summary>
internal static class EvalDeleteCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("delete", "Deletes a run with its answers, and its suite where no other run has it.");
        var id = new Argument<string>("RUN") { Description = "Its id, or the beginning of it." };
        command.Arguments.Add(id);
        command.SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var runs = new RunStore(Store.Open(Workspace.StorePath(run.DataFolder), time: surroundings.Time));
            var found = EvalRuns.Find(runs, parse.GetValue(id)!);
            RunDeletion.Delete(runs, found.Id);
            RunsAsClaims.Refresh(runs, run, found.Id);
            if (!run.Quiet && !run.Json) run.Write($"Deleted run {found.Id}: {Words.Plural(found.Trials, "trial")} of {found.Suite.Id}.\n");
            else if (run.Json) run.Write($$"""{"deleted":"{{found.Id}}"}""" + "\n");
            return ExitCode.Done;
        });
        return command;
    }
}
