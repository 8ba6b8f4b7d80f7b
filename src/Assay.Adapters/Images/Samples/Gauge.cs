using System.Globalization;
using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A round gauge with a needle.</summary>
internal static class Gauge
{
    private const double Reading = 6.5, Most = 10, From = 135, Sweep = 270;

    public static SampleImage Sample { get; } = new()
    {
        Id = "gauge", Title = "A pressure gauge", Description = "A round gauge in bar from 0 to 10, with a red zone from 8, and a needle between 6 and 7.",
        Tasks = [ModelTask.Ask, ModelTask.Ocr, ModelTask.Caption],
        Question = "What pressure does the gauge show?", Answer = $"{Reading.ToString(CultureInfo.InvariantCulture)} bar",
    };

    public static Sketch Draw()
    {
        const double x = 280, y = 280;
        var s = new Sketch(560, 560, "#d8d2c4");
        s.Oval(x + 6, y + 8, 248, 248, new("#7d776b", Opacity: 0.5)).Oval(x, y, 246, 246, new("#4a4f55")).Oval(x, y, 222, 222, new("#fbfbf8"));
        var ((fromX, fromY), (toX, toY)) = (At(8, 192), At(Most, 192));
        s.Path(FormattableString.Invariant($"M{fromX:0.##} {fromY:0.##}A192 192 0 0 1 {toX:0.##} {toY:0.##}"), Ink.Pencil("#cf3a32", 14));
        for (var tick = 0; tick <= Most * 10; tick += 5)
        {
            var whole = tick % 10 == 0;
            var ((x1, y1), (x2, y2)) = (At(tick / 10.0, whole ? 176 : 188), At(tick / 10.0, 206));
            s.Line(x1, y1, x2, y2, Ink.Pencil("#22262a", whole ? 4 : 2));
            var (wordX, wordY) = At(tick / 10.0, 148);
            if (whole) s.Text(wordX, wordY + 9, (tick / 10).ToString(CultureInfo.InvariantCulture), 19, "#22262a", 0.15, TextPlace.Middle);
        }
        s.Text(x, 396, "bar", 20, "#22262a", 0.14, TextPlace.Middle);
        var ((tipX, tipY), (tailX, tailY)) = (At(Reading, 170), At(Reading, -44));
        return s.Line(tailX, tailY, tipX, tipY, Ink.Pencil("#15181b", 7)).Oval(x, y, 17, 17, new("#15181b"));

        static (double X, double Y) At(double value, double radius)
        {
            var angle = (From + Sweep * value / Most) * Math.PI / 180;
            return (x + radius * Math.Cos(angle), y + radius * Math.Sin(angle));
        }
    }
}
