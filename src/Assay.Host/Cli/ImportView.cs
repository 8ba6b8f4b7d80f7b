using Assay.Adapters.Importers;
using Assay.Catalog.Conflicts;

namespace Assay.Host.Cli;

/// <summary>What an import did, on a surface.</summary>
public sealed record ImportView
{
    public required string Format { get; init; }
    public required string AsOf { get; init; }
    public required bool AlreadyThere { get; init; }
    public required bool DryRun { get; init; }
    public required ImportClaimsView Claims { get; init; }

    /// <summary>What was in the files.</summary>
    public required IReadOnlyList<ImportCount> Counts { get; init; }

    public required IReadOnlyList<Refusal> Refused { get; init; }
    public required IReadOnlyList<ImportNote> Notes { get; init; }

    /// <summary>Prices that are 90 times off their neighbours; kept, and never taken as the cheapest without a word.</summary>
    public required IReadOnlyList<SuspiciousView> Suspicious { get; init; }

    public static ImportView Of(ImportOutcome outcome, bool dryRun) => new()
    {
        Format = outcome.Feed, AsOf = outcome.AsOf.ToString("yyyy-MM-dd"), AlreadyThere = outcome.AlreadyThere, DryRun = dryRun,
        Claims = new(outcome.Claims.Added, outcome.Claims.Changed, outcome.Claims.Left, outcome.Claims.Ended),
        Counts = outcome.Parsed?.Counts ?? [], Refused = outcome.Parsed?.Refusals ?? [], Notes = outcome.Parsed?.Notes ?? [], Suspicious = [.. outcome.Suspicious.Select(SuspiciousView.Of)],
    };
}

/// <summary>In claims, against the snapshot of the same source before it.</summary>
public sealed record ImportClaimsView(int Added, int Changed, int Left, int Ended);

/// <summary>A price that is far from its neighbours, in US dollars for the unit of its kind.</summary>
public sealed record SuspiciousView(string Offer, string Price, decimal Usd, decimal Neighbour, string Text)
{
    public static SuspiciousView Of(SuspiciousPrice price) => new(price.Offer.Id.ToString(), price.Component.Kind.Name, price.Usd, price.Neighbour, price.Text);
}
