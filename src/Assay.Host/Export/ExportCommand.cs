using System.CommandLine;
using Assay.Adapters.Exports;
using Assay.Host.Catalog;
using Assay.Host.Cli;

namespace Assay.Host.Export;

/// <summary><c>assay export</c>: the site as a folder of files.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Argument<string> Folder = new("DIR") { Description = "The folder to write. An earlier export is brought up to date; any other folder must be empty." };
    private readonly Option<string> Pairs = new("--pairs") { Description = "Which comparisons: all, top:N, or a file with one a line (a,b or a-vs-b, two to six models).", HelpName = "WHICH", DefaultValueFactory = _ => ExportPairsOption.Default };
    private readonly Option<string?> BaseUrl = new("--base-url") { Description = "Where the folder will be served: needed for feeds, sitemap and 404.html, whose addresses must be whole.", HelpName = "URL" };
    private readonly Option<bool> Force = new("--force") { Description = "Write into a folder that holds other things, over what is in the way. Nothing else in it is touched." };

    public ExportCommand(Surroundings surroundings) : base("export", "Writes the site as files that any file server can serve.")
    {
        Arguments.Add(Folder);
        Options.Add(Pairs);
        Options.Add(BaseUrl);
        Options.Add(Force);
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));
    }

    private async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var around = run.Surroundings;
        var site = SiteOf(parse.GetValue(BaseUrl));
        var workspace = new Workspace(run.DataFolder, around.CatalogFolder, around.Time);
        var live = new LiveCatalog(workspace, around.Time);
        var day = run.Asked(live);
        var ask = new ExportAsk
        {
            Folder = parse.GetValue(Folder)!, Pairs = parse.GetValue(Pairs)!, Site = site, Day = day.Day, IsPast = day.IsPast, Force = parse.GetValue(Force), ContentRoot = around.ContentRoot, DataFolder = run.DataFolder,
        };
        try
        {
            await using var export = new SiteExport(ask, workspace);
            var going = export.Run(cancellationToken);
            await new ExportLines(around.Error, around.ErrorIsTerminal, run.Quiet, around.Time).Follow(going, () => export.Step);
            var view = await going;
            if (run.Json) run.WriteJson(view, CliJson.Default.ExportView);
            else run.Write(ExportLines.Summary(view, run.Quiet));
            return ExitCode.Done;
        }
        catch (ExportRefusedException e)
        {
            throw new CliException(ExitCode.BadInput, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Outside, $"'{ask.Folder}' cannot be written to ({e.Message}). Mend that and export again: what was written stays.");
        }
    }

    private static Uri? SiteOf(string? text)
    {
        if (text is null) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0)
            return address.AbsolutePath.EndsWith('/') ? address : new(address.AbsoluteUri + "/");
        throw new CliException(ExitCode.BadInput, $"--base-url '{text}' is not an address to serve at: write the whole of it without a query, as https://models.example.org/assay/.");
    }
}
