using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Units;

namespace Assay.Comparison.Rules.Scorecard;

/// <summary>
/// Scorecard row: the lowest confirmed output price among routes that can be called. Free tiers and prices that cannot be believed are passed over, and an audio price is
/// never shown as the price of text.
/// </summary>
internal sealed class ScoreCheapestOutput : IComparisonRule
{
    public string Id => "score-cheapest-output";
    public Section Section => Section.Scorecard;
    public int Order => 6;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        var found = context.Models.Select(m => Cheapest(context, m)).ToArray();
        return [ScoreRow.Of(this, context, "Cheapest output", ScoreRow.Mark([.. found.Select(f => f.Cell)], [.. found.Select(f => f.Usd)], higherIsBetter: false, Level.Cost))];
    }

    private static (Cell Cell, decimal? Usd) Cheapest(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) return (ScoreRow.Retired(model, context.Day), null);
        var (usd, at, free) = (decimal.MaxValue, (Offer?)null, (Offer?)null);
        var callable = context.CallableOffers(model);
        foreach (var offer in callable)
        {
            if (!offer.Price(PriceKind.Output).TryGetConfirmed(out var price)) continue;
            if (price.Usd == 0) free ??= offer;
            else if (SuspiciousPrices.SetAside(model, offer, PriceKind.Output)) continue;
            else if (price.Usd < usd) (usd, at) = (price.Usd, offer);
        }
        if (at is not null) return (Cells.Known(Format.Usd(usd), Cited.Of(at.Price(PriceKind.Output))) with { Note = $"per million tokens, at {Routes.Name(at)}" }, usd);
        if (free is not null) return (Cells.Known("free tier", Cited.Of(free.Price(PriceKind.Output))) with { Note = $"at {Routes.Name(free)}; no paid price is known" }, null);
        return (Missing(model, callable), null);
    }

    private static Cell Missing(Model model, IReadOnlyList<Offer> callable)
    {
        foreach (var offer in callable)
            if (offer.Price(PriceKind.AudioOutput) is var audio && audio.TryGetConfirmed(out var price))
                return new("unknown", FactState.Unknown, Cited.Of(audio), Note: $"no text price; audio output costs {price} per million tokens at {Routes.Name(offer)}");
        return Cells.Unknown(callable.Count == 0 ? $"no offer of {model.Name} is known" : "no confirmed output price");
    }
}
