namespace Assay.Drawing.Suites.Texts;

internal sealed class Weekdays : ItemKind
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public override string Id => "weekday";

    public override string Tests => "The weekday of a date by that of another; harder the farther they are apart.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var from = MadeUp.Date(dice);
        var to = from.AddDays(wanted.By(dice.Between(2, 6), dice.Between(8, 30), dice.Between(45, 300)) * (wanted.Yes ? 1 : -1));
        return new(null, Ask.OneOf(dice, "weekday", $"{MadeUp.Long(from)} is a {Name(from)}. On which weekday falls {MadeUp.Long(to)}?", Name(to), Days));
    }

    private static string Name(DateOnly date) => Days[((int)date.DayOfWeek + 6) % 7];
}
