namespace Assay.Drawing.Suites.Texts;

internal sealed class Shifted : ItemKind
{
    public override string Id => "shifted";

    public override string Tests => "A word backwards, or with each letter moved on in the alphabet; harder with longer words and larger steps.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var word = dice.Pick(Vocabulary.Plain);
        var step = wanted.By(0, 1, dice.Between(2, 5));
        return new(null, step == 0
            ? Ask.Word(dice, "word", $"Write the word \"{word}\" backwards.", "that word", string.Concat(word.Reverse()))
            : Ask.Word(dice, "word", $"Replace each letter of \"{word}\" by the letter {step} {(step == 1 ? "place" : "places")} further on in the alphabet; after z comes a.", "the new word in small letters", string.Concat(word.Select(c => (char)('a' + (c - 'a' + step) % 26)))));
    }
}
