using Assay.Catalog;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Says whether the wire protocol changes between the routes that the bills use.</summary>
internal sealed class SwitchProtocol : SwitchRule
{
    public override string Id => "switch-protocol";
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (context.IsRetired(to)) yield break;
        var (left, reached) = (Route(context, from), Route(context, to));
        if (Protocol(left) is not { } before || Protocol(reached) is not { } after || !before.TryGetConfirmed(out var old) || !after.TryGetConfirmed(out var now))
        {
            var where = left is null ? $"no route of {from.Name} is settled" : reached is null ? $"no route of {to.Name} is settled"
                : $"no source names the protocol of {(Protocol(left) is null ? left.Provider.Name : reached.Provider.Name)}";
            yield return Say(from, to, "unknown", $"Whether the API protocol changes cannot be said: {where}.", []);
            yield break;
        }
        yield return old == now
            ? Say(from, to, "same", $"The API protocol stays {old} ({Routes.Names(Routes.Providers([left!, reached!]))}).", Cited.Of(before, after))
            : Say(from, to, "changes", $"The API protocol changes from {old} ({left!.Provider.Name}) to {now} ({reached!.Provider.Name}): client code has to change.", Cited.Of(before, after));
    }

    private static Offer? Route(ComparisonContext context, Model model) => (context.CostOf(model).Best ?? context.CostOf(model).LastKnown)?.Offer ?? (model.Offers is [var only] ? only : null);

    private static Fact<string>? Protocol(Offer? offer) => offer is not null && offer.Provider.About.TryGetValue("protocol", out var fact) ? fact : null;
}
