using System.CommandLine;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Logs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Catalog;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary><c>assay eval import</c>: eval records of other programs, each kept as a run.</summary>
internal sealed class EvalImport : Command
{
    private readonly Argument<string> FormatName = new("FORMAT") { Description = $"One of {string.Join(", ", LogReaders.Names)}." };
    private readonly Argument<string[]> Paths = new("PATH") { Description = "Files, or folders that are searched for records: " + string.Join("; ", LogReaders.All.Select(r => $"{r.Id}: {r.Expects}")) + ".", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> Model = new("--model") { Description = "Name of the model, for records that do not name it.", HelpName = "NAME" };
    private readonly Option<string?> Scorer = new("--scorer") { Description = "Which score counts where a record has several. Default: the first.", HelpName = "NAME" };

    public EvalImport(Surroundings surroundings) : base("import", "Imports eval records of other programs as runs.")
    {
        Arguments.Add(FormatName);
        Arguments.Add(Paths);
        Options.Add(Model);
        Options.Add(Scorer);
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));
    }

    private async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var (reader, sources, passedOver) = Sources(parse.GetValue(FormatName)!, parse.GetValue(Paths)!);
        var choice = new LogChoice(parse.GetValue(Model), parse.GetValue(Scorer));
        var store = new RunStore(Store.Open(Workspace.StorePath(run.DataFolder), time: run.Surroundings.Time));
        using var work = ImageWork.With(EngineFolder.Of(run.DataFolder));
        var import = new LogImport(store, new(work));
        var outcomes = new List<LogOutcome>();
        foreach (var source in sources) outcomes.Add(await import.Import(source, reader, choice, cancellationToken));
        var view = EvalImportView.Of(outcomes, passedOver);
        if (run.Json) run.WriteJson(view, EvalCliJson.Default.EvalImportView);
        else if (!run.Quiet) run.Write(EvalImportDocument.Of(view));
        var refused = outcomes.Where(o => o.Refused is not null).ToArray();
        if (refused.Length > 0) run.Surroundings.Error.WriteLine(string.Join('\n', refused.Select(o => $"{o.Name}: {o.Refused}")));
        return refused.Length > 0 || outcomes.Count == 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static (ILogReader? Reader, IReadOnlyList<LogSource> Sources, IReadOnlyList<string> PassedOver) Sources(string format, IReadOnlyList<string> paths)
    {
        try
        {
            var reader = LogReaders.Named(format);
            var passedOver = new List<string>();
            LogSource[] sources = [.. paths.SelectMany(p => LogFolder.Sources(p, reader, passedOver))];
            if (sources.Length == 0) throw new CliException(ExitCode.BadInput, $"'{string.Join("', '", paths)}' holds no eval record{(reader is null ? "" : $" of the format {format}")}: {passedOver.Count} files were looked at. Read are: {string.Join("; ", LogReaders.All.Select(r => $"{r.Id}: {r.Expects}"))}.");
            return (reader, sources, passedOver);
        }
        catch (LogRefusedException e)
        {
            throw new CliException(ExitCode.BadInput, e.Message);
        }
    }
}
