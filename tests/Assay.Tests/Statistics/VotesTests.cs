using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class VotesTests
{
    private static readonly VoteCount[] Votes = [new("b", "a", 6, 2, 1), new("a", "b", 3, 1, 0), new("a", "c", 0, 4, 0)];

    [Fact]
    public void Votes_of_both_sides_add_up_to_one_tally_of_a_pair() =>
        VoteTable.Of(Votes).Pairs.ShouldBe([new PairTally(0, 1, 5, 7, 1), new PairTally(0, 2, 0, 4, 0)]);

    [Fact]
    public void The_matrix_says_the_same_from_both_sides()
    {
        var matrix = WinMatrix.Of(VoteTable.Of(Votes));
        matrix[0, 1].ShouldBe(new HeadToHead(5, 7, 1));
        matrix[1, 0].ShouldBe(new HeadToHead(7, 5, 1));
        var share = matrix[0, 1].Share.ShouldBeEstimated();
        share.Value.ShouldBe(5.5 / 13, 1e-12);
        matrix[1, 0].Share.ShouldBeEstimated().Low.ShouldBe(1 - share.High, 1e-12);
    }

    [Fact]
    public void Models_that_never_met_have_no_share() => WinMatrix.Of(VoteTable.Of(Votes))[1, 2].Share.ShouldBeNotEnough().ShouldContain("No vote");

    [Fact]
    public void Position_bias_counts_sides_and_not_models()
    {
        var bias = PositionBias.Of(Votes);
        (bias.LeftWins, bias.RightWins, bias.Ties, bias.Decided).ShouldBe((9, 7, 1, 16));
        bias.LeftShare.ShouldBeEstimated().Value.ShouldBe(9 / 16.0);
        bias.P.ShouldNotBeNull().ShouldBe(0.8036, 0.00005);
    }

    [Fact]
    public void A_strong_lean_to_one_side_shows()
    {
        var bias = new PositionBias(18, 2, 5);
        bias.LeftShare.ShouldBeEstimated().Low.ShouldBe(0.6989663548, 1e-8);
        bias.P.ShouldNotBeNull().ShouldBe(0.000402, 5e-7);
    }

    [Fact]
    public void Ties_alone_tell_nothing_of_sides()
    {
        new PositionBias(0, 0, 9).LeftShare.ShouldBeNotEnough().ShouldContain("No vote is decided");
        new PositionBias(0, 0, 9).P.ShouldBeNull();
    }
}
