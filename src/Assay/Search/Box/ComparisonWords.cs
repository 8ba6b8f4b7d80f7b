using System.Text.RegularExpressions;

namespace Assay.Search.Box;

/// <summary>"a vs b", "compare a, b and c", "difference between a and b", "a or b".</summary>
internal static partial class ComparisonWords
{
    public static Meaning.Comparison? Read(Vocabulary vocabulary, NameIndex names, string line)
    {
        var text = Asked().Replace(line, "").TrimEnd('?', '!', '.', ' ');
        if (Versus().IsMatch(text)) return Of(names, Versus().Split(Compare().Replace(text, "")));
        if (Compare().IsMatch(text) && And().Split(Compare().Replace(text, "")) is { Length: > 1 } named) return Of(names, named);
        if (text.Contains("-vs-", StringComparison.OrdinalIgnoreCase) && !text.Contains(' ', StringComparison.Ordinal)) return Of(names, text.Split("-vs-", StringSplitOptions.RemoveEmptyEntries));
        // "or" also joins conditions: it compares only where no side is one, and some side is a whole name.
        if (Or().Split(text) is not { Length: > 1 } sides || QuestionReader.TryRead(vocabulary, text, out _, out _)) return null;
        var read = Of(names, sides);
        return read is not null && read.Sides.Any(s => s.Found is not null) && read.Sides.All(s => s.Found is not null || names.Find(s.Text).Count > 0) ? read : null;
    }

    private static Meaning.Comparison? Of(NameIndex names, string[] sides)
    {
        string[] named = [.. sides.Select(s => s.Trim(' ', ',', '"', '\'', '?')).Where(s => s.Length > 0)];
        return named.Length == 0 ? null : new([.. named.Select(s => NamedSide.Of(names, s, NamedKind.Model))]);
    }

    [GeneratedRegex(@"^(which|what)( one| model)? is (better|cheaper|newer|larger)\s*[:,]?\s+|^should i (use|pick|choose)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(compare|comparison of|comparing|(the )?differences? between)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compare();

    [GeneratedRegex(@"\s+(?:vs\.?|versus|v\.?|against|compared (?:to|with))(?:\s+|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Versus();

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s+(?:and|with|to|or|&)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Or();
}
