using Assay.Adapters.Importers;
using Assay.Adapters.Sync;
using Assay.Catalog;
using Assay.Host.Cli;

namespace Assay.Host.Sync;

/// <summary>What a sync came to, on a surface.</summary>
public sealed record SyncView
{
    public required bool DryRun { get; init; }
    public required IReadOnlyList<SyncSourceView> Sources { get; init; }

    public static SyncView Of(IEnumerable<SyncOutcome> outcomes, bool dryRun) => new() { DryRun = dryRun, Sources = [.. outcomes.Select(SyncSourceView.Of)] };

    /// <summary>A failure goes before a snapshot that is held back.</summary>
    public int ExitCode => Sources.Any(s => s.Result == "failed") ? Cli.ExitCode.Outside : Sources.Any(s => s.Result == "held") ? Cli.ExitCode.Negative : Cli.ExitCode.Done;
}

/// <summary>What a sync of one source came to.</summary>
public sealed record SyncSourceView
{
    public required string Source { get; init; }

    /// <summary><c>imported</c>, <c>unchanged</c>, <c>held</c> or <c>failed</c>; with a dry run what it would be.</summary>
    public required string Result { get; init; }

    public required string Detail { get; init; }
    public required string Address { get; init; }

    /// <summary>Over the files that came; null where none did.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Null where no snapshot was read.</summary>
    public required ImportClaimsView? Claims { get; init; }

    public required SyncDiffView? Diff { get; init; }

    /// <summary>What was in the files.</summary>
    public required IReadOnlyList<ImportCount> Counts { get; init; }

    public required IReadOnlyList<Refusal> Refused { get; init; }

    public static SyncSourceView Of(SyncOutcome outcome) => new()
    {
        Source = outcome.Feed, Result = outcome.Result.ToString().ToLowerInvariant(), Detail = outcome.Attempt.Detail, Address = outcome.Attempt.Address, Sha256 = outcome.Attempt.Sha256,
        Claims = outcome.Import is { Claims: var c } ? new(c.Added, c.Changed, c.Left, c.Ended) : null,
        Diff = outcome.Diff is { } diff ? SyncDiffView.Of(diff) : null,
        Counts = outcome.Import?.Parsed?.Counts ?? [], Refused = outcome.Import?.Parsed?.Refusals ?? [],
    };
}

/// <summary>A new snapshot against what its source said so far.</summary>
public sealed record SyncDiffView(
    int EntriesBefore, int EntriesAfter, IReadOnlyList<string> NewOffers, IReadOnlyList<string> GoneOffers, IReadOnlyList<PriceMoveView> Prices, IReadOnlyList<ProviderLoss> ProvidersLosingHalf)
{
    public static SyncDiffView Of(SnapshotDiff diff) => new(
        diff.EntriesBefore, diff.EntriesAfter, Offers(diff.New), Offers(diff.Gone), [.. diff.Prices.Select(p => new PriceMoveView(p.Offer, p.Property.Name, p.Before, p.After, p.Text))], diff.Losses);

    private static string[] Offers(IEnumerable<Subject> subjects) => [.. subjects.Where(s => s.Kind is SubjectKind.Offer).Select(s => s.Id)];
}

/// <param name="Text">The same in words.</param>
public sealed record PriceMoveView(string Offer, string Property, decimal Before, decimal After, string Text);
