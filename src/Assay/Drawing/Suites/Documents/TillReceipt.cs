namespace Assay.Drawing.Suites.Documents;

/// <summary>A till receipt, the hard ones with the total torn off.</summary>
internal sealed class TillReceipt : ItemKind
{
    private static readonly (string Name, int Least, int Most)[] Goods =
    [
        ("Whole milk 1 l", 95, 180), ("Rye bread", 240, 420), ("Eggs", 180, 390), ("Olive oil", 590, 980), ("Lemons", 60, 210), ("Coffee beans", 480, 890),
        ("Cheddar 200 g", 280, 460), ("Tomatoes", 130, 320), ("Black tea", 190, 410), ("Rice 1 kg", 150, 330), ("Apple juice", 140, 290), ("Soap", 90, 240),
    ];

    public override string Id => "receipt";

    public override string Tests => "The total, the tax or one price of a till receipt; in the hard ones the total is torn off and has to be added up.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var lines = dice.Some(Goods, wanted.By(4, 6, 7)).Select(g => (g.Name, Price: dice.Between(g.Least, g.Most) / 100m)).ToArray();
        var (net, torn) = (lines.Sum(l => l.Price), wanted.Difficulty is Difficulty.Hard);
        var tax = Math.Round(net * dice.Pick((int[])[5, 8, 19]) / 100, 2, MidpointRounding.AwayFromZero);
        var (shop, date) = (dice.Pick(MadeUp.Shops), MadeUp.Date(dice));
        var height = 290 + lines.Length * 40 + (torn ? 0 : 130);
        var picture = Paper.Sheet(wanted, 520, height, s =>
        {
            s.Text(258, 84, shop, 22, Palette.Ink, 0.18, TextPlace.Middle).Text(258, 118, $"Date {MadeUp.Iso(date)}   {dice.Between(8, 19):00}:{dice.Below(60):00}", 14, Palette.Ink, place: TextPlace.Middle);
            Rule(s, 138);
            var y = 176.0;
            foreach (var (name, price) in lines)
            {
                s.Text(70, y, name, 15, Palette.Ink).Text(448, y, MadeUp.Money(price), 15, Palette.Ink, place: TextPlace.End);
                y += 40;
            }
            Rule(s, y - 12);
            if (torn) Torn(s, dice, y + 10, height);
            else Sums(s, y + 22, net, tax);
        });
        if (torn) return new(picture, Ask.Amount(dice, "sum", "The foot of this receipt is torn off. What do the printed prices add up to?", net));
        var asked = dice.Pick(lines);
        return new(picture,
            dice.Coin() ? Ask.Amount(dice, "total", "What is the total to be paid according to the receipt?", net + tax) : Ask.Amount(dice, "tax", "How much tax does the receipt show?", tax),
            Ask.Amount(dice, "price", $"What did \"{asked.Name}\" cost?", asked.Price));
    }

    private static void Rule(Sketch sketch, double y) => sketch.Line(66, y, 452, y, new(Stroke: Palette.Ink, Pen: 2, Dashes: "7 6"));

    private static void Sums(Sketch sketch, double y, decimal net, decimal tax)
    {
        foreach (var (name, amount, size) in ((string, decimal, double)[])[("Subtotal", net, 15), ("Tax", tax, 15), ("TOTAL", net + tax, 21)])
        {
            sketch.Text(70, y, name, size, Palette.Ink, 0.15).Text(448, y, MadeUp.Money(amount), size, Palette.Ink, 0.15, TextPlace.End);
            y += 42;
        }
    }

    /// <summary>The lower edge, ragged: what lies under it is the table.</summary>
    private static void Torn(Sketch sketch, Dice dice, double y, double height)
    {
        var edge = Enumerable.Range(0, 23).Select(i => (30.0 + i * 21, y + dice.Between(0, 16.0))).ToList();
        sketch.Shape(new("#a67c52"), [.. edge, (500, height), (20, height)]);
    }
}
