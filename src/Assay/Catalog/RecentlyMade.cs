using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Assay.Catalog;

/// <summary>
/// What was worked out of things, kept for those that are asked for: up to a weight; beyond it, what was not asked for lately goes and is made
/// anew when it is asked for again. A memory, not a state: what is made depends on the thing alone. What was made of a catalogue's things goes
/// with the catalogue. Thread-safe; two who ask at once may make the same twice.
/// </summary>
/// <param name="most">The weight of all that is kept.</param>
/// <param name="weigh">The weight of what is made of a thing; null: 1 each.</param>
/// <param name="letGo">Called when half of it was let go.</param>
public sealed class RecentlyMade<TThing, TMade>(int most, Func<TThing, int>? weigh = null, Action? letGo = null) where TThing : class where TMade : class
{
    // Two halves in place of one list in the order of use, which every reader would have to write to: one is filled, and what is found
    // in the one before it moves over. When the newer is full, it becomes the older, and what is left in that goes.
    private volatile Half newer = new();
    private volatile Half older = new();
    private readonly Lock turning = new();

    private sealed class Half
    {
        private readonly ConditionalWeakTable<object, ConcurrentDictionary<TThing, TMade>> made = [];
        public int Weight;

        /// <summary>Of one catalogue. Things are told apart by reference: to compare the contents of claims would take longer than to make it anew.</summary>
        public ConcurrentDictionary<TThing, TMade> Of(object catalogue) => made.GetValue(catalogue, static _ => new(ReferenceEqualityComparer.Instance));

        // A table that is merely let go keeps what is in it until it was finalized.
        public void Clear()
        {
            foreach (var (_, things) in made) things.Clear();
        }
    }

    /// <param name="catalogue">What the thing belongs to, and is not kept alive by.</param>
    /// <param name="thing">Of what.</param>
    /// <param name="make">Makes it of the thing.</param>
    public TMade Of(object catalogue, TThing thing, Func<TThing, TMade> make)
    {
        var half = newer;
        var things = half.Of(catalogue);
        if (things.TryGetValue(thing, out var made)) return made;
        if (!older.Of(catalogue).TryRemove(thing, out made)) made = make(thing);
        if (!things.TryAdd(thing, made)) return things.GetValueOrDefault(thing, made);
        if (Interlocked.Add(ref half.Weight, weigh?.Invoke(thing) ?? 1) > most / 2) Turn(half);
        return made;
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        Turn(newer);
        Turn(newer);
    }

    private void Turn(Half full)
    {
        lock (turning)
        {
            if (!ReferenceEquals(newer, full)) return;
            var oldest = older;
            (older, newer) = (full, new());
            oldest.Clear();
        }
        letGo?.Invoke();
    }
}
