using Assay.Vision;
using Shouldly;
using Xunit;

namespace Assay.Tests.Vision;

public sealed class BoxTests
{
    internal static Box Any(Random random)
    {
        var (x0, y0) = (random.NextDouble() * 0.95, random.NextDouble() * 0.95);
        return new(x0, y0, x0 + 0.001 + random.NextDouble() * (0.999 - x0), y0 + 0.001 + random.NextDouble() * (0.999 - y0));
    }

    [Fact]
    public void Iou_of_known_boxes()
    {
        var box = new Box(0.1, 0.1, 0.5, 0.5);
        box.Iou(box).ShouldBe(1);
        box.Iou(new(0.5, 0.1, 0.9, 0.5)).ShouldBe(0);
        box.Iou(new(0.3, 0.1, 0.7, 0.5)).ShouldBe(1 / 3.0, 1e-12);
        box.Iou(new(0.2, 0.2, 0.4, 0.4)).ShouldBe(0.25, 1e-12);
    }

    [Fact]
    public void Iou_is_symmetric_and_from_0_to_1()
    {
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var (a, b) = (Any(random), Any(random));
            a.Iou(b).ShouldBe(b.Iou(a));
            a.Iou(b).ShouldBeInRange(0, 1);
            a.Iou(a).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(0, 0, 0, 1, "it has no width")]
    [InlineData(0, 0.5, 1, 0.5, "it has no height")]
    [InlineData(0.5, 0, 0.4, 1, "its right edge is left of its left edge")]
    [InlineData(0, 0.5, 1, 0.4, "its bottom edge is above its top edge")]
    [InlineData(-0.1, 0, 1, 1, "a side lies outside the image")]
    [InlineData(0, 0, double.NaN, 1, "a side is not a number")]
    [InlineData(0, 0, 1, double.PositiveInfinity, "a side is not a number")]
    public void What_is_no_box_is_refused(double x0, double y0, double x1, double y1, string why)
    {
        Box.TryCreate(x0, y0, x1, y1, out _, out var said).ShouldBeFalse();
        said.ShouldBe(why);
        Should.Throw<ArgumentException>(() => new Box(x0, y0, x1, y1)).Message.ShouldContain(why);
    }

    [Fact]
    public void An_image_has_at_least_one_pixel() => Should.Throw<ArgumentOutOfRangeException>(() => new ImageSize(0, 5));
}
