namespace Assay.Drawing.Suites;

/// <summary>
/// Chance from a seed, the same on every machine and for ever: SplitMix64 (a Weyl sequence of step 0x9E3779B97F4A7C15 through a 64-bit mixer).
/// The base library's generator promises no such thing from one version to the next. For one thread.
/// </summary>
public sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for a thing with a name, so that one thing more or less changes no other.</summary>
    public static Dice For(ulong seed, string name)
    {
        // FNV-1a over the letters; the mixer then spreads what it leaves close together.
        var hash = 0xCBF29CE484222325UL;
        foreach (var letter in name) hash = unchecked((hash ^ letter) * 0x100000001B3UL);
        return new(Mixed(unchecked(seed + Mixed(hash))));
    }

    /// <summary>0 to one less than <paramref name="sides"/>, each as likely.</summary>
    /// <param name="sides">1 and above.</param>
    public int Below(int sides)
    {
        if (sides < 1) throw new ArgumentOutOfRangeException(nameof(sides), sides, "A die has at least one side.");
        // Of what a plain remainder would make a little likelier, nothing is taken.
        var most = ulong.MaxValue - ulong.MaxValue % (ulong)sides;
        while (true)
            if (Next() is var drawn && drawn < most) return (int)(drawn % (ulong)sides);
    }

    /// <summary>Both ends can come.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A tenth of a unit fine, so that what is worked out of it is exact enough to be the same everywhere.</summary>
    public double Between(double least, double most) => least + Below((int)((most - least) * 10) + 1) / 10.0;

    public bool Coin() => Below(2) == 0;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Different ones, in any order.</summary>
    public T[] Some<T>(IReadOnlyList<T> from, int count) =>
        count <= from.Count ? Shuffled(from)[..count] : throw new ArgumentOutOfRangeException(nameof(count), count, $"There are {from.Count} to take from.");

    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        T[] all = [.. things];
        for (var last = all.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (all[last], all[other]) = (all[other], all[last]);
        }
        return all;
    }

    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Mixed(state);
    }

    private static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
