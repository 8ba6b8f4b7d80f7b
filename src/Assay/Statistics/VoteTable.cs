using System.Collections.Immutable;

namespace Assay.Statistics;

/// <summary>Votes on two models, added up by where each stood. Every number is 0 or more.</summary>
/// <param name="Ties">Votes for neither: ties, and "both bad" where the caller counts that as one.</param>
public sealed record VoteCount(string Left, string Right, int LeftWins, int RightWins, int Ties);

/// <summary>Votes between two models by their place in <see cref="VoteTable.Models"/>, whichever side each stood on.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct PairTally(int First, int Second, int FirstWins, int SecondWins, int Ties)
{
    public int Votes => FirstWins + SecondWins + Ties;
}

/// <summary>All votes by pair of models. What follows from votes is worked out from these sums, so a million votes cost no more than their pairs.</summary>
public sealed class VoteTable
{
    private VoteTable(ImmutableArray<string> models, ImmutableArray<PairTally> pairs) => (Models, Pairs) = (models, pairs);

    /// <summary>In ordinal order.</summary>
    public ImmutableArray<string> Models { get; }

    /// <summary>One for each pair that has votes; the first of a pair comes before the second in <see cref="Models"/>.</summary>
    public ImmutableArray<PairTally> Pairs { get; }

    /// <exception cref="ArgumentException">A number is negative, or a model is voted on against itself.</exception>
    public static VoteTable Of(IEnumerable<VoteCount> votes)
    {
        VoteCount[] all = [.. votes.Select(Checked)];
        ImmutableArray<string> models = [.. all.SelectMany(v => new[] { v.Left, v.Right }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var place = models.Select((model, i) => (model, i)).ToDictionary(m => m.model, m => m.i, StringComparer.Ordinal);
        var pairs = all.Select(v => Ordered(place[v.Left], place[v.Right], v))
            .GroupBy(p => (p.First, p.Second)).OrderBy(g => g.Key)
            .Select(g => new PairTally(g.Key.First, g.Key.Second, g.Sum(p => p.FirstWins), g.Sum(p => p.SecondWins), g.Sum(p => p.Ties)))
            .Where(p => p.Votes > 0);
        return new(models, [.. pairs]);
    }

    private static PairTally Ordered(int left, int right, VoteCount v) =>
        left < right ? new(left, right, v.LeftWins, v.RightWins, v.Ties) : new(right, left, v.RightWins, v.LeftWins, v.Ties);

    private static VoteCount Checked(VoteCount vote)
    {
        if (string.Equals(vote.Left, vote.Right, StringComparison.Ordinal))
            throw new ArgumentException($"A vote has '{vote.Left}' on both sides; allowed are two different models. Leave the vote out.", nameof(vote));
        if (vote.LeftWins < 0 || vote.RightWins < 0 || vote.Ties < 0)
            throw new ArgumentException($"The votes on '{vote.Left}' and '{vote.Right}' are {vote.LeftWins}, {vote.RightWins} and {vote.Ties} ties; allowed are counts from 0.", nameof(vote));
        return vote;
    }
}
