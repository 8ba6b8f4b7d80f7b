using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Assay.Catalog;
using Assay.Catalog.Conflicts;

namespace Assay.Comparison.Rules.Continue;

/// <summary>
/// What makes models alike, reduced to a few numbers a model once per catalogue: a page then walks thousands of models in well under
/// a millisecond. Distances are in doublings: 8 tokens against 16 is as far as $1 against $2.
/// </summary>
internal sealed class Neighbours
{
    // A memory, not a state: the same catalogue gives the same entries, and they go with it.
    private static readonly ConditionalWeakTable<CatalogSnapshot, Neighbours> Known = [];

    private static readonly Capability[] Compared = [Capability.Vision, Capability.AudioIn, Capability.Reasoning, Capability.FunctionCalling, Capability.StructuredOutputs];

    private readonly IReadOnlyList<Model> models;
    private readonly Offer?[] priced;
    private readonly Traits[] traits;
    private readonly Dictionary<string, int> places;

    private Neighbours(CatalogSnapshot catalog)
    {
        models = catalog.Models;
        (priced, traits) = (new Offer?[models.Count], new Traits[models.Count]);
        places = new(models.Count, StringComparer.Ordinal);
        var families = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < models.Count; i++)
        {
            places[models[i].Id] = i;
            traits[i] = Traits.Of(models[i], catalog.AsOf, families, out priced[i]);
        }
    }

    public static Neighbours In(CatalogSnapshot catalog) => Known.GetValue(catalog, static c => new(c));

    /// <summary>The nearest models that can be called, nearest first; among equals by id.</summary>
    /// <param name="except">Ids that are passed over; far fewer than <see cref="Remembered"/> less <paramref name="count"/>.</param>
    public IReadOnlyList<Neighbour> Of(Model model, int count, IReadOnlySet<string> except) =>
        places.TryGetValue(model.Id, out var place)
            ? [.. nearest.GetOrAdd(place, static (p, n) => n.Scan(p), this).Where(n => !except.Contains(n.Model.Id)).Take(count)]
            : [];

    /// <summary>How many neighbours of a model are kept once it was asked for: six to show, and as many as a page can rule out.</summary>
    private const int Remembered = 20;

    private readonly ConcurrentDictionary<int, Neighbour[]> nearest = [];

    private Neighbour[] Scan(int place)
    {
        const int count = Remembered;
        var own = traits[place];
        Span<(float Score, int Place)> best = stackalloc (float, int)[count];
        var (found, least) = (0, 1f);
        for (var i = 0; i < traits.Length; i++)
        {
            var score = own.Nearness(in traits[i]);
            if (score <= least || i == place || !traits[i].Callable) continue;
            var at = found < count ? found++ : count - 1;
            while (at > 0 && best[at - 1].Score < score) best[at] = best[--at];
            best[at] = (score, i);
            if (found == count) least = best[^1].Score;
        }
        var result = new Neighbour[found];
        for (var i = 0; i < found; i++) result[i] = new(models[place], models[best[i].Place], own, traits[best[i].Place], priced[place], priced[best[i].Place]);
        return result;
    }

    /// <summary>A model that is near, with the numbers of both sides and the offers whose prices were weighed.</summary>
    internal sealed record Neighbour(Model From, Model Model, Traits Of, Traits Its, Offer? PricedOf, Offer? ItsPriced)
    {
        public bool SameFamily => Of.Family != 0 && Of.Family == Its.Family;

        /// <summary>Capabilities that both are known to have.</summary>
        public IEnumerable<Capability> Shared
        {
            get
            {
                for (var i = 0; i < Compared.Length; i++)
                    if ((Of.Has & Its.Has & (1 << i)) != 0) yield return Compared[i];
            }
        }
    }

    /// <summary>Tasks on images that sources say a model does.</summary>
    internal static IEnumerable<VisionTask> Tasks(Model model) => VisionTask.All.Where(t => model.Tasks[t] is { Unconfirmed: false } own && own.TryGet(out _));

    /// <summary>One model's numbers; NaN and 0 stand for unknown, which is near to nothing. A struct, so that they lie side by side.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Traits(float Price, float Window, int Family, int Has, int Lacks, int Tasks, bool OnOwnMachine, bool Callable, bool Curated)
    {
        public static Traits Of(Model model, DateOnly day, Dictionary<string, int> families, out Offer? at)
        {
            var family = 0;
            if (model.Family.TryGetConfirmed(out var name) && !families.TryGetValue(name, out family)) families[name] = family = families.Count + 1;
            at = Cheapest(model, day, out var price);
            var (has, lacks) = (0, 0);
            for (var i = 0; i < Compared.Length; i++)
            {
                if (CapabilityWords.Yes(model, Compared[i])) has |= 1 << i;
                else if (CapabilityWords.No(model, Compared[i])) lacks |= 1 << i;
            }
            var window = model.ContextWindow.TryGetConfirmed(out var tokens) && tokens.Tokens > 0 ? MathF.Log2(tokens.Tokens) : float.NaN;
            var tasks = Neighbours.Tasks(model).Aggregate(0, (all, t) => all | 1 << IndexOf(t));
            return new(price, window, family, has, lacks, tasks, model.Offers.Count > 0 && model.Offers.All(o => o.IsOnOwnMachine), model.Lifecycle.StageOn(day) is not LifecycleStage.Retired, model.Curated);
        }

        public float Nearness(in Traits other)
        {
            // A small engine of this machine is no way on from a model that is asked over the network, nor the other way round.
            if (OnOwnMachine != other.OnOwnMachine) return 0;
            var score = Family != 0 && Family == other.Family ? 3f : 0;
            if (MathF.Abs(Price - other.Price) is var price && price < 2) score += 2 - price;
            if (MathF.Abs(Window - other.Window) is var window && window < 2) score += 1 - window / 2;
            var alike = BitOperations.PopCount((uint)((Has & other.Has) | (Lacks & other.Lacks)));
            var unlike = BitOperations.PopCount((uint)((Has & other.Lacks) | (Lacks & other.Has)));
            // A name that only offers mention has little to compare it by: the curated one goes first.
            if (OnOwnMachine) score += 3 * BitOperations.PopCount((uint)(Tasks & other.Tasks));
            return score + 0.3f * (alike - unlike) + (other.Curated ? 0.5f : 0);
        }

        private static int IndexOf(VisionTask task)
        {
            for (var i = 0; i < VisionTask.All.Count; i++)
                if (ReferenceEquals(VisionTask.All[i], task)) return i;
            return 0;
        }

        /// <summary>The list price of one route, weighed as in the default traffic, in doublings.</summary>
        private static Offer? Cheapest(Model model, DateOnly day, out float price)
        {
            var (least, at) = (decimal.MaxValue, (Offer?)null);
            foreach (var offer in model.Offers)
            {
                if (!offer.Price(PriceKind.Input).TryGetConfirmed(out var input) || !offer.Price(PriceKind.Output).TryGetConfirmed(out var output)) continue;
                if (SuspiciousPrices.SetAside(model, offer, PriceKind.Input) || SuspiciousPrices.SetAside(model, offer, PriceKind.Output)) continue;
                var blend = input.Usd * TrafficProfile.Default.InputShare + output.Usd * (1 - TrafficProfile.Default.InputShare);
                if (blend > 0 && blend < least && offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired) (least, at) = (blend, offer);
            }
            price = at is null ? float.NaN : MathF.Log2((float)least);
            return at;
        }
    }
}
