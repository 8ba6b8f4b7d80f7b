using Assay.Drawing.Suites;
using Shouldly;
using Xunit;

namespace Assay.Tests.Suites;

public sealed class DiceTests
{
    /// <summary>The published first values of SplitMix64 for the seed 1234567: were they to change, every suite would.</summary>
    [Fact]
    public void Values_are_those_of_SplitMix64()
    {
        var dice = new Dice(1234567);
        foreach (var value in (ulong[])[6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821])
            dice.Below(1_000_003).ShouldBe((int)(value % 1_000_003));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(10)]
    public void Every_side_comes_as_often(int sides)
    {
        const int throws = 60_000;
        var dice = Dice.For(1, "any");
        var counts = new int[sides];
        for (var i = 0; i < throws; i++) counts[dice.Below(sides)]++;
        // Chi square; 40 is far beyond the 99.9 % point for nine degrees of freedom.
        counts.Sum(c => Math.Pow(c - (double)throws / sides, 2) / ((double)throws / sides)).ShouldBeLessThan(40);
    }

    [Fact]
    public void First_values_of_dice_with_names_in_a_row_are_spread()
    {
        var first = Enumerable.Range(0, 6000).Select(i => Dice.For(1, $"clock-{i:00}").Below(6)).CountBy(v => v).ToArray();
        first.Length.ShouldBe(6);
        first.ShouldAllBe(c => c.Value > 850 && c.Value < 1150);
    }

    [Fact]
    public void Both_ends_of_a_range_come_and_nothing_beyond()
    {
        var dice = new Dice(7);
        var drawn = Enumerable.Range(0, 400).Select(_ => dice.Between(-2, 3)).ToArray();
        (drawn.Min(), drawn.Max()).ShouldBe((-2, 3));
        var fine = Enumerable.Range(0, 4000).Select(_ => dice.Between(0.5, 1.5)).ToArray();
        (fine.Min(), fine.Max()).ShouldBe((0.5, 1.5));
    }

    [Fact]
    public void Some_are_different_ones()
    {
        var dice = new Dice(3);
        for (var i = 0; i < 50; i++) dice.Some([1, 2, 3, 4, 5], 4).ShouldBeUnique();
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Some([1, 2], 3)).Message.ShouldContain("There are 2");
        Should.Throw<ArgumentOutOfRangeException>(() => dice.Below(0));
    }
}
