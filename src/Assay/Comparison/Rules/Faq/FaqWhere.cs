using Assay.Catalog;

namespace Assay.Comparison.Rules.Faq;

/// <summary>Where can I run them? The known providers of each; for open weights also that they can be run elsewhere.</summary>
internal sealed class FaqWhere : FaqRule
{
    public override string Id => "faq-where";
    public override int Order => 5;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var (a, b) = (Where(context, first), Where(context, second));
        IReadOnlyList<Claim> claims = [.. a.Claims, .. b.Claims];
        yield return Answer(claims.Count == 0 ? "unknown" : "told", $"Where can I run {first.Name} and {second.Name}?", $"{a.Text} {b.Text}", claims, first, second);
    }

    private static (string Text, IReadOnlyList<Claim> Claims) Where(ComparisonContext context, Model model)
    {
        if (context.IsRetired(model)) return ($"{model.Name} {LifecycleWords.Predicate(model.Lifecycle, context.Day)}.", Cited.End(model.Lifecycle));
        var offers = context.CallableOffers(model);
        var open = model.Weights.TryGetConfirmed(out var weights) && weights == "open";
        var own = open ? " Its weights can also be downloaded." : "";
        IReadOnlyList<Claim> claims = [.. Cited.Offers(offers.DistinctBy(o => o.Provider.Id)), .. open ? Cited.Of(model.Weights) : []];
        return offers.Count == 0 ? ($"No provider of {model.Name} is known.{own}", claims) : ($"{model.Name} is served by {Routes.Names(context.ProvidersOf(model))}.{own}", claims);
    }
}
