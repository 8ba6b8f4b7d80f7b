using Assay.Calls;
using Assay.Drawing;

namespace Assay.Adapters.Images.Samples;

/// <summary>A plate with rows of bolts, of which one is missing and one is not screwed down straight.</summary>
internal static class BoltPlate
{
    private const int Rows = 4, Columns = 6;

    private static readonly (int Row, int Column) Missing = (2, 4), Scratched = (3, 1);

    public static SampleImage Sample { get; } = new()
    {
        Id = "bolts", Title = "A plate with a bolt missing", Description = "A steel plate with four rows of six holes; in one a bolt is missing, and a scratch runs across another place.",
        Tasks = [ModelTask.Ask, ModelTask.Detect, ModelTask.Caption],
        Question = "In which row and column is a bolt missing? Count from the top left, from 1.", Answer = $"row {Missing.Row}, column {Missing.Column}",
    };

    public static Sketch Draw()
    {
        var s = new Sketch(800, 560, "#5b5349");
        s.Box(40, 40, 720, 480, new("#a9afb3", "#767c80", 4), 12);
        for (var y = 56; y < 510; y += 9) s.Line(52, y, 748, y, new(Stroke: "#b9bfc3", Pen: 1.2, Opacity: 0.6));
        for (var row = 1; row <= Rows; row++)
            for (var column = 1; column <= Columns; column++)
                Place(s, 40 + (column - 0.5) * 720 / Columns, 40 + (row - 0.5) * 480 / Rows, (row, column) == Missing, (row * 17 + column * 29) % 60);
        var (x, at) = (40 + (Scratched.Column - 0.5) * 720 / Columns, 40 + (Scratched.Row - 0.5) * 480 / Rows);
        return s.Path($"M{x - 30} {at + 44}L{x + 30} {at + 30}L{x + 92} {at + 46}", Ink.Pencil("#e8ecef", 2.5)).Path($"M{x - 29} {at + 46}L{x + 31} {at + 32}L{x + 93} {at + 48}", Ink.Pencil("#5c6164", 1.5));
    }

    private static void Place(Sketch s, double x, double y, bool missing, double turn)
    {
        s.Oval(x, y, 31, 31, new("#8b9195", "#6c7276", 2));
        if (missing)
        {
            s.Oval(x, y, 18, 18, new("#1d1f20")).Oval(x + 2, y + 2, 13, 13, new("#0c0d0d"));
            return;
        }
        s.Turned(turn, x, y, b => b.Shape(new("#d3d7da", "#585d60", 2.5), [.. Enumerable.Range(0, 6).Select(i => (x + 24 * Math.Cos(i * Math.PI / 3), y + 24 * Math.Sin(i * Math.PI / 3)))]));
        s.Oval(x, y, 12, 12, new("#c1c6c9", "#8a9094", 1.5));
    }
}
