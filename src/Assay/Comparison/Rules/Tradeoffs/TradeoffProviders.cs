using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says which model is known to be served by more providers. A model of which no offer is known is unknown, not behind.</summary>
internal sealed class TradeoffProviders : PairRule
{
    public override string Id => "tradeoff-providers";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        if (context.IsRetired(first) || context.IsRetired(second)) yield break;
        var (a, b) = (Coverage.Of(context, first), Coverage.Of(context, second));
        if (a.Providers == b.Providers) yield break;
        var (more, fewer) = a.Providers > b.Providers ? (a, b) : (b, a);
        IReadOnlyList<Claim> claims = [.. Cited.Offers(more.Offers), .. Cited.Offers(fewer.Offers)];
        yield return fewer.Providers == 0
            ? Say("unknown", $"{more.Model.Name} is served by {more.Text}; no offer of {fewer.Model.Name} is known.", claims, [more.Model, fewer.Model])
            : Say("broader", $"{more.Model.Name} is served by {more.Text}, {fewer.Model.Name} by {fewer.Text}.", claims, [more.Model, fewer.Model], favors: more.Model);
    }

    private sealed record Coverage(Model Model, IReadOnlyList<Offer> Offers, int Providers, int Priced)
    {
        public string Text => $"{Words.Plural(Providers, "known provider")} ({(Priced == 0 ? "none" : Priced)} with prices)";

        public static Coverage Of(ComparisonContext context, Model model)
        {
            var offers = context.CallableOffers(model);
            return new(model, offers, context.ProvidersOf(model).Count, offers.Where(Routes.Priced).DistinctBy(o => o.Provider.Id).Count());
        }
    }
}
