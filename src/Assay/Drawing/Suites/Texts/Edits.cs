namespace Assay.Drawing.Suites.Texts;

internal sealed class Edits : ItemKind
{
    private static readonly string[] Ordinals = ["First", "Then", "Next", "At last"];

    public override string Id => "edits";

    public override string Tests => "What a text becomes by steps of editing, to the letter; harder with more steps.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var words = dice.Some(Vocabulary.Plain, 4);
        var begun = string.Join(' ', words);
        var steps = new List<string>();
        foreach (var edit in dice.Shuffled(Enumerable.Range(0, 4))[..wanted.By(2, 3, 4)])
        {
            switch (edit)
            {
                case 0: steps.Add("swap the first and the last word"); (words[0], words[^1]) = (words[^1], words[0]); break;
                case 1: steps.Add("write the second word in capital letters"); words[1] = words[1].ToUpperInvariant(); break;
                case 2: steps.Add("replace every letter e, small or capital, by the figure 3"); words = [.. words.Select(w => w.Replace('e', '3').Replace('E', '3'))]; break;
                default: steps.Add("take away the last letter of each word"); words = [.. words.Select(w => w[..^1])]; break;
            }
        }
        var told = string.Join(' ', steps.Select((step, i) => $"{Ordinals[i]}, {step}."));
        return new(null, new Question("text", $"Take this text: {begun}\n\n{told} Write down only the text that comes out, in one line.", Scorer.Exact, string.Join(' ', words)));
    }
}
