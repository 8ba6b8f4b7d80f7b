namespace Assay.Drawing.Suites.Texts;

internal sealed class LetterTally : ItemKind
{
    public override string Id => "tally";

    public override string Tests => "How often a letter occurs in words; harder with more words.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var words = dice.Some([.. Vocabulary.Plain, .. Vocabulary.Animals, .. Vocabulary.Tools], wanted.By(1, 4, 9));
        var letters = string.Concat(words);
        // Of letters that occur once alone, one would be the answer to most.
        var letter = dice.Pick([.. letters.Distinct().Where(l => letters.Count(other => other == l) >= Math.Min(wanted.By(1, 2, 4), letters.CountBy(c => c).Max(c => c.Value)))]);
        return new(null, Ask.Number(dice, "count", $"How often does the letter \"{letter}\" occur in {(words.Length == 1 ? "the word" : "these words, all taken together:")} {string.Join(' ', words)}?", letters.Count(l => l == letter)));
    }
}
