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

    /// <summary>Whether the base price of a kind is so low, with nothing that backs it, that it must not make the offer the cheapest.</summary>
    public static bool SetAside(Model model, Offer offer, PriceKind kind) => FarBelow(model, offer, kind) || LonePrices.SetAside(model, offer, kind);

    /// <summary>Whether the base price of a kind is 90 times below its neighbours with nothing that backs it.</summary>
    internal static bool FarBelow(Model model, Offer offer, PriceKind kind)
    {
        foreach (var price in Low(model))
            if (!price.Backed && ReferenceEquals(price.Offer, offer) && price.Component.Kind == kind && price.Component.When == PriceCondition.Always) return true;
        return false;
    }

    /// <summary>What is suspicious about one claim on a price; null where nothing is, or there is nothing to compare it with.</summary>
    public static SuspiciousPrice? Of(Model model, Offer offer, PriceComponent component, Claim claim)
    {
        if (claim is not { Unconfirmed: false, Value: ClaimValue.Number { Value: > 0 and var usd } }) return null;
        Claim[] rivals = [.. component.Price.Claims.Where(c => IsOf(c, claim, said => Apart(usd, said)))];
        if (rivals.MaxBy(UsdOf) is { } rival)
            return new(model, offer, component, claim, UsdOf(rival), $"the {Format.Usd(UsdOf(rival))} that {rival.Source.Publisher} gives", [claim, rival]) { Backed = IsBacked(component, claim, rivals) };
        if (component.When != PriceCondition.Always) return null;
        var others = Others(model, offer, component.Kind);
        if (others.Count < FewestRoutes || others[(others.Count - 1) / 2] is var middle && !Apart(usd, UsdOf(middle))) return null;
        return new(model, offer, component, claim, UsdOf(middle), $"the {Format.Usd(UsdOf(middle))} in the middle of {Words.Plural(others.Count, "other route")}", [claim, middle]) { Backed = IsBacked(component, claim, []) };
    }

    /// <summary>Whether more sources give this price than one that is far from it, or only a page nearer to the offer than theirs does.</summary>
    private static bool IsBacked(PriceComponent component, Claim claim, IReadOnlyList<Claim> rivals)
    {
        var same = component.Price.Claims.Where(c => IsOf(c, claim, said => Tolerance.Agree(said, UsdOf(claim), Tolerance.Of(claim.Property)))).Select(c => c.Source.Publisher).Distinct(StringComparer.Ordinal).Count();
        return same >= Math.Max(1, rivals.Select(r => r.Source.Publisher).Distinct(StringComparer.Ordinal).Count())
            || (claim.Source.Rank is SourceRank.Vendor or SourceRank.Provider && rivals.All(r => r.Source.Rank > claim.Source.Rank));
    }

    /// <summary>Whether somebody else states a price that is so.</summary>
    private static bool IsOf(Claim other, Claim claim, Func<decimal, bool> so) =>
        other is { Unconfirmed: false, Value: ClaimValue.Number { Value: > 0 and var said } } && other.Source.Publisher != claim.Source.Publisher && so(said);

    private static decimal UsdOf(Claim claim) => ((ClaimValue.Number)claim.Value).Value;

    private static bool Apart(decimal left, decimal right) => Math.Max(left, right) >= Math.Min(left, right) * Times;

    /// <summary>What the other routes of the model ask for the same, the cheapest first.</summary>
    private static List<Claim> Others(Model model, Offer offer, PriceKind kind)
    {
        var prices = new List<Claim>();
        foreach (var other in model.Offers)
            if (!ReferenceEquals(other, offer) && other.Price(kind) is var price && price.TryGetConfirmed(out var usd) && usd.Usd > 0) prices.Add(price.Claims[0]);
        prices.Sort((a, b) => UsdOf(a).CompareTo(UsdOf(b)));
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

    /// <summary>More sources stand behind it than against it, or the page of the maker or provider itself does: odd, and yet to be used, with a warning.</summary>
    public required bool Backed { get; init; }

    /// <summary>"its input price of $0.03 is 100× below the $3.00 that LiteLLM gives".</summary>
    public string Text => $"its {Component.Kind.Label.ToLowerInvariant()} price of {Format.Usd(Usd)} is {Format.Times(IsLow ? Neighbour / Usd : Usd / Neighbour)} {(IsLow ? "below" : "above")} {NeighbourName}";
}
