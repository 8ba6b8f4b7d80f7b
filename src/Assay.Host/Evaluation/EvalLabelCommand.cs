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
        var command = new Command("label", "Reads what people say of the answers of a run, and tells how far its scores agree with them.");
        var id = new Argument<string>("RUN") { Description = "Its id, the beginning of it, or latest." };
        var file = new Argument<string>("FILE") { Description = "CSV with the columns sample and label (pass or fail), and any of model, repetition, person." };
        var by = new Option<string?>("--by") { Description = "Who labelled, where the file has no column person.", HelpName = "NAME" };
        command.Arguments.Add(id);
        command.Arguments.Add(file);
        command.Options.Add(by);
        command.SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var reports = EvalListCommand.Open(run);
            var found = EvalListCommand.Find(reports, parse.GetValue(id)!);
            var labels = Read(parse.GetValue(file)!, found, parse.GetValue(by));
            if (new RunLabels(reports.Store).Put(found.Run.Id, labels) is [var first, ..] without)
                throw new CliException(ExitCode.BadInput, $"{Words.Plural(without.Count, "label")} of answers that run {found.Run.Id} does not have, the first for sample '{found.Report.Items.Ids[first.Key.Sample]}' of {found.Run.Models[first.Key.Model]}: its call brought none. Take those lines out. Nothing was kept.");
            var view = new EvalRunViewBuilder(reports).Of(EvalListCommand.Find(reports, found.Run.Id));
            if (run.Json) run.WriteJson(view, AssayJson.Default.EvalRunView);
            else run.Write(new Document("Labels").Paragraph($"{Words.Plural(labels.Count, "label")} of run {found.Run.Id} kept.")
                .Bullets(view.People.Select(a => (BulletItem)$"{a.Person}: {EvalDocument.Agreement(a)}")));
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<Assay.Evaluation.HumanLabel> Read(string file, ReportedRun found, string? by)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return LabelFile.Read(stream, Path.GetFileName(file), found.Run, found.Report.Items.Find, by);
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
