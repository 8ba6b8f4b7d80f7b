namespace Assay.Drawing.Suites.Texts;

internal sealed class TimeZones : ItemKind
{
    private static readonly int[] Offsets = [-480, -300, -210, -180, 0, 60, 120, 210, 330, 345, 540, 570, 660];

    public override string Id => "zones";

    public override string Tests => "When a flight lands by the clock of another zone, or on which day; harder with half hours and midnight between.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        int[] offsets = [.. Offsets.Where(o => wanted.Difficulty is Difficulty.Hard || o % 60 == 0)];
        var (home, away) = dice.Some(offsets, 2) is var two ? (two[0], two[1]) : default;
        var (towns, day) = (dice.Some(MadeUp.Towns, 2), MadeUp.Date(dice));
        var leaves = wanted.By(dice.Between(96, 156) * 5, dice.Between(72, 264) * 5, dice.Between(20, 280) * 5);
        var takes = wanted.By(dice.Between(2, 5) * 60, dice.Between(8, 40) * 15, dice.Between(60, 190) * 5);
        var lands = day.ToDateTime(TimeOnly.MinValue).AddMinutes(leaves + takes - home + away);
        var told = $"A flight leaves {towns[0]} (UTC{Signed(home)}) on {MadeUp.Iso(day)} at {leaves / 60:00}:{leaves % 60:00} local time and takes {takes / 60} h {takes % 60:00} min to {towns[1]} (UTC{Signed(away)}).";
        return new(null, wanted.Difficulty is Difficulty.Hard
            ? Ask.Word(dice, "lands", $"{told} On which date and at what time, by the clock of {towns[1]}, does it land?", "date and time in the form YYYY-MM-DD HH:MM", $"{lands:yyyy-MM-dd HH:mm}")
            : Ask.Word(dice, "lands", $"{told} At what time, by the clock of {towns[1]}, does it land?", "the time of a 24-hour clock in the form HH:MM", $"{lands:HH:mm}"));
    }

    private static string Signed(int minutes) => $"{(minutes < 0 ? "-" : "+")}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}";
}
