namespace Assay.Drawing.Suites.Texts;

internal sealed class Rates : ItemKind
{
    public override string Id => "rates";

    public override string Tests => "How long a journey or the filling of a tank takes; harder with two parts and a loss.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        if (wanted.Yes)
        {
            var (speed, minutes, rest) = (dice.Between(3, 9) * 12, dice.Between(6, 30) * 5, wanted.By(0, dice.Between(5, 25), dice.Between(5, 25)));
            var (second, more) = wanted.By((0, 0), (0, 0), (dice.Between(2, 8) * 12, dice.Between(3, 12) * 5));
            var then = second == 0 ? "" : $" Then it goes {second * more / 60m:0.#} km at {second} km/h.";
            var stop = rest == 0 ? "" : $" It stops for {rest} minutes.";
            return new(null, Ask.Number(dice, "minutes", $"A bus goes {speed * minutes / 60m:0.#} km at {speed} km/h.{stop}{then} How many minutes pass in all?", minutes + rest + more));
        }
        var (fill, leak, took) = (dice.Between(12, 30), wanted.By(0, dice.Between(2, 5), dice.Between(3, 9)), dice.Between(15, 70));
        var (had, lost) = (wanted.By(0, 0, dice.Between(20, 90)), leak == 0 ? "" : $" and loses {leak} litres a minute by a leak");
        var already = had == 0 ? "An empty tank" : $"A tank that holds {had} litres already";
        return new(null, Ask.Number(dice, "minutes", $"{already} takes in {fill} litres a minute{lost}. After how many minutes does it hold {had + (fill - leak) * took} litres?", took));
    }
}
