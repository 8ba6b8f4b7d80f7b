using System.Runtime.CompilerServices;
using Assay.Units;

namespace Assay.Catalog.Conflicts;

/// <summary>
/// Prices that are so far from their neighbours that a slip of units is likelier than a bargain. Neighbours are what other sources say of the
/// same price, or the middle of what other routes of the model ask, where at least three do. Nothing is dropped for it.
/// </summary>
public static class SuspiciousPrices
{
    /// <summary>How many times a price is above or below its neighbours to be suspicious. Below 100, since a slip of 100 times may come on top of a small difference.</summary>
    public const decimal Times = 90;

    private const int FewestRoutes = 3;

    // A memory, not a state: bills ask for it on every page of the model.
    private static readonly ConditionalWeakTable<Model, IReadOnlyList<SuspiciousPrice>> TooLow = [];

    /// <summary>The picked prices of a model's offers that are suspiciously low: what would make a route the cheapest by mistake.</summary>
    public static IReadOnlyList<SuspiciousPrice> Low(Model model) => TooLow.GetValue(model, FindLow);

    /// <summary>What is suspicious about one claim on a price; null where nothing is, or there is nothing to compare it with.</summary>
    public static SuspiciousPrice? Of(Model model, Offer offer, PriceComponent component, Claim claim)
    {
        if (claim is not { Unconfirmed: false, Value: ClaimValue.Number { Value: > 0 and var usd } }) return null;
        foreach (var other in component.Price.Claims)
            if (other is { Unconfirmed: false, Value: ClaimValue.Number { Value: > 0 and var said } } && other.Source.Publisher != claim.Source.Publisher && Apart(usd, said))
                return new(model, offer, component, claim, said, $"the {Format.Usd(said)} that {other.Source.Publisher} gives", [claim, other]);
        if (component.When != PriceCondition.Always) return null;
        var others = Others(model, offer, component.Kind);
        if (others.Count < FewestRoutes || others[(others.Count - 1) / 2] is var middle && !Apart(usd, middle.Usd)) return null;
        return new(model, offer, component, claim, middle.Usd, $"the {Format.Usd(middle.Usd)} in the middle of {Words.Plural(others.Count, "other route")}", [claim, middle.Claim]);
    }

    private static bool Apart(decimal left, decimal right) => Math.Max(left, right) >= Math.Min(left, right) * Times;

    /// <summary>What the other routes of the model ask for the same, the cheapest first.</summary>
    private static List<(decimal Usd, Claim Claim)> Others(Model model, Offer offer, PriceKind kind)
    {
        var prices = new List<(decimal Usd, Claim Claim)>();
        foreach (var other in model.Offers)
            if (!ReferenceEquals(other, offer) && other.Price(kind) is var price && price.TryGetConfirmed(out var usd) && usd.Usd > 0) prices.Add((usd.Usd, price.Claims[0]));
        prices.Sort((a, b) => a.Usd.CompareTo(b.Usd));
        return prices;
    }

    private static IReadOnlyList<SuspiciousPrice> FindLow(Model model)
    {
        var found = new List<SuspiciousPrice>();
        foreach (var offer in model.Offers)
            foreach (var component in offer.Prices)
                if (component.Price.Claims is [var picked, ..] && Of(model, offer, component, picked) is { IsLow: true } suspicious) found.Add(suspicious);
        return found;
    }
}

/// <summary>A price that is far from its neighbours.</summary>
/// <param name="Model">Whose price.</param>
/// <param name="Offer">At which route.</param>
/// <param name="Component">What is paid for.</param>
/// <param name="Claim">Who says so.</param>
/// <param name="Neighbour">What it is compared with, US dollars for the same unit.</param>
/// <param name="NeighbourName">The same in words: "the $3.00 that LiteLLM gives".</param>
/// <param name="Claims">The price and its neighbour.</param>
public sealed record SuspiciousPrice(Model Model, Offer Offer, PriceComponent Component, Claim Claim, decimal Neighbour, string NeighbourName, IReadOnlyList<Claim> Claims)
{
    public decimal Usd => ((ClaimValue.Number)Claim.Value).Value;

    public bool IsLow => Usd < Neighbour;

    /// <summary>"its input price of $0.03 is 100× below the $3.00 that LiteLLM gives".</summary>
    public string Text => $"its {Component.Kind.Label.ToLowerInvariant()} price of {Format.Usd(Usd)} is {Format.Times(IsLow ? Neighbour / Usd : Usd / Neighbour)} {(IsLow ? "below" : "above")} {NeighbourName}";
}
