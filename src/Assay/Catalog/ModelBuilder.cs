using Assay.Units;

namespace Assay.Catalog;

/// <summary>Builds a <see cref="Model"/> from its own claims and its offers.</summary>
internal static class ModelBuilder
{
    public static Model Build(
        string id, string slug, bool curated, ClaimGroup own, IReadOnlyList<Offer> offers, IReadOnlyList<BenchmarkResult> results, Dictionary<string, Organization> organizations)
    {
        var organizationId = own.Text(Property.Organization) ?? id[..id.IndexOf('/', StringComparison.Ordinal)];
        var claims = new LiftedClaims(own, offers, organizationId);
        return new()
        {
            Id = id,
            Slug = slug,
            Curated = curated,
            Name = claims.Identity(Property.DisplayName).TryGet(out var name) ? name : id,
            Organization = organizations.GetValueOrDefault(organizationId) ?? new(organizationId, organizationId, new Dictionary<string, Fact<string>>()),
            Aliases = [.. own.On(Property.Alias).Select(c => c.Value.Text).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)],
            Family = claims.Identity(Property.Family),
            Released = claims.Fact(Property.Released, FactResolver.Date),
            ContextWindow = claims.Fact(Property.ContextWindow, FactResolver.Tokens),
            MaxInput = claims.Fact(Property.MaxInput, FactResolver.Tokens),
            MaxOutput = claims.Fact(Property.MaxOutput, FactResolver.Tokens),
            ParametersTotal = claims.Fact(Property.ParametersTotal, FactResolver.Number),
            ParametersActive = claims.Fact(Property.ParametersActive, FactResolver.Number),
            Architecture = claims.Fact(Property.Architecture, FactResolver.Text),
            ModalitiesIn = claims.Fact(Property.ModalitiesIn, FactResolver.Items),
            ModalitiesOut = claims.Fact(Property.ModalitiesOut, FactResolver.Items),
            Licence = claims.Fact(Property.Licence, FactResolver.Text),
            Weights = claims.Fact(Property.Weights, FactResolver.Text),
            CommercialUse = claims.Fact(Property.CommercialUse, FactResolver.Text),
            KnowledgeCutoff = claims.Fact(Property.KnowledgeCutoff, FactResolver.Date),
            VramGb = claims.Fact(Property.VramGb, FactResolver.Number),
            Capabilities = Capability.All.ToDictionary(c => c, c => claims.Fact(c.Property, FactResolver.Flag)),
            Tasks = VisionTask.All.ToDictionary(t => t, t => claims.Fact(t.Property, FactResolver.Flag)),
            Lifecycle = claims.Lifecycle(),
            Offers = offers,
            Results = results,
            ClaimsOfRank = own.On(Property.ClaimOfRank),
        };
    }
}
