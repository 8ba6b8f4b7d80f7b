namespace Assay.Drawing.Suites.Texts;

internal sealed class Rankings : ItemKind
{
    public override string Id => "ranking";

    public override string Tests => "Who stands at a place of an order that follows from comparisons or figures; harder with more people.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var people = dice.Some(MadeUp.People.Select(p => p.Split(' ')[0]).ToArray(), wanted.By(3, 5, 7));
        // In the order of age: what is told are neighbours only, so there is but one order.
        var told = dice.Shuffled(Enumerable.Range(0, people.Length - 1)).Select(i => dice.Coin() ? $"{people[i]} is older than {people[i + 1]}." : $"{people[i + 1]} is younger than {people[i]}.");
        var at = dice.Below(people.Length);
        var (place, oldest) = (at + 1, dice.Coin());
        var counted = oldest ? place : people.Length - at;
        return new(null, Ask.OneOf(dice, "place", $"{string.Join(' ', told)}\n\nPut all {people.Length} in order, the {(oldest ? "oldest" : "youngest")} first. Who comes as number {counted}?", people[at], [.. people.Order(StringComparer.Ordinal)]));
    }
}
