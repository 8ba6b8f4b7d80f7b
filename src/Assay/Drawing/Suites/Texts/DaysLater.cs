namespace Assay.Drawing.Suites.Texts;

internal sealed class DaysLater : ItemKind
{
    public override string Id => "days";

    public override string Tests => "The date some days or weeks before or after another; harder over the ends of months, years and February.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var from = wanted.By(MadeUp.Date(dice) is var d ? new DateOnly(d.Year, d.Month, 10) : default, MadeUp.Date(dice), new(dice.Between(2023, 2028), dice.Pick((int[])[1, 2, 12]), dice.Between(20, 28)));
        var days = wanted.By(dice.Between(3, 15), dice.Between(16, 45), dice.Between(40, 120));
        var ahead = wanted.Difficulty is Difficulty.Easy || wanted.Yes;
        var to = from.AddDays(ahead ? days : -days);
        return new(null, Ask.Word(dice, "date", $"Which date is {days} days {(ahead ? "after" : "before")} {MadeUp.Long(from)}?", "the date in the form YYYY-MM-DD", MadeUp.Iso(to)));
    }
}
