namespace Assay.Catalog.Identity;

/// <summary>
/// Takes dates and build numbers out of a name: <c>20250929</c>, <c>2024-08-06</c>, <c>08-2024</c>, <c>250615</c>, <c>05-06</c>, <c>0905</c>,
/// <c>2507</c>, <c>-001</c>. Whether four digits name a model or a snapshot of it depends on the family.
/// </summary>
internal static class ReleaseReader
{
    public static void Take(List<NameWord> words, Reading reading)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].Text;
            if (!words[i].IsWholeNumber) continue;
            if (text.Length == 8 && IsYear(text[..4]) && IsMonth(text[4..6]) && IsDay(text[6..]))
            {
                Full(reading, text);
                words.RemoveAt(i--);
                // The version of a cloud's interface stands behind a whole date.
                if (i + 1 < words.Count && words[i + 1].Text is ['v', >= '1' and <= '9']) words.RemoveAt(i + 1);
            }
            else if (IsYear(text) && i + 2 < words.Count && IsMonth(words[i + 1].Text) && IsDay(words[i + 2].Text))
            {
                Full(reading, $"{text}-{words[i + 1].Text}-{words[i + 2].Text}");
                words.RemoveRange(i--, 3);
            }
            else if (IsMonth(text) && i + 1 < words.Count && IsYear(words[i + 1].Text))
            {
                var month = $"{text}-{words[i + 1].Text}";
                if (reading.Family?.Name is "command" or "aya") reading.Edition = month;
                else Full(reading, month);
                words.RemoveRange(i--, 2);
            }
            else if (text.Length == 6 && IsShortYear(text[..2]) && IsMonth(text[2..4]) && IsDay(text[4..]))
            {
                Full(reading, text);
                words.RemoveAt(i--);
            }
            else if (IsMonth(text) && i + 1 < words.Count && IsDay(words[i + 1].Text) && (text[0] == '0' || words[i + 1].Text[0] == '0' || (i > 0 && Vocabulary.Previews.Contains(words[i - 1].Text))))
            {
                reading.Release = $"{text}-{words[i + 1].Text}";
                words.RemoveRange(i--, 2);
            }
            else if (text.Length == 4 && IsFourDigitDate(text) && TakesFourDigits(reading, text, words.Exists(w => VersionReader.IsSize(w.Text)))) words.RemoveAt(i--);
            else if (text.Length == 3 && text.StartsWith("00", StringComparison.Ordinal) && IsBuild(words, i, reading))
            {
                if (reading.Release is null && reading.Edition is null && reading.Family?.Name == "gemini") Full(reading, text);
                words.RemoveAt(i--);
            }
        }
    }

    private static void Full(Reading reading, string release) => (reading.Release, reading.FullRelease) = (release, true);

    private static bool TakesFourDigits(Reading reading, string text, bool sized)
    {
        if (reading.Family is not { } family) return false;
        if (family.Has(FamilyTraits.Dated) && (sized || family.Name is not ("glm" or "qwen"))) reading.Edition = text;
        else if (!family.Has(FamilyTraits.Open) || family.Name is "glm" or "qwen" || text[0] == '0' || IsShortYear(text[..2])) reading.Release = text;
        else return false;
        return true;
    }

    // A build of a cloud: gemini-2.0-flash-001, mistral-large@2411-001. In an embedding's name it is the version.
    private static bool IsBuild(List<NameWord> words, int i, Reading reading) =>
        reading.Family is not null && !words.Exists(w => w.Text is "embedding" or "embed")
        && (words[i].Mark == '@' || reading.Family.Name is "gemini" or "mistral" || reading.Edition is not null);

    private static bool IsYear(string text) => text.Length == 4 && text.StartsWith("20", StringComparison.Ordinal) && IsShortYear(text[2..]);
    private static bool IsShortYear(string text) => text is "23" or "24" or "25" or "26" or "27";
    private static bool IsMonth(string text) => text.Length == 2 && int.TryParse(text, out var month) && month is >= 1 and <= 12;
    private static bool IsDay(string text) => text.Length == 2 && int.TryParse(text, out var day) && day is >= 1 and <= 31;
    private static bool IsFourDigitDate(string text) => (IsShortYear(text[..2]) && IsMonth(text[2..])) || (IsMonth(text[..2]) && IsDay(text[2..]));
}
