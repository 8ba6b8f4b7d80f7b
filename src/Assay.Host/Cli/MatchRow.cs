using Assay.Catalog.Identity;

namespace Assay.Host.Cli;

/// <summary>The decision on one listed offer.</summary>
/// <param name="RowId">The row's own id, else its number from 1.</param>
/// <param name="Model">Canonical id; null where no single model may be named.</param>
public sealed record MatchRow(string RowId, string? Model, string? Release, string Group, string Kind, string Reason)
{
    public static MatchRow Of(string rowId, MatchDecision decision) =>
        new(rowId, decision.ModelId, decision.Release, decision.Group.Text(), decision.Kind.Text(), decision.Reason);
}
