using System.CommandLine;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Sync;

namespace Assay.Host.Cli;

/// <summary><c>assay sources</c>: where everything comes from, and how old it is.</summary>
internal sealed class SourcesCommand : Command
{
    public SourcesCommand(Surroundings surroundings) : base("sources", "Lists the sources with their newest snapshots.") =>
        SetAction(parse =>
        {
            var run = new CommandRun(parse, surroundings);
            var workspace = new Workspace(run.DataFolder, surroundings.CatalogFolder, surroundings.Time);
            var view = new LiveSources(workspace, new LiveCatalog(workspace, surroundings.Time), surroundings.Time).Current;
            if (run.Json) run.WriteJson(view, Web.AssayJson.Default.SourcesView);
            else run.Write(SourcesDocument.Of(view));
            return ExitCode.Done;
        });
}
