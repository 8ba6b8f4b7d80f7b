namespace Assay.Drawing.Suites.Texts;

internal sealed class TwoLists : ItemKind
{
    public override string Id => "lists";

    public override string Tests => "What two or three lists have in common, or one has and another lacks; harder with longer and more lists.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (length, lists) = (wanted.By(5, 8, 9), wanted.By(2, 2, 3));
        while (true)
        {
            var all = Enumerable.Range(0, lists).Select(_ => dice.Some(Vocabulary.Plain, length)).ToArray();
            string[] answer = [.. all[0].Where(w => lists == 3 ? all[1].Contains(w) && !all[2].Contains(w) : all[1].Contains(w) == wanted.Yes)];
            if (answer.Length is 0 or > 5) continue;
            var text = string.Join('\n', all.Select((l, i) => $"List {"ABC"[i]}: {string.Join(", ", l)}"));
            var question = lists == 3 ? "are in list A and in list B, but not in list C" : wanted.Yes ? "are in both lists" : "are in list A, but not in list B";
            return new(null, Ask.Members(dice, "members", $"{text}\n\nWhich words {question}?", "the words", answer));
        }
    }
}
