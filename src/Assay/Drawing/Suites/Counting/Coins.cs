namespace Assay.Drawing.Suites.Counting;

/// <summary>Coins of three values on a table.</summary>
internal sealed class Coins : ItemKind
{
    private static readonly (int Value, double Radius, string Metal, string Edge)[] Values = [(1, 34, "#c98a55", "#7d4f28"), (2, 38, "#c5c9cc", "#7c8286"), (5, 42, "#dcbf55", "#8d7524")];

    public override string Id => "coins";

    public override string Tests => "How many coins of one value lie on a table, or what all are worth; harder with more coins that overlap.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (count, seen) = (wanted.By(7, 12, 18), wanted.By(1.0, 0.85, 0.78));
        var coins = Scatter.Place(dice, count, 680, 460, 56, (i, x, y) => (Coin: i < 3 ? Values[i] : dice.Pick(Values), X: x, Y: y), c => Outline.Circle(c.X, c.Y, c.Coin.Radius), seen, wanted.By(0, 0.5, 0.7));
        var sketch = new Sketch(680, 460, dice.Pick(Palette.Woods));
        foreach (var (coin, x, y) in coins)
        {
            sketch.Oval(x + 2, y + 4, coin.Radius, coin.Radius, new("#3b2a16", Opacity: 0.45)).Oval(x, y, coin.Radius, coin.Radius, new(coin.Metal, coin.Edge, 2.5));
            sketch.Turned(dice.Between(-25, 25), x, y, s => s.Text(x, y + 11, $"{coin.Value}", 22, "#2a2318", 0.17, TextPlace.Middle));
        }
        var value = dice.Pick(Values).Value;
        return new(sketch, wanted.Yes
            ? Ask.Number(dice, "one-value", dice.Pick((string[])[$"How many coins show a {value}?", $"Count the coins of value {value}."]), coins.Count(c => c.Coin.Value == value))
            : Ask.Number(dice, "worth", "The figure on a coin is its value. What are all the coins worth together?", coins.Sum(c => c.Coin.Value)))
        { Things = [.. coins.Select(c => Outline.Circle(c.X, c.Y, c.Coin.Radius))], LeastSeen = seen };
    }
}
