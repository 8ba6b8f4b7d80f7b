using Assay.Units;

namespace Assay.Catalog.History;

/// <summary>What happens to a model or to offers of it.</summary>
public enum LifecycleEventKind
{
    NotDecided = 0,

    /// <summary>The day it is shut down.</summary>
    Retires = 1,

    /// <summary>The day from which it counts as deprecated.</summary>
    Deprecated = 2,
}

/// <summary>One end or deprecation, of a model or of some of its offers.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Day">When, as precise as the source; null where no source gives a day.</param>
/// <param name="Model">The model.</param>
/// <param name="OfModel">Said of the model; false where it is said of the offers alone.</param>
/// <param name="Offers">Offers of which the same is said.</param>
/// <param name="Lifecycle">The facts it rests on.</param>
public sealed record LifecycleEvent(LifecycleEventKind Kind, PartialDate? Day, Model Model, bool OfModel, IReadOnlyList<Offer> Offers, Lifecycle Lifecycle);

/// <summary>What ends, what ended, and what is deprecated without a day, in a whole catalogue. Rumours are left out.</summary>
public sealed class LifecycleRadar
{
    public LifecycleRadar(CatalogSnapshot catalog)
    {
        var day = catalog.AsOf;
        var events = catalog.Models.SelectMany(m => Events(m, day)).ToArray();
        Ahead = [.. events.Where(e => e.Day is { } date && date.Latest > day).OrderBy(e => e.Day!.Value.Latest).ThenBy(e => e.Model.Id, StringComparer.Ordinal).ThenByDescending(e => e.OfModel)];
        Past = [.. events.Where(e => e.Day is { } date && date.Latest <= day).OrderByDescending(e => e.Day!.Value.Latest).ThenBy(e => e.Model.Id, StringComparer.Ordinal).ThenByDescending(e => e.OfModel)];
        Undated = [.. events.Where(e => e.Day is null)];
    }

    /// <summary>The next first. A month or a year that is not over is ahead.</summary>
    public IReadOnlyList<LifecycleEvent> Ahead { get; }

    /// <summary>What was shut down, the last first.</summary>
    public IReadOnlyList<LifecycleEvent> Past { get; }

    /// <summary>Deprecated, and no source gives the day it ends.</summary>
    public IReadOnlyList<LifecycleEvent> Undated { get; }

    private static IEnumerable<LifecycleEvent> Events(Model model, DateOnly day)
    {
        var said = model.Offers.Where(o => !ReferenceEquals(o.Lifecycle, model.Lifecycle)).Select(o => (Offer: (Offer?)o, o.Lifecycle)).Prepend((null, model.Lifecycle));
        var each = said.SelectMany(s => Of(s.Lifecycle, day).Select(e => (e.Kind, e.Day, s.Offer, s.Lifecycle)));
        foreach (var same in each.GroupBy(e => (e.Kind, e.Day)))
            yield return new(same.Key.Kind, same.Key.Day, model, same.Any(s => s.Offer is null), [.. same.Select(s => s.Offer).OfType<Offer>()], same.First().Lifecycle);
    }

    private static IEnumerable<(LifecycleEventKind Kind, PartialDate? Day)> Of(Lifecycle lifecycle, DateOnly day)
    {
        var ends = lifecycle.Retires.TryGetConfirmed(out var end);
        if (ends) yield return (LifecycleEventKind.Retires, end);
        if (lifecycle.Deprecated.TryGetConfirmed(out var told) && told.Earliest > day) yield return (LifecycleEventKind.Deprecated, told);
        else if (!ends && lifecycle.StageOn(day) is LifecycleStage.Deprecated) yield return (LifecycleEventKind.Deprecated, null);
    }
}
