namespace Assay.Tests.Importers.Mutations;

/// <summary>Choices of one mutation: the same seed makes the same mutation.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int most) => random.Next(most);

    public bool One(int of) => random.Next(of) == 0;

    public T Of<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    public T[] Some<T>(IReadOnlyList<T> list, int count)
    {
        var all = list.ToArray();
        random.Shuffle(all);
        return all[..Math.Min(count, all.Length)];
    }
}
