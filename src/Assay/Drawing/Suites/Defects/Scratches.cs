namespace Assay.Drawing.Suites.Defects;

/// <summary>A brushed panel with zones, in one of which is a scratch.</summary>
internal sealed class Scratches : ItemKind
{
    private const double Left = 70, Top = 60, Wide = 200, Tall = 130;

    public override string Id => "panel";

    public override string Tests => "In which of nine zones a panel is scratched; harder with shorter, fainter scratches among dust and fingerprints.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var sketch = new Sketch(700, 480, "#e5e2da").Box(Left, Top, Wide * 3, Tall * 3, new(dice.Pick(Palette.Metals), "#5e6468", 3)).Brushed(Left + 4, Top + 6, Left + Wide * 3 - 4, Top + Tall * 3 - 4, "#d0d5d8", 6);
        for (var i = 0; i < 3; i++)
        {
            sketch.Text(Left + (i + 0.5) * Wide, 42, $"{"ABC"[i]}", 20, Palette.Ink, 0.15, TextPlace.Middle).Text(36, Top + (i + 0.5) * Tall + 10, $"{i + 1}", 20, Palette.Ink, 0.15, TextPlace.Middle);
            if (i == 0) continue;
            sketch.Line(Left + i * Wide, Top, Left + i * Wide, Top + Tall * 3, new(Stroke: "#4b5054", Pen: 1.5, Dashes: "6 6")).Line(Left, Top + i * Tall, Left + Wide * 3, Top + i * Tall, new(Stroke: "#4b5054", Pen: 1.5, Dashes: "6 6"));
        }
        for (var i = 0; i < wanted.By(0, 4, 8); i++) Fingerprint(sketch, dice.Between(Left + 40, Left + Wide * 3 - 40), dice.Between(Top + 30, Top + Tall * 3 - 30));
        for (var i = 0; i < wanted.By(0, 25, 60); i++) sketch.Oval(dice.Between(Left + 8, Left + Wide * 3 - 8), dice.Between(Top + 8, Top + Tall * 3 - 8), 1.6, 1.6, new("#4e5356", Opacity: 0.7));
        var (column, row) = (dice.Below(3), dice.Below(3));
        Scratch(sketch, dice, Left + (column + 0.5) * Wide, Top + (row + 0.5) * Tall, wanted.By(70.0, 50.0, 34.0), wanted.By(5.0, 4.0, 3.2));
        return new(sketch, Ask.Word(dice, "zone", dice.Pick((string[])["In which zone of the panel is the scratch?", "The panel is scratched in one place. Name the zone."]), "the letter of the column and the number of the row, written together", $"{"ABC"[column]}{row + 1}"));
    }

    private static void Scratch(Sketch sketch, Dice dice, double x, double y, double half, double pen)
    {
        var (turned, bend) = (dice.Between(15, 60) * (dice.Coin() ? 1 : -1), dice.Between(-12.0, 12.0));
        var ((x1, y1), (x2, y2)) = (Polar.At(x, y, half, turned), Polar.At(x, y, half, turned + 180));
        sketch.Path($"M{x1} {y1}Q{x + bend} {y - bend} {x2} {y2}", Ink.Pencil("#3d4245", pen)).Path($"M{x1 + 2} {y1 + 2}Q{x + bend + 2} {y - bend + 2} {x2 + 2} {y2 + 2}", Ink.Pencil("#f4f7f8", pen * 0.7));
    }

    private static void Fingerprint(Sketch sketch, double x, double y)
    {
        for (var ring = 5.0; ring < 22; ring += 4) sketch.Oval(x, y, ring * 0.75, ring, new("none", "#70777b", 1.2, Opacity: 0.5));
    }
}
