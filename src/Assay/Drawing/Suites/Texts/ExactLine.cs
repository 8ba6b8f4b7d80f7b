namespace Assay.Drawing.Suites.Texts;

internal sealed class ExactLine : ItemKind
{
    public override string Id => "line";

    public override string Tests => "A line in a prescribed form, with nothing around it; harder with more parts.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (town, count, day) = (dice.Pick(MadeUp.Towns), dice.Between(2, 48), MadeUp.Date(dice));
        var (form, pattern) = wanted.By(
            ("PLACE=<place>", $"PLACE={town}"),
            ("PLACE=<place>;COUNT=<number of three digits, zeros in front>", $"PLACE={town};COUNT={count:000}"),
            ("PLACE=<place in capital letters>;COUNT=<number of three digits, zeros in front>;DAY=<DD.MM.YYYY>", $"PLACE={town.ToUpperInvariant()};COUNT={count:000};DAY={day.Day:00}\\.{day.Month:00}\\.{day.Year}"));
        return new(null, new Question("line", $"On {MadeUp.Long(day)}, {count} parcels were left in {town}. Write that as one line of exactly this form, without blanks around the signs and with nothing before or after it: {form}", Scorer.Regex, $"^{pattern}$"));
    }
}
