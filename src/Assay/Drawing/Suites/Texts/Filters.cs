namespace Assay.Drawing.Suites.Texts;

internal sealed class Filters : ItemKind
{
    public override string Id => "filter";

    public override string Tests => "Which members of a list meet a condition; harder with longer lists and two conditions.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        if (wanted.Yes)
        {
            var kinds = ((string Name, string[] Words)[])[("fruits", Vocabulary.Fruits), ("tools", Vocabulary.Tools), ("animals", Vocabulary.Animals)];
            var (kind, words) = (dice.Pick(kinds), dice.Shuffled(kinds.SelectMany(k => dice.Some(k.Words, wanted.By(2, 4, 6)))));
            var least = wanted.By(0, 0, 5);
            string[] picked = [.. words.Where(w => kind.Words.Contains(w) && w.Length >= least)];
            return new(null, Ask.Members(dice, "words", $"Here are some words: {string.Join(", ", words)}. Which of them are {kind.Name}{(least == 0 ? "" : $" and have at least {least} letters")}?", "those words", picked));
        }
        var (count, factor, more) = (wanted.By(7, 12, 18), dice.Pick((int[])[3, 4, 7]), wanted.By(0, 0, 40));
        int[] numbers = [.. dice.Some([.. Enumerable.Range(2, 94)], count - 2), factor * 13, factor * 11];
        var asked = dice.Shuffled(numbers.Distinct());
        return new(null, Ask.Members(dice, "numbers", $"Here are some numbers: {string.Join(", ", asked)}. Which of them can be divided by {factor} without a rest{(more == 0 ? "" : $" and are larger than {more}")}?", "those numbers", [.. asked.Where(n => n % factor == 0 && n > more).Select(n => $"{n}")]));
    }
}
