using Assay.Units;

namespace Assay.Catalog;

/// <summary>Builds an <see cref="Offer"/> from its claims.</summary>
internal static class OfferBuilder
{
    public static Offer Build(OfferId id, Provider provider, MatchDecision match, ClaimGroup claims) => new()
    {
        Id = id,
        Provider = provider,
        Match = match,
        Name = claims.Fact(Property.DisplayName, FactResolver.Text),
        Prices = Prices(claims),
        ContextWindow = claims.Fact(Property.ContextWindow, FactResolver.Tokens),
        MaxInput = claims.Fact(Property.MaxInput, FactResolver.Tokens),
        MaxOutput = claims.Fact(Property.MaxOutput, FactResolver.Tokens),
        ModalitiesIn = claims.Fact(Property.ModalitiesIn, FactResolver.Items),
        ModalitiesOut = claims.Fact(Property.ModalitiesOut, FactResolver.Items),
        Capabilities = Capability.All.ToDictionary(c => c, c => claims.Fact(c.Property, FactResolver.Flag)),
        FreeTier = claims.Fact(Property.FreeTier, FactResolver.Text),
        Lifecycle = claims.Lifecycle(),
        Claims = claims.All,
    };

    private static IReadOnlyList<PriceComponent> Prices(ClaimGroup claims)
    {
        var components = new List<PriceComponent>();
        foreach (var property in claims.All.Select(c => c.Property).Distinct())
        {
            if (PriceComponent.TryRead(property, out var kind, out var when))
                components.Add(new(kind, when, claims.Fact(property, v => new UnitPrice(FactResolver.Number(v), kind.Unit))));
        }
        return components;
    }
}
