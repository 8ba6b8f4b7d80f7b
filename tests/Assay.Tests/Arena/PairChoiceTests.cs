using Assay.Arena;
using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Arena;

public sealed class PairChoiceTests
{
    private static readonly string[] Four = ["a", "b", "c", "d"];

    [Fact]
    public void A_pair_is_two_different_models_and_every_pair_and_side_comes()
    {
        var drawn = Draw(Four, [], 2_000);
        drawn.ShouldAllBe(p => p.Left != p.Right);
        drawn.Distinct().Count().ShouldBe(12);
        drawn.Count(p => string.CompareOrdinal(p.Left, p.Right) < 0).ShouldBeInRange(900, 1_100);
    }

    [Fact]
    public void Pairs_with_few_votes_come_more_often_and_none_is_shut_out()
    {
        var drawn = Draw(["a", "b", "c"], [new("a", "b", 20, 20, 0)], 3_000);
        var met = drawn.Count(p => p is ("a", "b") or ("b", "a"));
        met.ShouldBeInRange(1, 300);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.999999999999)]
    public void The_ends_of_chance_give_a_pair_too(double chance)
    {
        var (left, right) = PairChoice.Draw(Four, [new("a", "zzz", 5, 5, 5)], () => chance);
        (left != right && Four.Contains(left) && Four.Contains(right)).ShouldBeTrue();
    }

    [Fact]
    public void One_model_is_no_battle() => Should.Throw<ArgumentException>(() => PairChoice.Draw(["a"], [], () => 0)).Message.ShouldContain("give at least two");

    [Theory]
    [InlineData("left", VoteOutcome.Left)]
    [InlineData("both_bad", VoteOutcome.BothBad)]
    [InlineData("both-bad", VoteOutcome.BothBad)]
    [InlineData("LEFT", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Words_for_votes_are_these(string? word, VoteOutcome? outcome) => VoteOutcomes.Find(word).ShouldBe(outcome);

    private static (string Left, string Right)[] Draw(string[] models, VoteCount[] votes, int times)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, times).Select(_ => PairChoice.Draw(models, votes, random.NextDouble))];
    }
}
