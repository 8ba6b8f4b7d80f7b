using Assay.Units;

namespace Assay.Drawing.Suites.Texts;

internal sealed class Lengths : ItemKind
{
    public override string Id => "lengths";

    public override string Tests => "Adding and taking away lengths and weights in different units; harder with more of them.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        if (wanted.Yes)
        {
            var (whole, pieces, each) = (dice.Between(30, 60), dice.Between(2, wanted.By(3, 5, 7)), dice.Between(21, 38));
            var (saw, lost) = wanted.By(("", 0), ("", 0), (" Each cut also loses 5 mm.", pieces * 5));
            return new(null, new Question("rest", $"From a board of {whole / 10m:0.0} m, {pieces} pieces of {each} cm each are cut off.{saw} What length is left, in millimetres? Answer with the number and the unit mm.", Scorer.Unit("mm"), $"{whole * 100 - pieces * each * 10 - lost}"));
        }
        var boxes = Enumerable.Range(0, wanted.By(2, 3, 4)).Select(_ => (Count: dice.Between(2, 6), Grams: dice.Between(11, 89) * 10)).ToArray();
        var crate = dice.Between(11, 29);
        return new(null, new Question("weight", $"A crate of {crate / 10m:0.0} kg holds {Words.List([.. boxes.Select(b => $"{b.Count} tins of {b.Grams} g")])}. What does it all weigh, in kilograms? Answer with the number and the unit kg.", Scorer.Unit("kg"), $"{(crate * 100 + boxes.Sum(b => b.Count * b.Grams)) / 1000m:0.###}"));
    }
}
