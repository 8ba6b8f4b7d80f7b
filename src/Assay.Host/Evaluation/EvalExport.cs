using System.CommandLine;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Catalog;
using Assay.Host.Cli;
using Assay.Host.Evaluation.Exports;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval export</c>: a run as a file.</summary>
internal sealed class EvalExport : Command
{
    private readonly Argument<string> RunId = new("RUN") { Description = "Its id, the beginning of it, or latest." };
    private readonly Option<string> FormatName = new("--format") { Description = $"One of {string.Join(", ", RunExport.Formats.Select(f => f.Name))}.", HelpName = "FORMAT", Required = true, CompletionSources = { RunExport.Formats.Select(f => f.Name).ToArray() } };
    private readonly Option<string?> Model = new("--model") { Description = "For inspect, whose logs hold one model: which. Default: the only one.", HelpName = "NAME" };
    private readonly Option<string?> Out = new("--out") { Description = "File to write; default: standard output.", HelpName = "FILE" };

    public EvalExport(Surroundings surroundings) : base("export", "Writes a run as a file, for people or for other programs.")
    {
        Arguments.Add(RunId);
        foreach (var option in (Option[])[FormatName, Model, Out]) Options.Add(option);
        SetAction((parse, _) => Task.FromResult(Run(parse, new(parse, surroundings))));
    }

    private int Run(ParseResult parse, CommandRun command)
    {
        var store = new RunStore(Store.Open(Workspace.StorePath(command.DataFolder), time: command.Surroundings.Time));
        var run = EvalRuns.Find(store, parse.GetValue(RunId)!);
        var (format, problem) = RunExport.Asked(parse.GetValue(FormatName), parse.GetValue(Model), run);
        if (format is null) throw new CliException(ExitCode.BadInput, problem!);
        var export = new RunExport(store, [command.DataFolder]);
        if (parse.GetValue(Out) is { } path) WholeFile.Write(path, output => export.Write(run, format, output));
        else
        {
            using var output = new MemoryStream();
            export.Write(run, format, output);
            command.Write(System.Text.Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length));
        }
        return ExitCode.Done;
    }
}
