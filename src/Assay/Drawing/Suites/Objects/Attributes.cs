namespace Assay.Drawing.Suites.Objects;

/// <summary>Shapes with colours and patterns, of which each pair of two traits occurs once.</summary>
internal sealed class Attributes : ItemKind
{
    public override string Id => "traits";

    public override string Tests => "Colour, shape or pattern of the one thing that two other traits name; harder with more things that share one of the two.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (shapes, colours, patterns) = (dice.Some(Figure.Shapes, wanted.By(3, 4, 5)), dice.Some([.. Palette.Colours[..6].Select(c => c.Name)], wanted.By(3, 4, 5)), Figure.Patterns);
        // One is asked for; of the others none shares two of its traits in the pair that the question names.
        var (shape, colour, pattern) = (shapes[0], colours[0], dice.Pick(patterns));
        var count = wanted.By(5, 9, 14);
        var figures = Scatter.Place(dice, count, 720, 500, 62, (i, x, y) =>
        {
            var other = i == 0 ? (Shape: shape, Colour: colour, Pattern: pattern) : Other(dice, shapes, colours, patterns, shape, colour, pattern);
            return new Figure(other.Shape, other.Colour, x, y, wanted.By(50.0, 44.0, 38.0), 0, other.Pattern);
        }, f => f.Outline, 1);
        var sketch = new Sketch(720, 500, dice.Pick(Palette.Grounds));
        foreach (var figure in dice.Shuffled(figures)) figure.DrawOn(sketch);
        string[] allColours = [.. colours.Order(StringComparer.Ordinal)], allShapes = [.. shapes.Order(StringComparer.Ordinal)];
        return new(sketch,
            Ask.OneOf(dice, "colour", $"What colour is the {pattern} {shape}?", colour, allColours),
            wanted.Yes ? Ask.OneOf(dice, "shape", $"Which shape is {pattern} and {colour}?", shape, allShapes) : Ask.OneOf(dice, "pattern", $"There is one {colour} {shape}. Is it plain, striped or dotted?", pattern, patterns))
        { Things = [.. figures.Select(f => f.Outline)], LeastSeen = 1 };
    }

    private static (string Shape, string Colour, string Pattern) Other(Dice dice, string[] shapes, string[] colours, string[] patterns, string shape, string colour, string pattern)
    {
        while (true)
        {
            var (s, c, p) = (dice.Pick(shapes), dice.Pick(colours), dice.Pick(patterns));
            if ((s == shape ? 1 : 0) + (c == colour ? 1 : 0) + (p == pattern ? 1 : 0) <= 1) return (s, c, p);
        }
    }
}
