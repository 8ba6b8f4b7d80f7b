using System.CommandLine;
using Assay.Adapters.Importers;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage;
using Assay.Adapters.Sync;
using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Sync;

namespace Assay.Host.Cli;

/// <summary><c>assay sync</c>: fetches sources from their own addresses and imports what is new.</summary>
internal sealed class SyncCommand : Command
{
    private readonly Argument<string[]> Names = new("SOURCE") { Description = $"Any of {string.Join(", ", SyncSources.All.Select(s => s.Feed))}. Default: all, or those of the settings.", Arity = ArgumentArity.ZeroOrMore, CompletionSources = { SyncSources.All.Select(s => s.Feed).ToArray() } };
    private readonly Option<bool> DryRun = new("--dry-run") { Description = "Fetch, show what would change, and leave the store as it is." };
    private readonly Option<string?> Confirm = new("--confirm") { Description = "Import the snapshot of SOURCE that was held back: the first digits of its hash.", HelpName = "HASH" };

    public SyncCommand(Surroundings surroundings) : base("sync", "Fetches sources from their public addresses and imports them.")
    {
        Arguments.Add(Names);
        Options.Add(DryRun);
        Options.Add(Confirm);
        SetAction((parse, cancellationToken) => Run(parse, new(parse, surroundings), cancellationToken));
    }

    private async Task<int> Run(ParseResult parse, CommandRun run, CancellationToken cancellationToken)
    {
        var (dryRun, hash) = (parse.GetValue(DryRun), parse.GetValue(Confirm));
        var settings = run.Settings.Read().Sync;
        var sources = Chosen(parse.GetValue(Names) ?? [], settings);
        if (hash is not null && sources.Count != 1) throw new CliException(ExitCode.Usage, $"'--confirm {hash}' needs the one source it is of: assay sync SOURCE --confirm {hash}.");

        var store = Store.Open(Workspace.StorePath(run.DataFolder), time: run.Surroundings.Time);
        using var progress = new ProgressText(run.Surroundings.Error, run.Surroundings.ErrorIsTerminal, run.Quiet);
        using var web = new WebFetch(run.Surroundings.FetchLimits, run.Surroundings.Time, run.Surroundings.Random, progress);
        var syncing = new Syncing(store, web, progress);
        var outcomes = new List<SyncOutcome>();
        foreach (var source in sources)
            outcomes.Add(hash is null ? await syncing.Sync(source, dryRun, cancellationToken) : syncing.Confirm(source, hash, dryRun, cancellationToken));

        progress.Dispose();
        var view = SyncView.Of(outcomes, dryRun);
        if (run.Json) run.WriteJson(view, CliJson.Default.SyncView);
        else run.Write(SyncDocument.Of(view, run.Quiet));
        return view.ExitCode;
    }

    private static IReadOnlyList<SyncSource> Chosen(string[] names, SyncSettings settings)
    {
        if (names.Length == 0) return settings.Sources;
        foreach (var name in names.Where(n => settings.Known.All(s => s.Feed != n)))
        {
            var why = SyncSources.Without.TryGetValue(name, out var reason) ? $" It {reason}: use 'assay import {name} PATH'." : "";
            throw new CliException(ExitCode.BadInput, $"'{name}' is not a source that can be fetched.{why} Allowed: {string.Join(", ", settings.Known.Select(s => s.Feed))}.");
        }
        return [.. settings.Known.Where(s => names.Contains(s.Feed))];
    }
}
