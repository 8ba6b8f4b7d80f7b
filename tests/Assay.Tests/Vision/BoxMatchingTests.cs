using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

public sealed class BoxMatchingTests
{
    private static Detection At(string label, double x0, double x1) => new(label, null, new(x0, 0, x1, 1));

    [Fact]
    public void The_best_whole_is_taken_and_not_the_best_pair_first()
    {
        // The middle box fits both of the other side; taking its best partner first would leave one of each alone.
        Detection[] a = [At("a1", 0.0, 0.4), At("a2", 0.1, 0.5)], b = [At("b1", 0.1, 0.48), At("b2", 0.19, 0.59)];
        var match = BoxMatching.Match(a, b, 0.5);
        match.Both.Select(p => (p.A.Label, p.B.Label)).ShouldBe([("a1", "b1"), ("a2", "b2")]);
    }

    [Fact]
    public void What_has_no_partner_is_listed_on_its_side()
    {
        var match = BoxMatching.Match([At("dog", 0, 0.3), At("cat", 0.5, 0.8)], [At("dog", 0.01, 0.3), At("bird", 0.9, 1)]);
        match.Both.Single().Iou.ShouldBe(0.29 / 0.3, 1e-9);
        match.OnlyA.Single().Label.ShouldBe("cat");
        match.OnlyB.Single().Label.ShouldBe("bird");
    }

    [Fact]
    public void Labels_count_where_asked_and_are_compared_by_meaning()
    {
        Detection[] a = [At("Sofa", 0, 0.5)], b = [At("couches", 0, 0.5)], c = [At("table", 0, 0.5)];
        BoxMatching.Match(a, b, 0.5, sameLabel: true).Both.Count.ShouldBe(1);
        BoxMatching.Match(a, c, 0.5, sameLabel: true).Both.ShouldBeEmpty();
        BoxMatching.Match(a, c).Both.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_threshold_is_above_0_and_at_most_1(double threshold) => Should.Throw<ArgumentOutOfRangeException>(() => BoxMatching.Match([], [], threshold));

    [Fact]
    public void Matching_is_one_to_one_loses_nothing_and_is_as_good_as_every_other()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (a, b) = (Some(random, random.Next(0, 6)), Some(random, random.Next(0, 6)));
            var threshold = random.NextDouble() * 0.6 + 0.05;
            var match = BoxMatching.Match(a, b, threshold);
            match.Both.Select(p => p.A).Concat(match.OnlyA).ShouldBe(a, ignoreOrder: true);
            match.Both.Select(p => p.B).Concat(match.OnlyB).ShouldBe(b, ignoreOrder: true);
            match.Both.ShouldAllBe(p => p.Iou >= threshold);
            match.Both.Sum(p => p.Iou).ShouldBe(Best(a, b, threshold, 0, []), 1e-9);
            var turned = BoxMatching.Match(b, a, threshold);
            turned.Both.Sum(p => p.Iou).ShouldBe(match.Both.Sum(p => p.Iou), 1e-9);
        }
    }

    [Fact]
    public void A_crowded_image_is_matched()
    {
        var random = new Random(3);
        var (a, b) = (Some(random, 300), Some(random, 250));
        var match = BoxMatching.Match(a, b, 0.1);
        match.Both.Count.ShouldBeInRange(200, 250);
        match.Both.Select(p => p.B).Distinct().Count().ShouldBe(match.Both.Count);
    }

    private static Detection[] Some(Random random, int count) => [.. Enumerable.Range(0, count).Select(i => new Detection($"{i}/{random.Next()}", null, BoxTests.Any(random)))];

    private static double Best(Detection[] a, Detection[] b, double threshold, int row, HashSet<int> taken)
    {
        if (row == a.Length) return 0;
        var best = Best(a, b, threshold, row + 1, taken);
        for (var j = 0; j < b.Length; j++)
        {
            var iou = a[row].Box.Iou(b[j].Box);
            if (iou < threshold || !taken.Add(j)) continue;
            best = Math.Max(best, iou + Best(a, b, threshold, row + 1, taken));
            taken.Remove(j);
        }
        return best;
    }
}
