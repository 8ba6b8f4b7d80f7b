namespace Assay.Drawing.Suites.Texts;

internal sealed class Claims : ItemKind
{
    private static readonly string[] Answers = ["yes", "no", "not said"];

    public override string Id => "claims";

    public override string Tests => "Whether a text says a thing, says otherwise, or does not say; harder with more sentences.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var count = wanted.By(3, 5, 7);
        var (people, towns) = (dice.Some(MadeUp.People, count + 1), dice.Some(MadeUp.Towns, count));
        var pets = Enumerable.Range(0, count).Select(_ => dice.Pick((string[])["a cat", "a dog", "two hens", "no animals"])).ToArray();
        var text = string.Join(' ', Enumerable.Range(0, count).Select(i => wanted.Difficulty is Difficulty.Easy || dice.Coin() ? $"{people[i]} lives in {towns[i]} and keeps {pets[i]}." : $"With {pets[i]} in the house lives {people[i]}, whose home is in {towns[i]}."));
        var (who, answer) = (dice.Below(count), dice.Pick(Answers));
        var claim = answer switch
        {
            "yes" => $"{people[who]} lives in {towns[who]}",
            "no" => $"{people[who]} lives in {towns[(who + 1) % count]}",
            _ => dice.Coin() ? $"{people[count]} lives in {towns[who]}" : $"{people[who]} was born in {towns[who]}",
        };
        return new(null, Ask.OneOf(dice, "claim", $"{text}\n\nEach person lives in one place only. Is it true by this text that {claim}? Where the text does not tell, the answer is: not said.", answer, Answers));
    }
}
