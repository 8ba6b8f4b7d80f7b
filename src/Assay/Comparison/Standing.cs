using System.Runtime.CompilerServices;
using Assay.Catalog;
using Assay.Comparison.Tags;

namespace Assay.Comparison;

/// <summary>What of a model is worked out from its snapshot alone, whatever it is compared with and at whatever traffic.</summary>
/// <param name="Callable">The offers by which it can be called: not retired themselves, of a model that is not retired.</param>
/// <param name="Providers">Who serves it by one of these, each once, by name.</param>
/// <param name="Tags">What it is tagged for, best known use first.</param>
internal sealed record Standing(IReadOnlyList<Offer> Callable, IReadOnlyList<Provider> Providers, IReadOnlyList<Tag> Tags)
{
    // A memory, not a state: a model belongs to one snapshot, and so to one day.
    private static readonly ConditionalWeakTable<Model, Standing> Kept = [];

    public static Standing Of(Model model, DateOnly day) => Kept.TryGetValue(model, out var kept) ? kept : Kept.GetValue(model, m => Make(m, day));

    private static Standing Make(Model model, DateOnly day)
    {
        Offer[] callable = model.Lifecycle.StageOn(day) is LifecycleStage.Retired ? [] : [.. model.Offers.Where(o => o.Lifecycle.StageOn(day) is not LifecycleStage.Retired)];
        return new(callable, Rules.Routes.Providers(callable), TagTable.Of(model));
    }
}
