using Assay.Drawing.Suites;
using Shouldly;
using Xunit;

namespace Assay.Tests.Suites;

public sealed class OutlineTests
{
    [Fact]
    public void A_point_is_inside_a_star_or_between_its_rays()
    {
        var star = Outline.Star(100, 100, 50, -90);
        star.Holds(100, 100).ShouldBeTrue();
        star.Holds(100, 55).ShouldBeTrue();
        star.Holds(125, 62).ShouldBeFalse();
        star.Holds(151, 100).ShouldBeFalse();
    }

    [Fact]
    public void What_is_seen_is_what_nothing_above_covers()
    {
        var box = Outline.Box(50, 50, 40, 40, 0);
        box.Seen([]).ShouldBe(1);
        box.Seen([Outline.Box(60, 50, 20, 40, 0)]).ShouldBe(0.5, 0.03);
        box.Seen([Outline.Box(60, 50, 20, 40, 0), Outline.Box(40, 50, 20, 40, 0)]).ShouldBe(0, 0.03);
        box.Seen([Outline.Box(500, 50, 40, 40, 0)]).ShouldBe(1);
        box.Seen([Outline.Circle(50, 50, 20)]).ShouldBe(1 - Math.PI / 4, 0.03);
    }

    [Fact]
    public void Turning_a_box_by_a_right_angle_swaps_its_sides()
    {
        var box = Outline.Box(50, 50, 60, 20, 90);
        (box.Left, box.Right, box.Top, box.Bottom).ShouldBe((40, 60, 20, 80));
        box.Distance(50, 50).ShouldBe(10, 0.001);
    }
}
