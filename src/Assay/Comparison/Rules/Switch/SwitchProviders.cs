using Assay.Catalog;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Says which providers serve both models, or that a move needs another provider. Silent where the target is retired.</summary>
internal sealed class SwitchProviders : SwitchRule
{
    public override string Id => "switch-providers";
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (context.IsRetired(to)) yield break;
        var (left, reached) = (context.IsRetired(from) ? from.Offers : Routes.Callable(context, from), Routes.Callable(context, to));
        if (left.Count == 0 || reached.Count == 0)
        {
            var unknown = reached.Count == 0 ? to : from;
            yield return Say(from, to, "unknown", $"Whether a provider serves both cannot be said: no offer of {unknown.Name} is known.", Cited.Offers(left.Concat(reached).Take(1)));
            yield break;
        }
        var shared = reached.Where(r => left.Any(l => l.Provider.Id == r.Provider.Id)).ToArray();
        if (shared.Length > 0)
        {
            var providers = Routes.Providers(shared);
            var both = left.Where(l => providers.Any(p => p.Id == l.Provider.Id)).DistinctBy(l => l.Provider.Id).Concat(shared.DistinctBy(s => s.Provider.Id));
            yield return Say(from, to, "shared", $"{Routes.Names(providers)} {(providers.Count == 1 ? "serves" : "serve")} both, so the move can be made within one account.", Cited.Offers(both));
        }
        else
        {
            yield return Say(from, to, "none", $"No known provider of {from.Name} serves {to.Name}: the move leads to {Routes.Names(Routes.Providers(reached))}, with a new account and a new key.",
                [.. Cited.Offers(left), .. Cited.Offers(reached)]);
        }
    }
}
