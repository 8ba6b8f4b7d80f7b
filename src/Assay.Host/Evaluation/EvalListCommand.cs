using System.CommandLine;
using System.Globalization;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Catalog;
using Assay.Host.Cli;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval list</c>: the runs that are kept.</summary>
internal static class EvalListCommand
{
    private const int Usual = 20, Most = 500;

    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("list", "Lists the runs that are kept, newest first.");
        var suite = new Option<string?>("--suite") { Description = "Only runs of this suite: its id or hash.", HelpName = "SUITE" };
        var limit = new Option<string?>("--limit") { Description = $"How many to show, 1 to {Most}. Default: {Usual}.", HelpName = "N" };
        command.Options.Add(suite);
        command.Options.Add(limit);
        command.SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var most = Usual;
            if (parse.GetValue(limit) is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > Most))
                throw new CliException(ExitCode.BadInput, $"--limit '{text}' is not a number from 1 to {Most}: write --limit 50.");
            var list = EvalRunList.Of(Open(run), parse.GetValue(suite), 1, most);
            if (run.Json) run.WriteJson(list, AssayJson.Default.EvalListView);
            else run.Write(EvalDocument.Of(list));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The runs of the data folder. The catalogue is not needed for them, and not loaded.</summary>
    internal static RunReports Open(CommandRun run) => new(new RunStore(Store.Open(Workspace.StorePath(run.DataFolder), time: run.Surroundings.Time)));

    /// <exception cref="CliException">No run, or several, have the id.</exception>
    internal static ReportedRun Find(RunReports reports, string id, int? scoring = null)
    {
        var found = reports.Find(id, scoring, out var problem) ?? throw new CliException(ExitCode.BadInput, EvalRunQuery.NoRun(reports, id) + " assay eval list shows them all.");
        return problem is null ? found : throw new CliException(ExitCode.BadInput, problem);
    }
}
