using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>The plate of a machine: letters and figures that no sentence helps to guess, a little askew.</summary>
internal static class TypePlate
{
    private const string Maker = "NORTHWICK PUMPS", Serial = "NP4-0B86S1-27Q";

    private static readonly (string Label, string Value)[] Rows = [("MODEL", "CX-350 / 5.5"), ("SERIAL", Serial), ("VOLTS", "400 V 3~"), ("POWER", "5.5 kW"), ("SPEED", "2,890 rpm"), ("YEAR", "2024")];

    public static SampleImage Sample { get; } = new()
    {
        Id = "plate", Title = "A type plate", Description = "The metal plate of a pump with its maker, model, serial number and ratings, slightly turned.",
        Tasks = [ModelTask.Ocr, ModelTask.Ask],
        Question = "What is the serial number on the plate?", Answer = Serial,
        Text = string.Join('\n', [Maker, .. Rows.Select(r => $"{r.Label} {r.Value}")]),
    };

    public static Sketch Draw()
    {
        var sketch = new Sketch(800, 560, "#3d5a55");
        return sketch.Turned(-3, 400, 280, plate =>
        {
            plate.Box(66, 66, 680, 440, new("#22312e", Opacity: 0.6), 18).Box(58, 58, 680, 440, new("#c9cdce", "#8a9092", 3), 18);
            foreach (var (x, y) in ((double, double)[])[(84, 84), (712, 84), (84, 472), (712, 472)]) plate.Oval(x, y, 12, 12, new("#777d80", "#55595b", 2)).Line(x - 7, y - 5, x + 7, y + 5, Ink.Pencil("#44484a", 3));
            plate.Box(116, 84, 564, 62, new("#2b3133"), 6).Text(398, 127, Maker, 27, "#f1f3f3", 0.17, TextPlace.Middle);
            var row = 194.0;
            foreach (var (label, value) in Rows)
            {
                plate.Text(120, row, label, 15, "#3c4244", 0.15).Text(262, row, value, 21, "#16191a", 0.15);
                row += 51;
            }
        });
    }
}
