using Assay.Catalog.Identity;
using Assay.Units;

namespace Assay.Catalog;

/// <summary>
/// A model as served by one provider, in one region and tier, at one price list. One snapshot holds one object for each offer. Its facts are
/// worked out of its claims when they are first asked for, and kept; to the outside it never changes. Thread-safe.
/// </summary>
public sealed class Offer
{
    private readonly ClaimGroup claims;

    internal Offer(OfferId id, Provider provider, MatchDecision match, ClaimGroup claims) => (Id, Provider, Match, this.claims) = (id, provider, match, claims);

    public OfferId Id { get; }
    public Provider Provider { get; }

    /// <summary>Which model it serves and how that is known.</summary>
    public MatchDecision Match { get; }

    public Fact<string> Name => field ??= claims.Fact(Property.DisplayName, FactResolver.Text);

    /// <summary>In the order in which its sources give them.</summary>
    public IReadOnlyList<PriceComponent> Prices => field ??= PricesOf(claims);

    public Fact<TokenCount> ContextWindow => field ??= claims.Fact(Property.ContextWindow, FactResolver.Tokens);
    public Fact<TokenCount> MaxInput => field ??= claims.Fact(Property.MaxInput, FactResolver.Tokens);
    public Fact<TokenCount> MaxOutput => field ??= claims.Fact(Property.MaxOutput, FactResolver.Tokens);
    public Fact<IReadOnlyList<string>> ModalitiesIn => field ??= claims.Fact(Property.ModalitiesIn, FactResolver.Items);
    public Fact<IReadOnlyList<string>> ModalitiesOut => field ??= claims.Fact(Property.ModalitiesOut, FactResolver.Items);
    public IReadOnlyDictionary<Capability, Fact<bool>> Capabilities => field ??= Capability.Table(c => claims.Fact(c.Property, FactResolver.Flag));
    public Fact<string> FreeTier => field ??= claims.Fact(Property.FreeTier, FactResolver.Text);
    public Lifecycle Lifecycle => field ??= claims.Lifecycle();

    /// <summary>Every claim of the offer.</summary>
    public IReadOnlyList<Claim> Claims => claims.All;

    internal ClaimGroup Own => claims;

    /// <summary>The base price of a kind; unknown where no source gives one.</summary>
    public Fact<UnitPrice> Price(PriceKind kind)
    {
        foreach (var component in Prices)
            if (component.Kind == kind && component.When == PriceCondition.Always) return component.Price;
        return Fact<UnitPrice>.NothingSaid;
    }

    /// <summary>A source says that no price applies: it runs on the machine of whoever uses it. Not the same as free.</summary>
    public bool IsOnOwnMachine => Price(PriceKind.Input).State is FactState.NotApplicable;

    /// <summary>Input and output both have a confirmed price.</summary>
    public bool IsPriced => Price(PriceKind.Input).TryGetConfirmed(out _) && Price(PriceKind.Output).TryGetConfirmed(out _);

    private static PriceComponent[] PricesOf(ClaimGroup claims)
    {
        var seen = new List<Property>();
        var components = new List<PriceComponent>();
        foreach (var claim in claims.All)
        {
            if (!claim.Property.IsPrice || seen.Contains(claim.Property)) continue;
            seen.Add(claim.Property);
            if (PriceComponent.TryRead(claim.Property, out var kind, out var when))
                components.Add(new(kind, when, claims.Fact(claim.Property, v => new UnitPrice(FactResolver.Number(v), kind.Unit))));
        }
        return [.. components];
    }
}
