using System.Globalization;
using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A wall clock: of what classifiers of photographs have learnt, the thing that a drawing shows best.</summary>
internal static class Clock
{
    private const int Hour = 4, Minute = 35;
    private const double X = 280, Y = 280;

    public static SampleImage Sample { get; } = new()
    {
        Id = "clock", Title = "A wall clock", Description = "A round wall clock with twelve numbers and two hands on a plain wall.",
        Tasks = [ModelTask.Classify, ModelTask.Ask, ModelTask.Caption],
        Question = "What time does the clock show?", Answer = string.Create(CultureInfo.InvariantCulture, $"{Hour}:{Minute:00}"),
    };

    public static Sketch Draw()
    {
        const string ink = "#1c1e22";
        var s = new Sketch(560, 560, "#cbd3d2");
        s.Oval(X + 8, Y + 12, 236, 236, new("#6d7473", Opacity: 0.45)).Oval(X, Y, 234, 234, new("#2b2d30")).Oval(X, Y, 222, 222, new("#4c4f54")).Oval(X, Y, 210, 210, new("#fcfcf7"));
        for (var minute = 0; minute < 60; minute++)
        {
            var ((x1, y1), (x2, y2)) = (At(minute, minute % 5 == 0 ? 184 : 194), At(minute, 203));
            s.Line(x1, y1, x2, y2, Ink.Pencil(ink, minute % 5 == 0 ? 5 : 2));
        }
        for (var hour = 1; hour <= 12; hour++)
        {
            var (x, y) = At(hour * 5, 154);
            s.Text(x, y + 14, hour.ToString(CultureInfo.InvariantCulture), 28, ink, 0.17, TextPlace.Middle);
        }
        Hand(s, (Hour + Minute / 60.0) * 5, 104, 13, ink);
        Hand(s, Minute, 160, 9, ink);
        return s.Oval(X, Y, 13, 13, new(ink)).Oval(X, Y, 4, 4, new("#8d9296"));
    }

    private static void Hand(Sketch s, double minute, double length, double pen, string ink)
    {
        var ((tipX, tipY), (tailX, tailY)) = (At(minute, length), At(minute, -34));
        s.Line(tailX, tailY, tipX, tipY, Ink.Pencil(ink, pen));
    }

    /// <summary>A place on the face; minute 0 is at the top.</summary>
    private static (double X, double Y) At(double minute, double radius)
    {
        var angle = (minute / 60 - 0.25) * 2 * Math.PI;
        return (X + radius * Math.Cos(angle), Y + radius * Math.Sin(angle));
    }
}
