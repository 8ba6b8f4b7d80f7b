namespace Assay.Drawing.Suites.Counting;

/// <summary>A page of letters of which one is to be counted.</summary>
internal sealed class LetterCount : ItemKind
{
    private static readonly (char Letter, string Alike)[] Sets = [('E', "FLBH"), ('O', "QCDG"), ('M', "NWHK"), ('P', "RBFD"), ('V', "YWAX")];

    public override string Id => "letters";

    public override string Tests => "How often a letter stands in a grid of letters that look like it; harder with more letters.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (columns, rows) = wanted.By((6, 4), (9, 6), (13, 9));
        var (letter, alike) = dice.Pick(Sets);
        var count = dice.Between(columns * rows / 7, columns * rows / 4);
        var letters = dice.Shuffled(Enumerable.Range(0, columns * rows).Select(i => i < count ? letter : alike[dice.Below(alike.Length)]));
        var (step, size) = (wanted.By(70.0, 58.0, 48.0), wanted.By(26.0, 22.0, 18.0));
        var sketch = new Sketch((int)(columns * step) + 60, (int)(rows * step) + 60, "#fbfaf4");
        for (var i = 0; i < letters.Length; i++)
        {
            var (x, y) = (30 + (i % columns + 0.5) * step, 30 + (i / columns + 0.5) * step + size / 2);
            sketch.Text(x, y, $"{letters[i]}", size, wanted.By(Palette.Ink, Palette.Ink, dice.Pick((string[])[Palette.Ink, "#a3262a", "#2350a0"])), 0.15, TextPlace.Middle);
        }
        return new(sketch, Ask.Number(dice, "count", dice.Pick((string[])[$"How many times does the letter {letter} stand in the picture?", $"Count the letters {letter}."]), count));
    }
}
