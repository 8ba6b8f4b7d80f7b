using System.Runtime.CompilerServices;
using Assay.Catalog;

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

    private readonly Traits[] traits;
    private readonly Dictionary<string, int> places;

    private Neighbours(CatalogSnapshot catalog)
    {
        var families = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        traits = [.. catalog.Models.Select(m => Traits.Of(m, catalog.AsOf, families))];
        places = traits.Index().ToDictionary(t => t.Item.Model.Id, t => t.Index, StringComparer.Ordinal);
    }

    public static Neighbours In(CatalogSnapshot catalog) => Known.GetValue(catalog, static c => new(c));

    /// <summary>The nearest models that can be called, nearest first; among equals by id.</summary>
    public IReadOnlyList<Traits> Of(Model model, int count, Func<Model, bool> allowed)
    {
        if (!places.TryGetValue(model.Id, out var place)) return [];
        var own = traits[place];
        var nearest = new List<(double Score, Traits Traits)>(count + 1);
        foreach (var other in traits)
        {
            if (!other.Callable) continue;
            var score = own.Nearness(other);
            if (score < 1 || (nearest.Count == count && score <= nearest[^1].Score) || !allowed(other.Model)) continue;
            var at = nearest.FindIndex(n => n.Score < score);
            nearest.Insert(at < 0 ? nearest.Count : at, (score, other));
            if (nearest.Count > count) nearest.RemoveAt(count);
        }
        return [.. nearest.Select(n => n.Traits)];
    }

    public Traits? TraitsOf(Model model) => places.TryGetValue(model.Id, out var place) ? traits[place] : null;

    /// <summary>One model's numbers; NaN and 0 stand for unknown, which is near to nothing.</summary>
    internal sealed record Traits(Model Model, bool Callable, int Family, double Price, double Window, int Has, int Lacks, Offer? Priced)
    {
        public static Traits Of(Model model, DateOnly day, Dictionary<string, int> families)
        {
            var family = 0;
            if (model.Family.TryGetConfirmed(out var name) && !families.TryGetValue(name, out family)) families[name] = family = families.Count + 1;
            var (price, at) = Cheapest(model, day);
            var (has, lacks) = (0, 0);
            for (var i = 0; i < Compared.Length; i++)
            {
                if (CapabilityWords.Yes(model, Compared[i])) has |= 1 << i;
                else if (CapabilityWords.No(model, Compared[i])) lacks |= 1 << i;
            }
            var window = model.ContextWindow.TryGetConfirmed(out var tokens) && tokens.Tokens > 0 ? Math.Log2(tokens.Tokens) : double.NaN;
            return new(model, model.Lifecycle.StageOn(day) is not LifecycleStage.Retired, family, price, window, has, lacks, at);
        }

        public double Nearness(Traits other)
        {
            var score = Family != 0 && Family == other.Family ? 3.0 : 0;
            if (Math.Abs(Price - other.Price) is var price && price < 2) score += 2 - price;
            if (Math.Abs(Window - other.Window) is var window && window < 2) score += 1 - window / 2;
            var alike = System.Numerics.BitOperations.PopCount((uint)((Has & other.Has) | (Lacks & other.Lacks)));
            var unlike = System.Numerics.BitOperations.PopCount((uint)((Has & other.Lacks) | (Lacks & other.Has)));
            // A name that only offers mention has little to compare it by: the curated one goes first.
            return score + 0.3 * (alike - unlike) + (other.Model.Curated ? 0.5 : 0);
        }

        public IEnumerable<Capability> Shared(Traits other)
        {
            for (var i = 0; i < Compared.Length; i++)
                if ((Has & other.Has & (1 << i)) != 0) yield return Compared[i];
        }

        /// <summary>The list price of one route, weighed as in the default traffic.</summary>
        private static (double Price, Offer? At) Cheapest(Model model, DateOnly day)
        {
            var (least, at) = (decimal.MaxValue, (Offer?)null);
            foreach (var offer in model.Offers)
            {
                if (!offer.Price(PriceKind.Input).TryGetConfirmed(out var input) || !offer.Price(PriceKind.Output).TryGetConfirmed(out var output)) continue;
                var blend = input.Usd * TrafficProfile.Default.InputShare + output.Usd * (1 - TrafficProfile.Default.InputShare);
                if (blend > 0 && blend < least && offer.Lifecycle.StageOn(day) is not LifecycleStage.Retired) (least, at) = (blend, offer);
            }
            return at is null ? (double.NaN, null) : (Math.Log2((double)least), at);
        }
    }
}
