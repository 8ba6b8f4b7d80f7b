namespace Assay.Drawing.Suites;

/// <summary>Questions with the form of their answer, worded in turns: a model should not be tested on one wording.</summary>
internal static class Ask
{
    private static readonly string[]
        NumberForms = ["Answer with the number only.", "Reply with just the number, in digits.", "Give only a number.", "Return the number and nothing else."],
        YesNoForms = ["Answer only yes or no.", "Reply with yes or no.", "Yes or no? Give that one word only.", "Return yes or no and nothing else."],
        ListForms = ["Answer with {0}, parted by commas.", "Reply only with {0}, separated by commas.", "List {0}, with commas between them and nothing else."],
        WordForms = ["Answer with {0} only.", "Reply with just {0}.", "Return {0} and nothing else.", "Give only {0}."];

    public static Question Number(Dice dice, string name, string question, int answer) => new(name, $"{question} {dice.Pick(NumberForms)}", Scorer.Number, $"{answer}");

    /// <summary>An amount of money or another number with decimals.</summary>
    public static Question Amount(Dice dice, string name, string question, decimal answer) => new(name, $"{question} {dice.Pick(NumberForms)}", Scorer.Number, $"{answer:0.00}");

    public static Question YesNo(Dice dice, string name, string question, bool yes) => new(name, $"{question} {dice.Pick(YesNoForms)}", Scorer.Choice("yes", "no"), yes ? "yes" : "no");

    /// <param name="choices">All that could be the answer; the prompt names them, in this order.</param>
    public static Question OneOf(Dice dice, string name, string question, string answer, params string[] choices) =>
        new(name, $"{question} {(dice.Coin() ? $"Answer with one of: {string.Join(", ", choices)}." : $"Choose one of {string.Join(", ", choices)} and give only that.")}", Scorer.Choice(choices), answer);

    /// <param name="form">What the answer is, such as <c>the seat number</c>.</param>
    public static Question Word(Dice dice, string name, string question, string form, string answer) => new(name, $"{question} {Of(dice, WordForms, form)}", null, answer);

    /// <param name="form">What is listed, such as <c>the letters</c>.</param>
    public static Question Members(Dice dice, string name, string question, string form, IReadOnlyList<string> answer) => new(name, $"{question} {Of(dice, ListForms, form)}", Scorer.Set, answer);

    private static string Of(Dice dice, string[] forms, string what) => dice.Pick(forms).Replace("{0}", what);
}
