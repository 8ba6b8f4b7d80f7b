using Assay.Statistics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class ParetoFrontTests
{
    [Fact]
    public void Nothing_on_the_front_is_beaten_in_both() =>
        ParetoFront.Of([(1, 10), (2, 30), (2, 20), (3, 30), (4, 31), (4, 31)], moreIsBetter: true).ShouldBe([true, true, false, false, true, true]);

    [Fact]
    public void Of_error_rates_the_lower_is_better() => ParetoFront.Of([(1, 10), (2, 30), (3, 5)], moreIsBetter: false).ShouldBe([true, false, true]);

    [Fact]
    public void The_cheapest_and_the_best_are_always_on_it_and_order_does_not_matter() => Prop.ForAll<(byte, byte)[], bool>((points, more) =>
    {
        (decimal Cost, decimal Value)[] all = [.. points.Select(p => ((decimal)p.Item1, (decimal)p.Item2))];
        var front = ParetoFront.Of(all, more);
        if (all.Length == 0) return front.Count == 0;
        var best = more ? all.Max(p => p.Value) : all.Min(p => p.Value);
        return all.Where((_, i) => front[i]).Any(p => p.Cost == all.Min(o => o.Cost)) && all.Where((_, i) => front[i]).Any(p => p.Value == best)
            && ParetoFront.Of([.. all.Reverse()], more).Reverse().SequenceEqual(front);
    }).QuickCheckThrowOnFailure();
}
