using Assay.Adapters.Engines;
using Shouldly;
using Xunit;

namespace Assay.Tests.Engines;

public sealed class OcrTests(RunningEngines running) : IClassFixture<RunningEngines>
{
    private static readonly string[] Lines = ["LOTS 1234", "TOTAL 42 BOLTS"];

    [Theory]
    [InlineData("pp-ocr-v4-en")]
    [InlineData("pp-ocr-v3-en")]
    public async Task Drawn_lines_are_read_from_top_to_bottom(string model) =>
        (await running.Text(model, TestPicture.Text(6, Lines))).ShouldBe(string.Join('\n', Lines));

    [Fact]
    public async Task Where_each_line_stands_is_in_pixels_of_the_picture_sent()
    {
        var picture = TestPicture.Text(6, Lines);
        var reply = (await running.Engines.Run(LocalModel.Find("pp-ocr-v4-en")!, picture, null, null, TestContext.Current.CancellationToken)).ShouldBeOfType<EngineOutcome.Replied>().Reply;
        string.Join(' ', reply.Lines!.Select(l => l.Text)).ShouldBe(string.Join(' ', Lines));
        // Drawn from 36 on, in rows of 72, of letters 42 high.
        reply.Lines![0].Box[0].ShouldBeInRange(20, 40);
        reply.Lines![0].Box[1].ShouldBeInRange(20, 36);
        reply.Lines![0].Box[3].ShouldBeInRange(78, 94);
        reply.Lines![^1].Box[1].ShouldBeInRange(92, 108);
        reply.Lines![^1].Box[3].ShouldBeInRange(150, 166);
        reply.Lines!.ShouldAllBe(l => l.Box[0] >= 0 && l.Box[2] <= picture.Width && l.Box[3] <= picture.Height && l.Score > 0.5 && l.Score <= 1);
    }

    [Theory]
    [InlineData("part_number.jpeg", "10629101")]
    [InlineData("tire.jpeg", "3702692432")]
    [InlineData("container_id_ocr.jpeg", "282862")]
    [InlineData("receipt.jpeg", "Total 31.98")]
    public async Task What_a_photograph_says_is_read(string file, string text) =>
        (await running.Text("pp-ocr-v4-en", TestPicture.Shared(running.Engines.Folder, "vision-checkup", "images", file))).ShouldContain(text);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_page_is_read_whichever_way_it_was_turned(int quarters)
    {
        var page = TestPicture.Shared(running.Engines.Folder, "images", "tesseract", "phototest-rotated-180.png");
        for (var i = 0; i < quarters; i++) page = TestPicture.Quarter(page);
        var text = await running.Text("pp-ocr-v4-en", page);
        text.ShouldStartWith("This is a lot of 12 point text to test the");
        text.ShouldEndWith("brown dog jumped over the lazy fox.");
    }

    [Fact]
    public async Task An_empty_page_has_no_text() => (await running.Text("pp-ocr-v4-en", TestPicture.Plain(300, 200, 255))).ShouldBeEmpty();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 900)]
    [InlineData(900, 3)]
    public async Task Pictures_of_odd_shapes_do_no_harm(int width, int height) => (await running.Text("pp-ocr-v4-en", TestPicture.Plain(width, height, 90))).ShouldBeEmpty();

    [Fact]
    public async Task Tesseract_reads_where_the_system_has_it()
    {
        var model = LocalModel.Find("tesseract")!;
        Assert.SkipWhen(model.Lacks() is not null, "tesseract is not installed.");
        (await running.Text("tesseract", TestPicture.Text(6, Lines))).ShouldContain("1234");
    }
}
