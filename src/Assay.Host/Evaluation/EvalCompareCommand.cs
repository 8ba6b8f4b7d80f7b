using System.CommandLine;
using System.Globalization;
using Assay.Evaluation.Reports;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval compare</c>: the gate. Ends with 0 where the candidate is better or not worse within the margin, 1 where it is worse, 2 where the evidence is not enough.</summary>
internal static class EvalCompareCommand
{
    private static readonly Option<string?> Baseline = new("--baseline") { Description = "The model that is in use. Default: the candidate's name, where --against names another run.", HelpName = "MODEL" };
    private static readonly Option<string> Candidate = new("--candidate") { Description = "The model that is to take its place.", HelpName = "MODEL", Required = true };
    private static readonly Option<string?> Allowed = new("--margin") { Description = "The greatest loss that does not matter, 0 to 1, chosen before the results are seen. Default: 0.02, two points of a hundred.", HelpName = "SHARE" };
    private static readonly Option<string?> Against = new("--against") { Description = "Take the baseline from this run in place of RUN.", HelpName = "RUN" };
    private static readonly Option<bool> ById = new("--by-id") { Description = "With --against: pair samples by id where the suites differ." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("compare", "A gate: may a candidate take a baseline's place? Ends with 0 for better or not worse, 1 for worse, 2 for not enough evidence.");
        var id = new Argument<string>("RUN") { Description = "The run with the candidate: its id, the beginning of it, or latest." };
        var format = new FormatOption("table", "markdown", "json");
        command.Arguments.Add(id);
        foreach (var option in (Option[])[Baseline, Candidate, Allowed, Against, ById, format.Option]) command.Options.Add(option);
        command.SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var chosen = format.Read(parse, run.Json);
            var view = Gate(parse, EvalListCommand.Open(run), parse.GetValue(id)!);
            switch (chosen)
            {
                case "json": run.WriteJson(view, AssayJson.Default.EvalGateView); break;
                case "markdown": run.Write(Markdown.Write(EvalDocument.Of(view))); break;
                default: run.Write(EvalDocument.Of(view)); break;
            }
            return view.ExitCode;
        });
        return command;
    }

    private static EvalGateView Gate(ParseResult parse, RunReports reports, string id)
    {
        var margin = Assay.Evaluation.Reports.Gate.UsualMargin;
        if (parse.GetValue(Allowed) is { } text && (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out margin) || margin is not (>= 0 and <= 1)))
            throw new CliException(ExitCode.BadInput, $"--margin '{text}' is not a share from 0 to 1: write 0.02 for two points of a hundred.");
        var run = EvalListCommand.Find(reports, id);
        var other = parse.GetValue(Against) is { } against ? EvalListCommand.Find(reports, against) : null;
        var candidate = Model(run, parse.GetValue(Candidate)!, "--candidate");
        if (other is null && parse.GetValue(Baseline) is null) throw new CliException(ExitCode.BadInput, $"--baseline is missing: name the model of run {run.Run.Id} that {candidate.Name} is held against, or another run with --against.");
        var baseline = Model(other ?? run, parse.GetValue(Baseline) ?? candidate.Name, "--baseline");
        if (other is null && ReferenceEquals(candidate, baseline)) throw new CliException(ExitCode.BadInput, $"--baseline and --candidate are both {candidate.Name}: name two models, or take the baseline from another run with --against.");
        if (other is not null && other.Run.Id == run.Run.Id) throw new CliException(ExitCode.BadInput, $"--against '{parse.GetValue(Against)}' is RUN itself: leave it out, or name another run.");
        if (other is not null && other.Run.SuiteHash != run.Run.SuiteHash && !parse.GetValue(ById))
            throw new CliException(ExitCode.BadInput, SuiteDifference.Of(reports.Store, run, other).Sentence(byId: false) + " --by-id does so.");
        return new EvalRunViewBuilder(reports).Gate(run, candidate, baseline, other, margin);
    }

    private static ModelReport Model(ReportedRun run, string name, string option) => run.Model(name, option, out var problem) ?? throw new CliException(ExitCode.BadInput, problem!);
}
