namespace Assay.Catalog.Conflicts.Kinds;

/// <summary>A list prices a route of one reach by the row of another: the regional price for the global id. Two routes, two prices.</summary>
internal sealed class RouteScope() : ConflictKind("route_scope", "Region or route scope", "a list prices this route by its row for another region or reach: two routes, two prices")
{
    /// <summary>What stands in front of a model's name where a provider serves it from one region, or from any.</summary>
    private static readonly HashSet<string> Regions = new(StringComparer.OrdinalIgnoreCase) { "regional", "us", "eu", "apac", "jp", "au", "ca", "uk", "us-gov", "sa", "me", "af" };

    internal override ConflictEvidence? Find(Disagreement disagreement)
    {
        Statement[] elsewhere = [.. disagreement.Statements.Where(s => s.Claim.ByRuleOf is { } row && Reach(row) != Reach(disagreement.Offer.Id.ModelAtProvider))];
        if (!disagreement.AgreeWithout(elsewhere)) return null;
        var first = elsewhere[0];
        return ConflictEvidence.Against(
            $"{first.Publisher} has no row for this id and sends it to {first.Claim.ByRuleOf}, a {Reach(first.Claim.ByRuleOf!)} route at {disagreement.Text(first.Number)}; all others give {disagreement.Text(disagreement.Statements.First(s => !elsewhere.Contains(s)).Number)} for this {Reach(disagreement.Offer.Id.ModelAtProvider)} one.",
            elsewhere);
    }

    private static string Reach(string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Regions.Contains(id[..dot]) ? "regional" : "base";
    }
}
