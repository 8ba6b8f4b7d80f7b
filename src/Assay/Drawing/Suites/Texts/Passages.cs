namespace Assay.Drawing.Suites.Texts;

internal sealed class Passages : ItemKind
{
    private static readonly string[] Deeds = ["repaired the bridge", "opened a bakery", "bought the mill", "founded the choir", "mapped the marsh", "won the regatta", "planted the orchard"];

    public override string Id => "passage";

    public override string Tests => "A name or a date out of a short passage; harder with more people, and dates that follow from others.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var count = wanted.By(3, 5, 6);
        var (people, deeds, towns) = (dice.Some(MadeUp.People, count), dice.Some(Deeds, count), dice.Some(MadeUp.Towns, count));
        var years = dice.Some([.. Enumerable.Range(1871, 60)], count);
        var asked = dice.Below(count);
        var sentences = Enumerable.Range(0, count).Select(i => wanted.Difficulty is Difficulty.Hard && i == asked && i > 0
            ? $"{people[i]} {deeds[i]} in {towns[i]} {Later(years[i] - years[i - 1])} {people[i - 1]} {deeds[i - 1]}."
            : $"In {years[i]} {people[i]} {deeds[i]} in {towns[i]}.");
        var text = string.Join(' ', sentences);
        return new(null, wanted.Yes
            ? Ask.Number(dice, "year", $"{text}\n\nIn which year was it that {people[asked]} {deeds[asked]}?", years[asked])
            : Ask.Word(dice, "who", $"{text}\n\nWho {deeds[asked]}?", "the full name", people[asked]) with { Scorer = Scorer.Choice([.. people]) });
    }

    private static string Later(int years) => $"{Math.Abs(years)} {(Math.Abs(years) == 1 ? "year" : "years")} {(years > 0 ? "after" : "before")}";
}
