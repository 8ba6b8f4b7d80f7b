using System.CommandLine;
using System.Globalization;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval report</c>: what a run says.</summary>
internal static class EvalReportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("report", "Shows what a run says: scores with intervals, tests of each two models, times and costs.");
        var id = new Argument<string>("RUN") { Description = "Its id, the beginning of it, or latest." };
        var scoring = new Option<string?>("--scoring") { Description = "Which scoring: 1 is the first. Default: the newest.", HelpName = "N" };
        var category = new Option<string?>("--category") { Description = "Only the scores of this category.", HelpName = "CATEGORY" };
        var format = new FormatOption("table", "markdown", "json");
        command.Arguments.Add(id);
        foreach (var option in (Option[])[scoring, category, format.Option]) command.Options.Add(option);
        command.SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var chosen = format.Read(parse, run.Json);
            int? number = null;
            if (parse.GetValue(scoring) is { } text)
                number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : throw new CliException(ExitCode.BadInput, $"--scoring '{text}' is not a number: 1 is the first scoring of a run.");
            var reports = EvalListCommand.Open(run);
            var view = new EvalRunViewBuilder(reports).Of(EvalListCommand.Find(reports, parse.GetValue(id)!, number));
            var only = parse.GetValue(category);
            if (only is not null && view.Models.All(m => m.Categories.All(c => c.Category != only)))
                throw new CliException(ExitCode.BadInput, $"--category '{only}' is none of this suite. Allowed: {string.Join(", ", view.Models.SelectMany(m => m.Categories).Select(c => c.Category).Distinct(StringComparer.Ordinal))}.");
            if (only is not null) view = view with { Models = [.. view.Models.Select(m => m with { Categories = [.. m.Categories.Where(c => c.Category == only)] })] };
            switch (chosen)
            {
                case "json": run.WriteJson(view, AssayJson.Default.EvalRunView); break;
                case "markdown": run.Write(Markdown.Write(EvalDocument.Of(view, only))); break;
                default: run.Write(EvalDocument.Of(view, only)); break;
            }
            return ExitCode.Done;
        });
        return command;
    }
}
