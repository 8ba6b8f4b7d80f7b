namespace Assay.Drawing.Suites.Spatial;

/// <summary>Shapes of which two are named.</summary>
internal sealed class Sides : ItemKind
{
    private static readonly string[] Words = ["to the left of", "to the right of", "above", "below"];

    public override string Id => "sides";

    public override string Tests => "Whether one shape is left of, right of, above or below another; harder among more shapes and by less.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var kinds = dice.Shuffled(Figure.Shapes.SelectMany(s => Palette.Colours[..6].Select(c => (Shape: s, Colour: c.Name))));
        var least = wanted.By(140, 80, 45);
        while (true)
        {
            var figures = Scatter.Place(dice, wanted.By(3, 7, 12), 700, 480, 58, (i, x, y) => new Figure(kinds[i].Shape, kinds[i].Colour, x, y, wanted.By(46.0, 40.0, 34.0)), f => f.Outline, 1);
            var (one, other, word) = (figures[0], figures[1], dice.Below(4));
            var ahead = word switch { 0 => other.X - one.X, 1 => one.X - other.X, 2 => other.Y - one.Y, _ => one.Y - other.Y };
            if (Math.Abs(ahead) < least || ahead > 0 != wanted.Yes) continue;
            var sketch = new Sketch(700, 480, dice.Pick(Palette.Grounds));
            foreach (var figure in figures) figure.DrawOn(sketch);
            return new(sketch, Ask.YesNo(dice, "side", $"{dice.Pick((string[])["Is", "Look at the middles of the shapes. Is"])} the {one.Colour} {one.Shape} {Words[word]} the {other.Colour} {other.Shape}?", wanted.Yes)) { Things = [.. figures.Select(f => f.Outline)], LeastSeen = 1 };
        }
    }
}
