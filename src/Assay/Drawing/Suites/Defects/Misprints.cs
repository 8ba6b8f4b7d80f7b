namespace Assay.Drawing.Suites.Defects;

/// <summary>Boxes on shelves that bear the same label, but for one.</summary>
internal sealed class Misprints : ItemKind
{
    private static readonly string[] Labels = ["NORTHWICK", "HAZELMOOR", "SUNDERLEY", "BRAMBLE CO", "FERNHOLLOW", "OAKMERE"];

    public override string Id => "labels";

    public override string Tests => "Which of many boxes bears a misprinted label, by row and column; harder with more boxes and letters that only changed places.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (columns, rows) = wanted.By((3, 2), (4, 3), (5, 5));
        var (wide, tall) = (700.0 / columns, 460.0 / rows);
        var sketch = new Sketch(760, 520, "#cbb79a");
        var (right, size) = (dice.Pick(Labels), wanted.By(16.0, 13.0, 10.5));
        var (wrong, at) = (Misprinted(dice, right, wanted.Difficulty), dice.Below(columns * rows));
        var colour = dice.Pick((string[])["#2f5f8a", "#8a2f3f", "#3a6b3a"]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (x, y) = (30 + column * wide, 24 + row * tall);
                var label = row * columns + column == at ? wrong : right;
                sketch.Box(x + 8, y + 6, wide - 16, tall - 18, new("#e7d8ba", "#7f6a48", 2), 4).Box(x + 8, y + tall * 0.3, wide - 16, size * 2.2, new(colour));
                sketch.Text(x + wide / 2, y + tall * 0.3 + size * 1.6, label, size, "#ffffff", 0.16, TextPlace.Middle).Line(x + wide / 2, y + 6, x + wide / 2, y + tall * 0.22, Ink.Pencil("#b79f74", 4));
            }
            sketch.Box(20, 24 + (row + 1) * tall - 12, 720, 8, new("#6f5a3c"));
        }
        return new(sketch, Ask.Word(dice, "where", dice.Pick((string[])["The boxes should all bear the same label, but one is misprinted. Where does it stand?", "One box has a label that is spelled unlike all others. Find it."]),
            "its place as R and C with the row from the top and the column from the left, in the manner of R9C9", $"R{at / columns + 1}C{at % columns + 1}"));
    }

    private static string Misprinted(Dice dice, string word, Difficulty difficulty)
    {
        int[] places = [.. Enumerable.Range(1, word.Length - 3).Where(i => word[i] != word[i + 1] && word[i] != ' ' && word[i + 1] != ' ')];
        var at = dice.Pick(places);
        return difficulty switch
        {
            Difficulty.Easy => word.Remove(at, 2),
            Difficulty.Medium => word[..at] + dice.Pick([.. "XKZWJ".Where(c => !word.Contains(c))]) + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
