using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Adapters.Logs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Catalog;
using Assay.Host.Cli;

namespace Assay.Host.Evaluation;

/// <summary>Eval records of other programs, each kept as a run. What is refused does not hold up the others; the exit code tells that there was some.</summary>
internal static class RecordsImport
{
    public static IReadOnlyList<EvalImportFormat> Formats(LogChoice choice) =>
    [
        new(LogReaders.Auto, "files, or folders that are searched, of any of the following", (paths, run, cancellationToken) => Run(null, paths, choice, run, cancellationToken)),
        .. LogReaders.All.Select(r => new EvalImportFormat(r.Id, r.Expects, (paths, run, cancellationToken) => Run(r, paths, choice, run, cancellationToken))),
    ];

    private static async Task<int> Run(ILogReader? reader, IReadOnlyList<string> paths, LogChoice choice, CommandRun run, CancellationToken cancellationToken)
    {
        var passedOver = new List<string>();
        var sources = Sources(reader, paths, passedOver);
        var store = new RunStore(Store.Open(Workspace.StorePath(run.DataFolder), time: run.Surroundings.Time));
        using var work = ImageWork.With(EngineFolder.Of(run.DataFolder));
        var import = new LogImport(store, new(work));
        var outcomes = new List<LogOutcome>();
        foreach (var source in sources) outcomes.Add(await import.Import(source, reader, choice, cancellationToken));
        var kept = outcomes.SelectMany(o => o.Runs).Where(r => !r.WasThere).Select(r => r.Id).ToArray();
        if (kept.Length > 0) RunsAsClaims.Refresh(store, run, kept);
        var view = EvalImportView.Of(outcomes, passedOver);
        if (run.Json) run.WriteJson(view, EvalCliJson.Default.EvalImportView);
        else if (!run.Quiet) run.Write(EvalImportDocument.Of(view));
        foreach (var refused in outcomes.Where(o => o.Refused is not null)) run.Surroundings.Error.WriteLine($"{Cli.Text.Document.Safe(refused.Name)}: {refused.Refused}");
        return outcomes.Exists(o => o.Refused is not null) ? ExitCode.BadInput : ExitCode.Done;
    }

    private static LogSource[] Sources(ILogReader? reader, IReadOnlyList<string> paths, List<string> passedOver)
    {
        try
        {
            LogSource[] sources = [.. paths.SelectMany(p => LogFolder.Sources(p, reader, passedOver))];
            return sources.Length > 0 ? sources
                : throw new CliException(ExitCode.BadInput, $"'{string.Join("', '", paths)}' holds no eval record{(reader is null ? "" : $" of the format {reader.Id}")}; {passedOver.Count} files were looked at. Read are: {string.Join("; ", LogReaders.All.Select(r => $"{r.Id}: {r.Expects}"))}.");
        }
        catch (LogRefusedException e)
        {
            throw new CliException(ExitCode.BadInput, e.Message);
        }
    }
}
