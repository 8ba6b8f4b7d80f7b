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
        var (left, reached) = (context.IsRetired(from) ? from.Offers : context.CallableOffers(from), context.CallableOffers(to));
        if (left.Count == 0 || reached.Count == 0)
        {
            var unknown = reached.Count == 0 ? to : from;
            yield return Say(from, to, "unknown", $"Whether a provider serves both cannot be said: no offer of {unknown.Name} is known.", Cited.Offers(left.Concat(reached).Take(1)));
            yield break;
        }
        var known = left.Select(l => l.Provider.Id).ToHashSet(StringComparer.Ordinal);
        Provider[] providers = [.. context.ProvidersOf(to).Where(p => known.Contains(p.Id))];
        if (providers.Length > 0)
        {
            var both = providers.SelectMany(p => new[] { left.First(l => l.Provider.Id == p.Id), reached.First(r => r.Provider.Id == p.Id) });
            yield return Say(from, to, "shared", $"{Routes.Names(providers)} {(providers.Length == 1 ? "serves" : "serve")} both, so the move can be made within one account.", Cited.Offers(both));
        }
        else
        {
            yield return Say(from, to, "none", $"No known provider of {from.Name} serves {to.Name}: the move leads to {Routes.Names(context.ProvidersOf(to))}, with a new account and a new key.",
                [.. Cited.Offers(left), .. Cited.Offers(reached)]);
        }
    }
}
