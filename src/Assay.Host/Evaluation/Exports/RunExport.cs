using System.Reflection;
using System.Text;
using Assay.Adapters.Logs.Inspect;
using Assay.Adapters.Logs.Own;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Host.Cli.Text;

namespace Assay.Host.Evaluation.Exports;

/// <summary>Writes a run in any of the formats. Samples and trials are read page by page while they are written.</summary>
/// <param name="store">Holds the run.</param>
/// <param name="folders">Of this machine: what names them is taken out.</param>
public sealed class RunExport(RunStore store, IEnumerable<string> folders)
{
    public static IReadOnlyList<ExportFormat> Formats { get; } =
    [
        new("json", "application/json; charset=utf-8", "json"), new("csv", "text/csv; charset=utf-8", "csv"), new("junit", "application/xml; charset=utf-8", "xml"),
        new("markdown", "text/markdown; charset=utf-8", "md"), new("html", "text/html; charset=utf-8", "html"), new("inspect", "application/json; charset=utf-8", "inspect.json"),
    ];

    private readonly Unlocal unlocal = new([.. folders.Select(Path.GetFullPath), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Path.GetTempPath(), AppContext.BaseDirectory, Directory.GetCurrentDirectory()]);

    private static string By => $"assay {typeof(RunExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "of an unknown version"}";

    /// <summary>The format, or what is wrong with what was asked.</summary>
    public static (ExportFormat? Format, string? Problem) Asked(string? format, string? model, Run run)
    {
        var allowed = string.Join(", ", Formats.Select(f => f.Name));
        if (format is null) return (null, $"The format is missing. Allowed: {allowed}.");
        if (Formats.FirstOrDefault(f => f.Name == format) is not { } known) return (null, $"'{format}' is not a format of export. Allowed: {allowed}.");
        if (known.Name != "inspect") return model is null ? (known, null) : (null, "A model is chosen for the format inspect only; the others hold all. Leave it out.");
        if (model is null) return run.Models.Count == 1 ? (known with { Model = 0 }, null) : (null, $"A log of Inspect holds one model, and the run has {run.Models.Count}: {string.Join(", ", run.Models)}. Say which with model.");
        var place = run.Models.ToList().IndexOf(model);
        return place >= 0 ? (known with { Model = place }, null) : (null, $"'{model}' is no model of the run. Its models: {string.Join(", ", run.Models)}.");
    }

    /// <param name="run">Of the store.</param>
    /// <param name="format">As <see cref="Asked"/> gave it.</param>
    /// <param name="output">Stays open.</param>
    public void Write(Run run, ExportFormat format, Stream output)
    {
        switch (format.Name)
        {
            case "json": new RunFileWriter(store, unlocal).Write(run, Report(run), By, output); break;
            case "inspect": new InspectLogWriter(store, unlocal).Write(run, format.Model!.Value, By, output); break;
            case "csv": Text(output, writer => TrialCsv.Write(run, Pages(run), Labels(run), unlocal, writer)); break;
            case "junit": JUnitXml.Write(run, store.Results(run.Id), model => RunPages.Of(store, run, model), unlocal, output); break;
            case "markdown": Text(output, writer => writer.Write(Markdown.Write(Summary(run).WithTrials(run, Pages(run), unlocal)))); break;
            case "html": Text(output, writer => RunHtml.Write(run, Summary(run), Pages(run), Labels(run), i => store.Image(run.SuiteHash, i.Hash), unlocal, writer)); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format.Name, "Not a format of export.");
        }
    }

    private IEnumerable<SampleTrials> Pages(Run run) => RunPages.Of(store, run);

    private ILookup<TrialKey, HumanLabel> Labels(Run run) => new RunLabels(store).Of(run.Id).ToLookup(l => l.Key);

    private Document Summary(Run run) => RunSummary.Of(run, Report(run), [.. store.Events(run.Id).Select(e => e with { Words = unlocal.Of(e.Words) })]);

    private RunReport Report(Run run) => RunReport.Of(run.Models, run.Settings.Repetitions, SuiteItems.Of(run.Suite, store.Samples(run.SuiteHash)), store.Results(run.Id));

    private static void Text(Stream output, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        write(writer);
    }
}
