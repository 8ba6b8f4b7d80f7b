using Assay.Units;

namespace Assay.Drawing.Suites.Texts;

internal sealed class Purchases : ItemKind
{
    private static readonly string[] Goods = ["notebooks", "pens", "folders", "stamps", "rulers", "envelopes", "pencils"];

    public override string Id => "purchases";

    public override string Tests => "What is given back after a purchase; harder with more goods and a discount.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var bought = dice.Some(Goods, wanted.By(1, 2, 3)).Select(g => (Name: g, Count: dice.Between(2, 9), Cents: dice.Between(8, 60) * 5)).ToArray();
        var sum = bought.Sum(b => b.Count * b.Cents);
        // Prices are multiples of five cents, so a fifth of them is whole cents.
        var off = wanted.By(0, 0, 20);
        var paid = sum - sum * off / 100;
        var note = ((int[])[2000, 5000, 10_000]).First(n => n > paid);
        var list = Words.List([.. bought.Select(b => $"{b.Count} {b.Name} at ${b.Cents / 100m:0.00} each")]);
        var discount = off == 0 ? "" : $" The shop takes {off} % off the whole.";
        return new(null, Ask.Amount(dice, "change", $"{dice.Pick(MadeUp.People)} buys {list}.{discount} How many dollars come back from a note of ${note / 100}?", (note - paid) / 100m));
    }
}
