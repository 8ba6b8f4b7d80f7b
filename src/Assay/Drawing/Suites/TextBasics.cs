using Assay.Drawing.Suites.Texts;

namespace Assay.Drawing.Suites;

/// <summary>Questions of words alone in six categories.</summary>
public static class TextBasics
{
    public static SuiteRecipe Recipe { get; } = new(
        "text-basics", "Text basics", "Short tasks of words and numbers whose answers are worked out by the code that wrote them.", "chat", 1, 60,
        [
            new("Arithmetic and Units", new Lengths(), new Purchases(), new Rates()),
            new("Reading", new Passages(), new StatusLog(), new Claims()),
            new("Instruction Following", new ExactLine(), new JsonRecord(), new Brackets()),
            new("Lists and Sets", new Filters(), new TwoLists(), new Rankings()),
            new("Dates and Times", new DaysLater(), new TimeZones(), new Weekdays()),
            new("Strings", new LetterTally(), new Shifted(), new Edits()),
        ]);
}
