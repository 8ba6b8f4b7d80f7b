using System.CommandLine;
using System.Globalization;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;

namespace Assay.Host.Cli;

/// <summary><c>assay import</c>: a snapshot of an outside source, whole or not at all.</summary>
internal sealed class ImportCommand : Command
{
    private readonly Argument<string> FormatName = new("FORMAT") { Description = $"One of {string.Join(", ", ImportFormats.All.Select(f => f.Format))}.", CompletionSources = { ImportFormats.All.Select(f => f.Format).ToArray() } };
    private readonly Argument<string> Path = new("PATH") { Description = "The file or folder: " + string.Join("; ", ImportFormats.All.Select(f => $"{f.Format}: {f.Expects}")) + "." };
    private readonly Option<string?> Date = new("--date") { Description = "The day the statements stand for: 2026-07-02. Default: what the files tell, else today.", HelpName = "DATE" };
    private readonly Option<string?> SourceUrl = new("--source-url") { Description = "Where the files were read. Default: the source's own public address.", HelpName = "URL" };
    private readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would happen and leave the store as it is." };

    public ImportCommand(Surroundings surroundings) : base("import", "Imports a snapshot of a source.")
    {
        Arguments.Add(FormatName);
        Arguments.Add(Path);
        Options.Add(Date);
        Options.Add(SourceUrl);
        Options.Add(DryRun);
        SetAction((parse, cancellationToken) => Task.FromResult(Run(parse, new(parse, surroundings), cancellationToken)));
    }

    private int Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var importer = ImportFormats.Get(parse.GetValue(FormatName)!);
        var (date, url, dryRun) = (ReadDate(parse.GetValue(Date)), ReadUrl(parse.GetValue(SourceUrl)), parse.GetValue(DryRun));
        // The store alone: an import needs no catalogue in memory, and what it adds does not depend on what is there.
        var store = Store.Open(Workspace.StorePath(run.DataFolder), time: run.Surroundings.Time);
        var path = parse.GetValue(Path)!;
        var view = ImportView.Of(new Importing(store).Import(importer, path, date, url, dryRun, FeedOf(importer, path), cancellationToken), dryRun);
        if (run.Json) run.WriteJson(view, CliJson.Default.ImportView);
        else if (!run.Quiet) run.Write(ImportDocument.Of(view));
        return ExitCode.Done;
    }

    /// <summary>A catalogue of one's own stands beside the one that came with the program and is told from others by the name of its folder.</summary>
    private static string? FeedOf(IImporter importer, string path) =>
        importer.Format == "assay" ? "assay:" + System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path))) : null;

    private static DateOnly? ReadDate(string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new CliException(ExitCode.BadInput, $"--date '{text}' is not a day: write --date 2026-07-02.");
    }

    private static string? ReadUrl(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? text
            : throw new CliException(ExitCode.BadInput, $"--source-url '{text}' is not an address of the web: write --source-url https://models.dev/api.json.");
}
