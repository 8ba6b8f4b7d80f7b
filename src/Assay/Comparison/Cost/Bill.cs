using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Cost;

/// <summary>One line of a bill: so much of something at a price.</summary>
/// <param name="Kind">What is billed.</param>
/// <param name="Label">In words, tier included: "Output above 200K".</param>
/// <param name="Quantity">Tokens, images or requests.</param>
/// <param name="Price">Null where no source gives a price for it.</param>
/// <param name="Usd">Quantity × price, unrounded; null with the price.</param>
/// <param name="Claims">Who gives the price, the picked claim first.</param>
public sealed record BillLine(PriceKind Kind, string Label, decimal Quantity, UnitPrice? Price, decimal? Usd, IReadOnlyList<Claim> Claims);

/// <summary>What one offer would cost at a traffic profile, line by line.</summary>
/// <param name="Offer">The one offer whose own prices are used throughout.</param>
/// <param name="Lines">Every component with usage.</param>
/// <param name="UsdPerMonth">Null when a line has usage and no price: then the total is unknown, never a part of it.</param>
/// <param name="Why">What is missing; null when the total is known.</param>
/// <param name="Notes">Assumptions made, one sentence each.</param>
public sealed record Bill(Offer Offer, IReadOnlyList<BillLine> Lines, decimal? UsdPerMonth, string? Why, IReadOnlyList<string> Notes)
{
    /// <summary>Why it is not to be believed outright; null where nothing speaks against it, or nothing was looked at: only bills below the one picked, and that one.</summary>
    public Doubt? Doubt { get; init; }

    /// <summary>Whether it may be picked as the cheapest, as far as its prices can be believed.</summary>
    public bool IsCredible => Doubt is null or { Bars: false };
}

/// <summary>What a model costs at the traffic: its cheapest whole bill, or why there is none.</summary>
public sealed record ModelCost
{
    public required Model Model { get; init; }

    /// <summary>The cheapest bill among routes that can be called; null when there is none.</summary>
    public required Bill? Best { get; init; }

    /// <summary>Why there is no bill; null when there is one.</summary>
    public required string? Why { get; init; }

    /// <summary>For a retired model, the cheapest bill at the last prices known: history, never a cost of today.</summary>
    public required Bill? LastKnown { get; init; }

    /// <summary>Bills of all its routes, cheapest first; those with a price that cannot be believed behind them, unknown ones last.</summary>
    public required IReadOnlyList<Bill> All { get; init; }

    public decimal? UsdPerMonth => Best?.UsdPerMonth;
}
