using System.Globalization;
using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A bar chart whose values are read from its scale.</summary>
internal static class BarChart
{
    private const string Heading = "Bicycles counted at the bridge", Unit = "per weekday, average";

    private static readonly (string Day, int Count)[] Bars = [("Mon", 420), ("Tue", 510), ("Wed", 640), ("Thu", 580), ("Fri", 360)];

    private static readonly (string Day, int Count) Highest = Bars.MaxBy(b => b.Count);

    public static SampleImage Sample { get; } = new()
    {
        Id = "chart", Title = "A bar chart", Description = "A bar chart of bicycles on five weekdays, with a scale from 0 to 700 and no numbers on the bars.",
        Tasks = [ModelTask.Ask, ModelTask.Ocr, ModelTask.Caption],
        Question = "On which day were the most bicycles counted, and about how many?", Answer = $"{Highest.Day}, about {Highest.Count}",
        Text = string.Join('\n', [Heading, Unit, .. Enumerable.Range(0, 8).Select(i => (700 - i * 100).ToString(CultureInfo.InvariantCulture)), string.Join(' ', Bars.Select(b => b.Day))]),
    };

    public static Sketch Draw()
    {
        const string ink = "#2a2f36";
        var s = new Sketch(800, 560, "#ffffff");
        s.Text(60, 58, Heading, 22, ink, 0.16).Text(60, 92, Unit, 14, "#5a636e");
        for (var value = 0; value <= 700; value += 100)
            s.Line(110, Y(value), 760, Y(value), Ink.Pencil(value == 0 ? ink : "#d5dae0", value == 0 ? 2.5 : 1.5)).Text(96, Y(value) + 6, value.ToString(CultureInfo.InvariantCulture), 13, ink, place: TextPlace.End);
        for (var i = 0; i < Bars.Length; i++)
        {
            var x = 150 + i * 122;
            s.Box(x, Y(Bars[i].Count), 78, Y(0) - Y(Bars[i].Count), new("#2f7fa8")).Text(x + 39, 536, Bars[i].Day, 16, ink, place: TextPlace.Middle);
        }
        return s;

        static double Y(int value) => 504 - value * 0.54;
    }
}
