using Assay.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class BradleyTerryTests
{
    /// <summary>The votes that the tests of arena-rank carry, with the strengths they expect.</summary>
    private static readonly VoteCount[] Published = [new("A", "B", 2, 3, 0), new("D", "A", 4, 1, 0), new("B", "C", 5, 3, 0), new("C", "D", 1, 3, 0)];

    private static Strengths Fit(params VoteCount[] votes) => BradleyTerry.Fit(VoteTable.Of(votes)).ShouldBeEstimated();

    [Fact]
    public void Strengths_are_as_published()
    {
        var fit = Fit(Published);
        fit.Models.ShouldBe(["A", "B", "C", "D"]);
        double[] expected = [0.640, 1.043, 0.660, 2.270];
        for (var i = 0; i < expected.Length; i++) fit[i].ShouldBe(expected[i], 0.0005);
        fit.Logs.Sum().ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Two_models_have_the_odds_of_their_votes()
    {
        var fit = Fit(new VoteCount("a", "b", 30, 10, 0));
        (fit[0] / fit[1]).ShouldBe(3, 1e-9);
    }

    [Fact]
    public void A_tie_counts_half_a_win_for_each()
    {
        var ties = Fit(new VoteCount("a", "b", 3, 1, 4));
        var halves = Fit(new VoteCount("a", "b", 5, 3, 0));
        ties[0].ShouldBe(halves[0], 1e-9);
    }

    [Fact]
    public void At_the_maximum_everyone_wins_as_often_as_expected() => Prop.ForAll<int>(seed =>
    {
        var votes = ArenaVotes.Random(models: 7, perPair: 9, seed);
        if (BradleyTerry.Fit(votes) is not Inference<Strengths>.Estimated { Value: var fit }) return;
        foreach (var model in Enumerable.Range(0, votes.Models.Length))
        {
            double won = 0, expected = 0;
            foreach (var p in votes.Pairs.Where(p => p.First == model || p.Second == model))
            {
                var first = p.First == model;
                won += (first ? p.FirstWins : p.SecondWins) + p.Ties / 2.0;
                expected += p.Votes * fit[model] / (fit[p.First] + fit[p.Second]);
            }
            expected.ShouldBe(won, 1e-6);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sides_and_order_of_the_votes_do_not_matter()
    {
        VoteCount[] turned = [.. Published.Reverse().Select(v => new VoteCount(v.Right, v.Left, v.RightWins, v.LeftWins, v.Ties))];
        Fit(turned).Logs.ShouldBe(Fit(Published).Logs);
    }

    [Fact]
    public void Votes_that_do_not_hang_together_are_refused_with_their_groups()
    {
        var votes = VoteTable.Of([new("a", "b", 1, 1, 0), new("c", "a", 5, 0, 0), new("x", "y", 0, 0, 2), new("c", "b", 1, 0, 0)]);
        VoteGroups.Of(votes).Select(g => string.Join(' ', g)).ShouldBe(["x y", "c", "a b"], ignoreOrder: true);
        var groups = VoteGroups.Of(votes).Select(g => g[0]).ToList();
        groups.IndexOf("c").ShouldBeLessThan(groups.IndexOf("a"), "who took points off the other comes first");
        var why = BradleyTerry.Fit(votes).ShouldBeNotEnough();
        foreach (var group in new[] { "3 groups", "{a, b}", "{c}", "{x, y}" }) why.ShouldContain(group);
    }

    [Fact]
    public void One_who_never_lost_has_no_strength() => BradleyTerry.Fit(VoteTable.Of([new("a", "b", 9, 0, 0)])).ShouldBeNotEnough().ShouldContain("{a}; {b}");

    [Fact]
    public void No_votes_give_no_strengths() => BradleyTerry.Fit(VoteTable.Of([])).ShouldBeNotEnough().ShouldContain("No votes");

    [Fact]
    public void A_long_chain_of_lopsided_votes_settles()
    {
        VoteCount[] chain = [.. Enumerable.Range(0, 60).Select(i => new VoteCount($"m{i:00}", $"m{i + 1:00}", 100_000, 1, 0))];
        var fit = Fit(chain);
        for (var i = 0; i < 60; i++) (fit.Logs[i] - fit.Logs[i + 1]).ShouldBe(Math.Log(100_000), 1e-6);
    }

    [Fact]
    public void A_million_votes_over_120_models_find_the_strengths_they_were_drawn_from()
    {
        var votes = ArenaVotes.Drawn(models: 120, votes: 1_000_000, seed: 3, out var logs);
        votes.Pairs.Sum(p => p.Votes).ShouldBe(1_000_000);
        var fit = BradleyTerry.Fit(votes).ShouldBeEstimated();
        fit.Steps.ShouldBeLessThan(12);
        for (var i = 0; i < 120; i++) fit.Logs[i].ShouldBe(logs[i], 0.1);
    }

    [Theory]
    [InlineData("a", "a", 1, 0, 0, "'a' on both sides")]
    [InlineData("a", "b", -1, 0, 0, "-1, 0 and 0 ties")]
    public void Impossible_votes_are_named(string left, string right, int leftWins, int rightWins, int ties, string named) =>
        Should.Throw<ArgumentException>(() => VoteTable.Of([new(left, right, leftWins, rightWins, ties)])).Message.ShouldContain(named);
}
