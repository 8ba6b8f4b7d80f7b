using System.Text.Json;
using Assay.Adapters.Importers;
using Assay.Adapters.Sync;
using Assay.Catalog;
using Assay.Catalog.History;
using Assay.Comparison;
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

    /// <summary>Prices of the snapshot that are 90 times off their neighbours; kept, and never taken as the cheapest without a word.</summary>
    public required IReadOnlyList<SuspiciousView> Suspicious { get; init; }

    public static SyncSourceView Of(SyncOutcome outcome) => new()
    {
        Source = outcome.Feed, Result = outcome.Result.ToString().ToLowerInvariant(), Detail = outcome.Attempt.Detail, Address = outcome.Attempt.Address, Sha256 = outcome.Attempt.Sha256,
        Claims = outcome.Import is { Claims: var c } ? new(c.Added, c.Changed, c.Left, c.Ended) : null,
        Diff = outcome.Diff is { } diff ? SyncDiffView.Of(diff) : null,
        Counts = outcome.Import?.Parsed?.Counts ?? [], Refused = outcome.Import?.Parsed?.Refusals ?? [],
        Suspicious = [.. outcome.Import?.Suspicious.Select(SuspiciousView.Of) ?? []],
    };
}

/// <summary>A new snapshot against what its source said so far.</summary>
public sealed record SyncDiffView(int EntriesBefore, int EntriesAfter, int EntriesGone, IReadOnlyList<SyncChangeView> Changes, IReadOnlyList<ProviderLoss> ProvidersLosingHalf)
{
    public static SyncDiffView Of(SnapshotDiff diff) => new(diff.EntriesBefore, diff.EntriesAfter, diff.EntriesGone, [.. diff.Changes.Select(SyncChangeView.Of)], diff.Losses);
}

/// <param name="Kind"><c>price</c>, <c>limit</c>, <c>lifecycle</c>, <c>capability</c>, <c>new_offer</c>, <c>offer_gone</c>, <c>new_model</c>, <c>model_gone</c> or <c>other</c>.</param>
/// <param name="Property">Null where the thing as a whole is new or gone.</param>
/// <param name="Before">Null where nothing was said.</param>
/// <param name="After">Null where nothing is said any more.</param>
/// <param name="By">By how much, in words; null where that cannot be said.</param>
public sealed record SyncChangeView(string Kind, string Subject, string? Property, string? Before, string? After, string? By)
{
    public static SyncChangeView Of(Change change) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Kind.ToString()), change.Subject.Id, change.Property?.Name, Display(change.Before), Display(change.After), change.By);

    /// <summary>"shop/m1: input price $2.00 → $1.00, 50 % lower".</summary>
    public string Text => Property is null ? Subject : $"{Subject}: {Label(Property)} {Before ?? "unknown"} → {After ?? "unknown"}{(By is null ? "" : ", " + By)}";

    private static string? Display(Claim? claim) => claim is null ? null : ClaimText.Display(claim);

    private static string Label(string property) => PriceComponent.TryRead(new(property), out var kind, out var when)
        ? $"{kind.Label.ToLowerInvariant()} price{(when == PriceCondition.Always ? "" : " " + when.Label)}"
        : property.Replace('_', ' ').Replace("capability.", "", StringComparison.Ordinal).Replace("lifecycle.", "", StringComparison.Ordinal);
}
