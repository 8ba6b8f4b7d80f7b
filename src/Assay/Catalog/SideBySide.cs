namespace Assay.Catalog;

/// <summary>Works on many things at once, each apart from the others: the results stand in the order of the things, whoever was done first.</summary>
internal static class SideBySide
{
    /// <summary>Below this many, handing out the work takes longer than the work.</summary>
    private const int Fewest = 256;

    /// <param name="things">What to work on.</param>
    /// <param name="work">Depends on the thing alone and changes nothing that another one reads.</param>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> work)
    {
        var results = new TResult[things.Count];
        if (results.Length < Fewest)
            for (var i = 0; i < results.Length; i++) results[i] = work(things[i]);
        else Parallel.For(0, results.Length, i => results[i] = work(things[i]));
        return results;
    }
}
