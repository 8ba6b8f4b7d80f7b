using System.Xml.Linq;
using Assay.Adapters.Images;
using Assay.Drawing.Published;
using Assay.Tests.Images;
using Assay.Tests.Web;
using Assay.Units;
using Shouldly;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class CardDrawingTests
{
    private static Card Pair(string first = "Gemma 3 12B", string second = "GPT-4o", string? sentence = "Gemma 3 12B costs less.") => new()
    {
        Heading = $"{first} vs {second}", Sentence = sentence, Columns = ["Cost a month", "Context"], Foot = "As of 2026-07-02 · 3 sources",
        Rows = [new(first, ["$64.50", "131K"], 0), new(second, ["unknown", "128K"], 1)],
    };

    [Fact]
    public void A_card_is_a_drawing_of_its_size_that_needs_no_font_and_fetches_nothing()
    {
        var svg = CardDrawing.Svg(Pair());
        OwnSvg.Checked(svg);
        var root = XDocument.Parse(svg).Root!;
        (root.Attribute("width")!.Value, root.Attribute("height")!.Value).ShouldBe(("1200", "630"));
        root.Descendants().Select(e => e.Name.LocalName).ShouldNotContain("text");
        CardDrawing.Svg(Pair()).ShouldBe(svg);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void However_long_the_words_are_they_stay_on_the_card(int rows)
    {
        var endless = string.Join(' ', Enumerable.Repeat("Extraordinarily-Long-Model-Name", 40)) + new string('W', 5_000);
        var card = Pair(endless, endless, endless) with { Foot = endless, Rows = [.. Enumerable.Range(0, rows).Select(i => new CardRow(endless, [endless, endless], i))] };
        var svg = CardDrawing.Svg(card);
        svg.Length.ShouldBeLessThan(400_000);
        // Every group of letters is moved to its left edge and drawn at a scale: its last letter ends before the edge of the card.
        foreach (var text in XDocument.Parse(svg).Root!.Elements().Where(e => e.Name.LocalName == "g"))
        {
            var numbers = System.Text.RegularExpressions.Regex.Matches(text.Attribute("transform")!.Value, @"-?[\d.]+").Select(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            numbers[0].ShouldBeGreaterThanOrEqualTo(60);
            var last = text.Elements().Last().Attribute("transform")!.Value;
            var at = double.Parse(System.Text.RegularExpressions.Regex.Match(last, @"[\d.]+").Value, System.Globalization.CultureInfo.InvariantCulture);
            (numbers[0] + at * numbers[2]).ShouldBeLessThan(1160);
            numbers[1].ShouldBeInRange(20, 600);
        }
    }

    [Fact]
    public void Accents_and_signs_that_the_letters_lack_are_written_by_others() =>
        (CardDrawing.Svg(Pair("Modèle “Un”", "−1 ≥ 0")) == CardDrawing.Svg(Pair("Modele \"Un\"", "-1 >= 0"))).ShouldBeTrue();

    [Fact]
    public async Task Cards_look_as_drawn()
    {
        TestImages.NeedLibrary();
        var picture = await new SvgRaster(TestImages.Work).Render(CardDrawing.Svg(Pair()), 1, TestContext.Current.CancellationToken);
        (picture.Width, picture.Height, picture.MediaType).ShouldBe((1200, 630, "image/png"));
        var pixels = await new ImagePixels(TestImages.Work).Raw(picture, TestContext.Current.CancellationToken);
        pixels.At(5, 300).ShouldBeNear((0xfd, 0xfd, 0xfc));
        pixels.At(600, 5).ShouldBeNear((0x0b, 0x53, 0x94));
    }

    [Theory]
    [InlineData("one two three", 20, "one two three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two, three", 10, "one two…")]
    [InlineData("one two, three", 9, "one two…")]
    [InlineData("unbreakable", 6, "unbre…")]
    [InlineData("ab\ud83d\ude00cd", 4, "ab…")]
    public void Words_are_cut_between_words(string text, int longest, string cut)
    {
        Words.Cut(text, longest).ShouldBe(cut);
        Words.Cut(text, longest).Length.ShouldBeLessThanOrEqualTo(longest);
    }
}
