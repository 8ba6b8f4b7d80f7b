using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Assay.Charts;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Assay.Tests.Charts;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_dot_plot_is_as_approved() => Golden.Check("charts/dots.svg", Dots(
        [new("Owl 7B, high effort", 52, "52 %", 45.5m, 58.4m), new("Heron <1> & \"co\"", 49.8m, "49.8 %"), new("Wren", 3, "3 %", 1, 9)]).Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Fact]
    public void A_scatter_plot_with_a_front_is_as_approved() => Golden.Check("charts/scatter.svg", Scatter(
        [new("Owl", 12, 40, "Owl: 40 at $12", true), new("Heron", 900, 71, "Heron: 71 at $900", true), new("Wren", 950, 70, "Wren: 70 at $950", false), new("Lark", 20_000, 55, "Lark: 55 at $20,000", false)])
        .Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Fact]
    public void A_step_plot_of_two_histories_is_as_approved() => Golden.Check("charts/steps.svg", Steps(
        new("Input", [new(new(2024, 5, 13), 5), new(new(2024, 8, 6), 2.5m)]), new("Output", [new(new(2024, 5, 13), 15), new(new(2024, 8, 6), 10), new(new(2025, 3, 1), null), new(new(2025, 6, 1), 8)]))
        .Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    public static TheoryData<string, string> Awkward => new()
    {
        { "one point", Dots([new("Owl", 5, "5")]) },
        { "equal values", Dots([new("Owl", 5, "5"), new("Wren", 5, "5", 5, 5)]) },
        { "zero alone", Dots([new("Owl", 0, "0")]) },
        { "negative", Dots([new("Owl", -12, "-12", -20, -3), new("Wren", 4, "4")]) },
        { "a huge range", Dots([new("Owl", 0.000001m, "0"), new("Wren", 999_999_999_999m, "much")]) },
        { "one point of a scatter", Scatter([new("Owl", 0.05m, 5, "Owl", true)]) },
        { "twenty decades", Scatter([new("Owl", 0.0000000001m, 5, "Owl", true), new("Wren", 10_000_000_000m, -5, "Wren", true)]) },
        { "many on one spot", Scatter([.. Enumerable.Range(0, 40).Select(i => new ScatterPoint($"A model with a long name {i}", 10, 5, "x", false))]) },
        { "one day", Steps(new StepSeries("Price", [new(new(2026, 7, 2), 1)])) },
        { "nothing known", Steps(new StepSeries("Price", [new(new(2026, 7, 1), null)])) },
        { "a century", Steps(new StepSeries("Price", [new(new(1926, 7, 1), 5), new(new(2020, 1, 1), 0)])) },
    };

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Awkward_data_gives_a_whole_picture(string what, string svg) => IsWhole(svg).ShouldBeTrue(what);

    [Fact]
    public void Any_values_give_a_whole_picture() => Prop.ForAll<NonEmptyArray<decimal>>(values =>
    {
        var bounded = values.Get.Select(v => v % 1_000_000_000_000m).ToArray();
        return IsWhole(Dots([.. bounded.Select((v, i) => new DotRow($"Row {i}", v, "v", v - 1, v + 1))]))
            && IsWhole(Scatter([.. bounded.Select((v, i) => new ScatterPoint($"P{i}", Math.Abs(v) + 0.01m, v, "p", i % 2 == 0))]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ticks_are_even_round_and_around_the_data() => Prop.ForAll<NonEmptyArray<decimal>>(values =>
    {
        var bounded = values.Get.Select(v => v % 1_000_000m).ToArray();
        var ticks = Scale.Linear(bounded).Ticks;
        return ticks.Count is >= 2 and <= 12 && ticks[0] <= bounded.Min() && ticks[^1] >= bounded.Max() && ticks.Zip(ticks.Skip(1), (a, b) => b - a).Distinct().Count() == 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Labels_stand_on_no_other_label_from_the_narrowest_chart_on() => Prop.ForAll<NonEmptyArray<(PositiveInt X, int Y)>>(points =>
    {
        var all = points.Get.Take(30).Select((p, i) => new ScatterPoint($"Model {i}", p.X.Get, p.Y % 50, "", false)).ToArray();
        var svg = XElement.Parse(Scatter(all));
        return ((int[])[320, 500, 640, 1000]).All(width =>
        {
            var boxes = svg.Descendants(Svg + "text").Where(t => Has(t, "label") && (width >= 640 || !Has(t, "wide-only"))).Select(t => Box(t, width)).ToArray();
            return boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (a, b))).All(p => !Meets(p.a, p.b));
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_price_of_zero_has_no_place_on_a_logarithmic_axis() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Scale.Logarithmic([0, 5])).Message.ShouldContain("no place for 0 or less");

    [Fact]
    public void An_empty_chart_is_refused() => Should.Throw<ArgumentException>(() => Dots([])).Message.ShouldContain("show a sentence in place of an empty chart");

    [Fact]
    public void A_long_title_of_an_axis_is_broken_where_its_meaning_breaks_and_nothing_of_it_is_cut()
    {
        const string title = "Accuracy on the items that were answered, over all categories of the suite (more is better)";
        var dots = new DotPlot { Id = "d", Title = "T", Description = "D", Rows = [new("Owl", 1, "1")], Axis = title, Format = Plain };
        string[] Lines(Chart chart) => [.. XElement.Parse(chart.ToSvg()).Elements(Svg + "text").Where(t => t.Attribute("class")!.Value == "axis").Select(t => t.Value)];
        Lines(dots).ShouldBe(["Accuracy on the items that were answered,", "over all categories of the suite", "(more is better)"]);
        foreach (var chart in (Chart[])[dots, Points with { UprightAxis = title, AcrossAxis = title }, new StepPlot { Id = "h", Title = "T", Description = "D", Series = [new("A", [new(new(2026, 1, 1), 1)])], Until = new(2026, 7, 2), Axis = title, Format = Plain }])
        {
            var root = XElement.Parse(chart.ToSvg());
            var height = double.Parse(root.Attribute("height")!.Value, CultureInfo.InvariantCulture);
            var axes = root.Elements(Svg + "text").Where(t => t.Attribute("class")!.Value == "axis").ToArray();
            axes.ShouldAllBe(t => t.Value.Length <= 52);
            axes.Select(t => double.Parse(t.Attribute("y")!.Value, CultureInfo.InvariantCulture)).ShouldAllBe(y => y > 9 && y <= height);
        }
    }

    [Fact]
    public void A_model_of_a_comparison_has_the_shape_of_its_place_and_its_line_and_dot_are_of_one_colour()
    {
        var svg = XElement.Parse(Dots([new("Owl", 5, "5", 5, 90, Place: 0), new("Wren", 7, "7", 7, 9, Place: 2)]));
        svg.Descendants(Svg + "svg").Select(m => m.Attribute("class")!.Value).ShouldBe(["dot s0", "dot s2"]);
        svg.Descendants(Svg + "line").Count(l => l.Attribute("class")!.Value == "whisker s2").ShouldBe(3);
        svg.Descendants(Svg + "svg").Select(m => m.Descendants().Last().Name.LocalName).ShouldBe(["circle", "path"]);
    }

    [Fact]
    public void Bills_over_powers_of_ten_are_told_apart_on_a_logarithmic_axis()
    {
        DotPlot plot = new() { Id = "d", Title = "T", Description = "D", Rows = [new("Owl", 5, "5"), new("Wren", 50, "50"), new("Lark", 50_000, "50K")], Axis = "USD", Format = Plain };
        double[] At(DotPlot p) => [.. XElement.Parse(p.ToSvg()).Descendants(Svg + "circle").Select(c => double.Parse(c.Attribute("cx")!.Value.TrimEnd('%'), CultureInfo.InvariantCulture))];
        (At(plot)[1] - At(plot)[0]).ShouldBeLessThan(1);
        (At(plot with { IsLogarithmic = true }) is [var a, var b, _] ? b - a : 0).ShouldBeGreaterThan(15);
        Should.Throw<ArgumentOutOfRangeException>(() => (plot with { IsLogarithmic = true, Rows = [new("Owl", 0, "0")] }).ToSvg());
    }

    [Fact]
    public void A_seventh_series_is_refused() => Should.Throw<InvalidOperationException>(() => Steps([.. Enumerable.Range(0, 7).Select(i => new StepSeries($"{i}", [new(new(2026, 1, 1), i)]))]));

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Dots(IReadOnlyList<DotRow> rows) => new DotPlot { Id = "d", Title = "Scores", Description = "What it shows.", Rows = rows, Axis = "Score", Format = Plain }.ToSvg();

    private static ScatterPlot Points => new()
    {
        Id = "s", Title = "Score for cost", Description = "What it shows.", Points = [new("Owl", 12, 40, "Owl", true)], AcrossAxis = "Cost", FormatAcross = Plain, UprightAxis = "Score", FormatUpright = Plain,
    };

    private static string Scatter(IReadOnlyList<ScatterPoint> points) => (Points with { Points = points }).ToSvg();

    private static string Steps(params StepSeries[] series) => new StepPlot { Id = "h", Title = "Prices", Description = "What it shows.", Series = series, Until = new(2026, 7, 2), Axis = "USD", Format = Plain }.ToSvg();

    /// <summary>Well-formed, named for those who hear it, every number finite and every place within the picture.</summary>
    private static bool IsWhole(string svg)
    {
        var root = XElement.Parse(svg);
        return root.Attribute("role")!.Value == "img" && root.Element(Svg + "title")!.Value.Length > 0 && root.Element(Svg + "desc")!.Value.Length > 0
            && !Regex.IsMatch(svg, "NaN|Infinity|∞")
            && root.Descendants().Attributes().Where(a => a.Value.EndsWith('%') && a.Name.LocalName is "x" or "x1" or "x2" or "cx")
                .All(a => double.Parse(a.Value.TrimEnd('%'), CultureInfo.InvariantCulture) is >= 0 and <= 100);
    }

    private static bool Has(XElement element, string css) => element.Attribute("class")!.Value.Split(' ').Contains(css);

    private static (double Left, double Right, double Top, double Bottom) Box(XElement text, int width)
    {
        double Number(string name) => double.Parse(text.Attribute(name)?.Value.TrimEnd('%') ?? "0", CultureInfo.InvariantCulture);
        var (x, y, length) = (Number("x") / 100 * width + Number("dx"), Number("y"), text.Value.Length * 6.4);
        var left = text.Attribute("text-anchor")?.Value switch { "end" => x - length, "middle" => x - length / 2, _ => x };
        // A hair narrower than placed: what is written is rounded.
        return (left + 0.1, left + length - 0.1, y - 10.9, y + 2.9);
    }

    private static bool Meets((double Left, double Right, double Top, double Bottom) a, (double Left, double Right, double Top, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
