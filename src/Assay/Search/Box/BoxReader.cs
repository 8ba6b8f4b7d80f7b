using Assay.Units;

namespace Assay.Search.Box;

/// <summary>
/// Reads one line: a name, a comparison, a question about changes or ends, or conditions. A whole name goes before every other reading; what is not certain is
/// offered, never done.
/// </summary>
public static class BoxReader
{
    /// <summary>Longer than any name or question that a person types.</summary>
    public const int LongestText = 300;

    private const int NearNames = 8;

    /// <param name="vocabulary">The fields of the catalogue.</param>
    /// <param name="names">Its names.</param>
    /// <param name="today">The day that "this year" is of.</param>
    /// <param name="text">As typed.</param>
    /// <param name="problem">What is wrong with the text, what is allowed and the fix; null where nothing is.</param>
    /// <returns>Null where there is a problem, or nothing was typed.</returns>
    public static BoxReading? Read(Vocabulary vocabulary, NameIndex names, DateOnly today, string? text, out string? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > LongestText)
        {
            problem = $"The search has {text.Length} characters: write at most {LongestText}. Longer conditions go into the list of models, which takes 2,000.";
            return null;
        }
        var line = Visible.Line(text, LongestText);
        var found = names.Find(line);
        if (found.Count > 0 && found[0].Match is NameMatch.Exact) return new(line, found, null, Near: false);
        Meaning? meaning = ChangesWords.Read(names, today, line) ?? (Meaning?)EndsWords.Read(names, line) ?? (Meaning?)ComparisonWords.Read(vocabulary, names, line) ?? Conditions(vocabulary, names, today, line);
        var near = found.Count == 0 && meaning is null;
        return new(line, near ? names.Near(line, NearNames) : found, meaning, near);
    }

    private static Meaning.Conditions? Conditions(Vocabulary vocabulary, NameIndex names, DateOnly today, string line) =>
        ConditionWords.Read(vocabulary, names, today, line) is { } reading ? new(reading) : null;
}
