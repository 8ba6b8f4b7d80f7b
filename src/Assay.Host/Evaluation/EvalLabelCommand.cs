using System.CommandLine;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Host.Web;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval label</c>: what people say of the answers of a run, and how far its scores agree with them.</summary>
internal static class EvalLabelCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("label", "Reads what people say of the answers of a run, and tells how far its scores agree with them; without FILE writes what is kept as CSV.");
        var id = new Argument<string>("RUN") { Description = "Its id, the beginning of it, or latest." };
        var file = new Argument<string?>("FILE") { Description = "CSV with the columns sample and label (pass or fail), and any of model, repetition, person, note.", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { Description = "Who labelled, where the file has no column person.", HelpName = "NAME" };
        command.Arguments.Add(id);
        command.Arguments.Add(file);
        command.Options.Add(by);
        command.SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var reports = EvalListCommand.Open(run);
            var found = EvalListCommand.Find(reports, parse.GetValue(id)!);
            var labels = new RunLabels(reports.Store);
            if (parse.GetValue(file) is not { } path)
            {
                RunLabelFile.Write(found, labels.Of(found.Run.Id), surroundings.Output);
                return ExitCode.Done;
            }
            var kept = Take(path, found, labels, parse.GetValue(by));
            var view = new EvalRunViewBuilder(reports).Of(EvalListCommand.Find(reports, found.Run.Id));
            if (run.Json) run.WriteJson(view, AssayJson.Default.EvalRunView);
            else run.Write(new Document("Labels").Paragraph($"{Words.Plural(kept, "label")} of run {found.Run.Id} kept.")
                .Bullets(view.People.Select(a => (BulletItem)$"{a.Person}: {EvalDocument.Agreement(a)}")));
            return ExitCode.Done;
        });
        return command;
    }

    private static int Take(string file, ReportedRun found, RunLabels labels, string? by)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return RunLabelFile.Take(found, labels, stream, Path.GetFileName(file), by);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.BadInput, $"'{file}' cannot be read: {e.Message}");
        }
        catch (ImportException e)
        {
            throw new CliException(ExitCode.BadInput, e.Message);
        }
    }
}
