using Assay.Adapters.Images;
using Assay.Drawing;
using Shouldly;
using Xunit;

namespace Assay.Tests.Images;

public sealed class DrawingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='http://example.org/x.png'/></svg>", "'image'")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><rect xlink:href='file:///etc/passwd'/></svg>", "xlink:href")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect fill='url(http://example.org/a.svg#b)'/></svg>", "only url(#")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:red'/></svg>", "style")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'x'</style></svg>", "'style'")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "'script'")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "onload")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", "not well-formed")]
    [InlineData("<?xml-stylesheet href='http://example.org/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>", "instruction")]
    [InlineData("<svg", "not well-formed")]
    public async Task A_drawing_that_could_fetch_or_run_something_is_not_drawn(string svg, string why) =>
        (await Should.ThrowAsync<ArgumentException>(() => new SvgRaster(TestImages.Work).Render(svg, 1, Stop))).Message.ShouldContain(why);

    [Fact]
    public async Task A_sketch_is_drawn_in_any_scale_and_without_any_font()
    {
        TestImages.NeedLibrary();
        var svg = new Sketch(100, 50, "#ffffff").Box(10, 10, 30, 30, new("#ff0000")).Text(50, 40, "I<&\"", 20, "#000000").Svg();
        svg.ShouldNotContain("<text");
        var drawn = await new SvgRaster(TestImages.Work).Render(svg, 2, Stop);
        (drawn.Width, drawn.Height, drawn.MediaType).ShouldBe((200, 100, "image/png"));
        var pixels = await new ImagePixels(TestImages.Work).Raw(drawn, Stop);
        pixels.At(50, 50).ShouldBe((255, 0, 0));
        pixels.At(2, 2).ShouldBe((255, 255, 255));
        pixels.At(106, 60).ShouldBe((0, 0, 0), "the stem of the I");
    }

    [Fact]
    public async Task Frames_are_drawn_over_the_picture_and_the_rest_of_it_stays()
    {
        var ready = await TestImages.Ready(ImageFiles.Png(300, 200));
        var svg = new Sketch(300, 200).Frame(100, 60, 120, 80, "dog 0.93", "#00aaff", "9 4").Frame(2, 0, 50, 50, "<evil & \"co\">", "#aa00ff").Svg();
        var both = await new Overlay(TestImages.Work).RenderPng(ready.Image, svg, Stop);
        (both.Width, both.Height, both.MediaType).ShouldBe((300, 200, "image/png"));
        var (before, after) = (await TestImages.Seen(ready), await new ImagePixels(TestImages.Work).Raw(both, Stop));
        after.At(280, 20).ShouldBe(before.At(280, 20));
        after.At(104, 60).ShouldBeNear((0, 170, 255));
        after.At(160, 100).ShouldBe(before.At(160, 100), "inside a frame nothing is drawn");
        (await Should.ThrowAsync<ImageException>(() => new Overlay(TestImages.Work).RenderPng(ready.Image, new Sketch(10, 10).Svg(), Stop))).Message.ShouldContain("10 × 10");
    }

    [Fact]
    public void Every_printable_letter_can_be_written_and_another_becomes_a_box()
    {
        for (var c = ' '; c <= '~'; c++) Sketch.CanWrite(c).ShouldBeTrue(c.ToString());
        Sketch.CanWrite('語').ShouldBeFalse();
        Sketch.TextWidth("語", 10).ShouldBeGreaterThan(0);
        Sketch.TextWidth("", 10).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => new Sketch(10, 10).Line(0, 0, double.NaN, 1, Ink.Pencil("red")));
    }
}
