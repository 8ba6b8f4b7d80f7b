using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Adapters.Images;
using Assay.Charts;
using Shouldly;
using Xunit;

namespace Assay.Tests.Charts;

public sealed class ChartPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static ChartPicture Dots => new()
    {
        Source = "Figures from Price list. As of 2026-07-02. Assay, /benchmarks/owls",
        Chart = new DotPlot { Id = "d", Title = "Scores on owls", Description = "Two rows.", Axis = "Score", Format = v => v.ToString(CultureInfo.InvariantCulture), Rows = [new("Owl <7B>", 52, "52 %", 45, 58), new("Wren − small", 3, "3 %")] },
    };

    private static ChartPicture Steps => new()
    {
        Source = "Figures from A and B. As of 2026-07-02. Assay, /models/x/owl",
        Chart = new StepPlot { Id = "h", Title = "Input price of Owl over time", Description = "From 5 to 2.5.", Axis = "USD", Format = v => v.ToString(CultureInfo.InvariantCulture), Until = new(2026, 7, 2), Series = [new("A", [new(new(2024, 5, 13), 5), new(new(2024, 8, 6), 2.5m)]), new("B", [new(new(2024, 6, 1), 4)])] },
    };

    [Fact]
    public void An_svg_file_is_as_approved() => Golden.Check("charts/picture.svg", Dots.ToSvg().Replace("><", ">\n<", StringComparison.Ordinal).Replace("}", "}\n", StringComparison.Ordinal) + "\n");

    [Fact]
    public void Strokes_are_as_approved() => Golden.Check("charts/strokes.svg", Steps.ToStrokes(ChartTheme.Dark).Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Fact]
    public void Strokes_need_no_fonts_and_pass_the_check_of_drawings()
    {
        foreach (var picture in (ChartPicture[])[Dots, Steps])
            foreach (var theme in Enum.GetValues<ChartTheme>())
            {
                var svg = picture.ToStrokes(theme);
                OwnSvg.Checked(svg).Length.ShouldBe(System.Text.Encoding.UTF8.GetByteCount(svg));
                var root = XElement.Parse(svg);
                root.Descendants(Svg + "text").ShouldBeEmpty();
                root.Attribute("height")!.Value.ShouldBe(picture.Height.ToString(CultureInfo.InvariantCulture));
                svg.ShouldContain(ChartStyle.Colour(ChartTone.Page, theme));
                svg.ShouldNotContain(ChartStyle.Colour(ChartTone.Page, 1 - theme));
            }
    }

    [Fact]
    public void Both_files_have_every_mark_of_the_chart()
    {
        static int Marks(string svg, string tag) => XElement.Parse(svg).Descendants(Svg + tag).Count();
        foreach (var picture in (ChartPicture[])[Dots, Steps])
        {
            Marks(picture.ToSvg(), "circle").ShouldBe(Marks(picture.Chart.ToSvg(), "circle"));
            Marks(picture.ToStrokes(ChartTheme.Light), "ellipse").ShouldBe(Marks(picture.Chart.ToSvg(), "circle"));
            Marks(picture.ToStrokes(ChartTheme.Light), "line").ShouldBe(Marks(picture.Chart.ToSvg(), "line"));
        }
    }

    [Fact]
    public void The_colours_are_those_of_the_site()
    {
        var css = File.ReadAllText(Path.Combine(TestData.Repository, "src", "Assay.Host", "wwwroot", "site.css"));
        foreach (var tone in Enum.GetValues<ChartTone>())
            css.ShouldContain($"--{tone.ToString().ToLowerInvariant()}: light-dark({ChartStyle.Colour(tone, ChartTheme.Light)}, {ChartStyle.Colour(tone, ChartTheme.Dark)});");
    }

    [Fact]
    public void Text_and_marks_stand_out_from_the_ground_in_both_themes()
    {
        foreach (var theme in Enum.GetValues<ChartTheme>())
        {
            var ground = Light(ChartStyle.Colour(ChartTone.Page, theme));
            foreach (var tone in Enum.GetValues<ChartTone>().Except([ChartTone.Page, ChartTone.Line]))
            {
                var ink = Light(ChartStyle.Colour(tone, theme));
                var contrast = (Math.Max(ink, ground) + 0.05) / (Math.Min(ink, ground) + 0.05);
                contrast.ShouldBeGreaterThanOrEqualTo(tone is ChartTone.Text or ChartTone.Quiet ? 4.5 : 3, $"{tone} in {theme}");
            }
        }
    }

    [Fact]
    public void A_long_label_is_cut_before_its_value_and_stands_whole_in_a_title()
    {
        var name = "A model with a very long name and its configuration, high effort, 32K thinking";
        var svg = XElement.Parse(new DotPlot { Id = "d", Title = "T", Description = "D", Axis = "A", Format = v => "1", Rows = [new(name, 1, "52.35 %")] }.ToSvg());
        var label = svg.Descendants(Svg + "text").First(t => t.Attribute("class")!.Value == "label");
        var shown = label.Nodes().OfType<XText>().Single().Value;
        (shown.Length + "52.35 %".Length).ShouldBeLessThanOrEqualTo(44);
        shown.ShouldEndWith("…");
        label.Element(Svg + "title")!.Value.ShouldBe(name);
    }

    [Fact]
    public void A_title_of_any_length_is_broken_into_lines_within_the_picture()
    {
        var long_ = Dots with { Chart = (DotPlot)Dots.Chart with { Title = string.Join(' ', Enumerable.Repeat("owls", 60)) + new string('x', 300) } };
        var root = XElement.Parse(long_.ToSvg());
        root.Elements(Svg + "text").Where(t => t.Attribute("class")!.Value == "head").Select(t => t.Value.Length).ShouldAllBe(n => n <= 78);
        long_.Height.ShouldBeGreaterThan(Dots.Height);
        Regex.IsMatch(long_.ToStrokes(ChartTheme.Light), "NaN|∞").ShouldBeFalse();
    }

    private static double Light(string colour)
    {
        double Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }
}
