namespace Assay.Drawing.Suites.Counting;

/// <summary>Thrown dice, seen from above.</summary>
internal sealed class DiceFaces : ItemKind
{
    private static readonly (int X, int Y)[][] Pips =
        [[(0, 0)], [(-1, -1), (1, 1)], [(-1, -1), (0, 0), (1, 1)], [(-1, -1), (1, -1), (-1, 1), (1, 1)], [(-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)], [(-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)]];

    public override string Id => "dice";

    public override string Tests => "How many pips all dice show together, or how many dice show one face; harder with more dice, turned, in colours.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var turned = wanted.By(0, 25, 44);
        var thrown = Scatter.Place(dice, wanted.By(3, 6, 10), 640, 440, 70, (_, x, y) => (Face: dice.Between(1, 6), X: x, Y: y, Turned: (double)dice.Between(-turned, turned), Red: wanted.Difficulty is Difficulty.Hard && dice.Coin()), d => Outline.Box(d.X, d.Y, 84, 84, d.Turned), 1);
        var sketch = new Sketch(640, 440, dice.Pick((string[])["#2f6b4f", "#7a3138", "#35507a"]));
        foreach (var (face, x, y, angle, red) in thrown)
        {
            sketch.Turned(angle, x, y, s =>
            {
                s.Box(x - 38, y - 36, 84, 84, new("#101214", Opacity: 0.35), 14).Box(x - 42, y - 42, 84, 84, new(red ? "#d9b23a" : "#f7f4ec", "#8b8577", 2), 14);
                foreach (var (across, down) in Pips[face - 1]) s.Oval(x + across * 23, y + down * 23, 8.5, 8.5, new("#22252a"));
            });
        }
        var asked = dice.Pick(thrown).Face;
        return new(sketch, wanted.Yes
            ? Ask.Number(dice, "sum", dice.Pick((string[])["How many dots do all dice show together?", "What is the sum of the dice?"]), thrown.Sum(d => d.Face))
            : Ask.Number(dice, "face", $"How many of the dice show the face with {((string[])["one dot", "two dots", "three dots", "four dots", "five dots", "six dots"])[asked - 1]}?", thrown.Count(d => d.Face == asked)))
        { Things = [.. thrown.Select(d => Outline.Box(d.X, d.Y, 84, 84, d.Turned))], LeastSeen = 1 };
    }
}
