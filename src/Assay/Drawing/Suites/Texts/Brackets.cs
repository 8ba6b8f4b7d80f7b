namespace Assay.Drawing.Suites.Texts;

internal sealed class Brackets : ItemKind
{
    private static readonly string[] Places = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];

    public override string Id => "brackets";

    public override string Tests => "A word of a list, changed as told and put between signs, to the letter; harder with more steps.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var words = dice.Some(Vocabulary.Plain, 7);
        var (at, other, (open, close)) = (dice.Below(6), dice.Below(6), dice.Pick(((string, string)[])[("[", "]"), ("<<", ">>"), ("(", ")"), ("|", "|")]));
        var (task, answer) = wanted.By(
            ($"Write the {Places[at]} word", words[at]),
            ($"Write the {Places[at]} word in capital letters", words[at].ToUpperInvariant()),
            ($"Write the {Places[at]} word in capital letters, then a hyphen, then the {Places[other]} word backwards in small letters", $"{words[at].ToUpperInvariant()}-{string.Concat(words[other].Reverse())}"));
        return new(null, new Question("word", $"Here are seven words: {string.Join(", ", words)}. {task}. Put {open} right before the whole and {close} right after it, and write nothing else.", Scorer.Exact, $"{open}{answer}{close}"));
    }
}
