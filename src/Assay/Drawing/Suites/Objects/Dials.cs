namespace Assay.Drawing.Suites.Objects;

/// <summary>A round gauge with a needle.</summary>
internal sealed class Dials : ItemKind
{
    private const double Middle = 230;

    private static readonly string[] Units = ["bar", "kPa", "V", "rpm x100", "l/min"];

    public override string Id => "gauge";

    public override string Tests => "What a gauge shows, to half a small mark; harder with larger scales and fewer figures.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (marks, each) = (wanted.By(10, 20, 40), wanted.By(1, 5, 2));
        var (reading, named) = (dice.Between(2, marks - 2), wanted.By(1, 4, 10));
        var sketch = new Sketch(460, 460, dice.Pick(Palette.Metals)).Brushed(0, 4, 460, 460, "#c9ced1", 8).Oval(Middle + 4, Middle + 6, 204, 204, new("#5c6063", Opacity: 0.5)).Oval(Middle, Middle, 200, 200, new("#33383d")).Oval(Middle, Middle, 182, 182, new("#fbfbf6"));
        for (var mark = 0; mark <= marks; mark++)
        {
            var large = mark % named == 0;
            var ((x1, y1), (x2, y2)) = (At(mark, large ? 144 : 154), At(mark, 170));
            sketch.Line(x1, y1, x2, y2, Ink.Pencil("#22262a", large ? 4 : 2));
            var (x, y) = At(mark, 118);
            if (large) sketch.Text(x, y + 8, $"{mark * each}", 16, "#22262a", 0.15, TextPlace.Middle);
        }
        sketch.Text(Middle, 342, dice.Pick(Units), 16, "#4a4f55", 0.14, TextPlace.Middle);
        var (tip, (leftX, leftY), (rightX, rightY)) = (At(reading, 156), Polar.At(Middle, Middle, 9, Angle(reading) - 90), Polar.At(Middle, Middle, 9, Angle(reading) + 90));
        sketch.Shape(new("#c2281f", "#7a140e", 1.5), tip, (leftX, leftY), (rightX, rightY)).Oval(Middle, Middle, 15, 15, new("#22262a"));
        return new(sketch, new Question("reading", $"{dice.Pick((string[])["What does the gauge read?", "To which value does the needle point?"])} Answer with the number only, without its unit.", Scorer.Within(each / 2.0), $"{reading * each}"));

        double Angle(double mark) => 135 + 270 * mark / marks;
        (double X, double Y) At(double mark, double radius) => Polar.At(Middle, Middle, radius, Angle(mark));
    }
}
