using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.DeepDive;

/// <summary>Who serves a model, and whether it hangs on a single known provider.</summary>
internal sealed class DeepAvailability : FactRule
{
    public override string Id => "deep-availability";
    public override Section Section => Section.DeepDive;
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        if (model.Lifecycle.StageOn(catalog.AsOf) is LifecycleStage.Retired)
        {
            yield return Say(model, "retired", $"{model.Name} is not available: it {LifecycleWords.Predicate(model.Lifecycle, catalog.AsOf)}.", Cited.End(model.Lifecycle));
            yield break;
        }
        var (offers, providers, _) = Standing.Of(model, catalog.AsOf);
        var weights = model.Weights.TryGetConfirmed(out var said) && said == "open" ? " Its weights are open, so it can also be run elsewhere." : "";
        var claims = Cited.Offers(offers).Concat(weights.Length > 0 ? Cited.Of(model.Weights) : []).ToArray();
        yield return providers.Count switch
        {
            0 => Say(model, "unknown", $"No provider of {model.Name} is known.{weights}", claims),
            1 => Say(model, "single", $"{model.Name} has one known provider, {providers[0].Name}: if that one stops, no second route is known.{weights}", claims),
            _ => Say(model, "several", $"{model.Name} has {Words.Plural(providers.Count, "known provider")}: {Routes.Names(providers)}.{weights}", claims),
        };
    }
}
