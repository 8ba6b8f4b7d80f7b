using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>
/// Which pairs of models somebody is likely to ask for, by what the catalogue holds and nothing else: the same catalogue and day give the same pairs in the same
/// order. The measure is a guess at interest, and says nothing of quality.
/// </summary>
/// <remarks>
/// A model counts a point for each provider that routes to it, up to <see cref="MostProviders"/>; one for each way in which it was measured, up to
/// <see cref="MostResults"/>; and ten or five where it was released within one year or two. A pair counts the points of both, three for each way in which both were
/// measured, up to <see cref="MostShared"/>, and ten where one is the named successor of the other. Among equals the order of ids decides.
/// Only the models with the most points are paired: so many that there are at least four times the pairs asked for.
/// </remarks>
public static class PairRanking
{
    private const int MostProviders = 20, MostResults = 20, MostShared = 10, PointsOfShared = 3, PointsOfSuccessor = 10;

    private sealed record Known(Model Model, int Points, HashSet<string> Measured);

    /// <param name="catalog">On the day that recency is counted from.</param>
    /// <param name="count">How many pairs; fewer where there are no more.</param>
    /// <returns>The likeliest first; of each pair the lesser id first.</returns>
    public static IReadOnlyList<(Model First, Model Second)> Top(CatalogSnapshot catalog, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var known = catalog.Models.Select(m => KnownOf(m, catalog.AsOf)).OrderByDescending(k => k.Points).ThenBy(k => k.Model.Id, StringComparer.Ordinal).Take(Paired(count)).ToArray();
        var pairs = new List<(int Points, Model First, Model Second)>(known.Length * Math.Max(0, known.Length - 1) / 2);
        for (var i = 0; i < known.Length; i++)
        {
            for (var j = i + 1; j < known.Length; j++)
            {
                var (a, b) = string.CompareOrdinal(known[i].Model.Id, known[j].Model.Id) < 0 ? (known[i], known[j]) : (known[j], known[i]);
                pairs.Add((PointsOf(a, b), a.Model, b.Model));
            }
        }
        return [.. pairs.OrderByDescending(p => p.Points).ThenBy(p => p.First.Id, StringComparer.Ordinal).ThenBy(p => p.Second.Id, StringComparer.Ordinal).Take(count).Select(p => (p.First, p.Second))];
    }

    /// <summary>The fewest models that have four times as many pairs.</summary>
    private static int Paired(int count) => count == 0 ? 0 : (int)Math.Ceiling((1 + Math.Sqrt(1 + 32.0 * count)) / 2);

    private static Known KnownOf(Model model, DateOnly day)
    {
        var measured = model.Results.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var age = model.Released.TryGetConfirmed(out var released) ? day.DayNumber - released.Latest.DayNumber : int.MaxValue;
        var points = Math.Min(MostProviders, model.ProviderCount) + Math.Min(MostResults, measured.Count) + (age <= 365 ? 10 : age <= 730 ? 5 : 0);
        return new(model, points, measured);
    }

    private static int PointsOf(Known a, Known b)
    {
        var (few, many) = a.Measured.Count < b.Measured.Count ? (a.Measured, b.Measured) : (b.Measured, a.Measured);
        return a.Points + b.Points + PointsOfShared * Math.Min(MostShared, few.Count(many.Contains)) + (Follows(a.Model, b.Model) || Follows(b.Model, a.Model) ? PointsOfSuccessor : 0);
    }

    private static bool Follows(Model next, Model earlier) => earlier.Lifecycle.Successor.TryGetConfirmed(out var id) && id == next.Id;
}
