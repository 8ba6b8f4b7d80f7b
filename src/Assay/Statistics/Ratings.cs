using System.Collections.Immutable;

namespace Assay.Statistics;

/// <summary>A model's points and place.</summary>
/// <param name="Points">On the scale of the table, with the 95 % interval. The anchor's is without width: it is set, not measured.</param>
/// <param name="Votes">In which it took part.</param>
/// <param name="BestRank">1 and the number of models whose whole interval lies above.</param>
/// <param name="WorstRank">Behind no model whose whole interval lies below.</param>
public sealed record Rating(string Model, Estimate Points, int Votes, int BestRank, int WorstRank);

/// <summary>Models by strength, strongest first.</summary>
/// <param name="Rounds">Of the bootstrap; null for the sandwich.</param>
/// <param name="WithoutAnswer">Rounds that drew votes which do not hang together; they are left out of the intervals.</param>
public sealed record Ratings(ImmutableArray<Rating> Models, RatingScale Scale, int? Rounds, int WithoutAnswer)
{
    internal static Ratings Of(VoteTable votes, IReadOnlyList<Estimate> points, RatingScale scale, int? rounds, int withoutAnswer)
    {
        var counts = new int[votes.Models.Length];
        foreach (var p in votes.Pairs)
        {
            counts[p.First] += p.Votes;
            counts[p.Second] += p.Votes;
        }
        var models = points.Select((own, i) => new Rating(votes.Models[i], own, counts[i],
            1 + points.Count(other => other.Low > own.High), points.Count - points.Count(other => other.High < own.Low)));
        return new([.. models.OrderByDescending(r => r.Points.Value).ThenBy(r => r.Model, StringComparer.Ordinal)], scale, rounds, withoutAnswer);
    }
}
