using System.Text.Json;

namespace Assay.Evaluation.Answers;

/// <summary>Cuts an answer into the items it lists: a JSON list, lines, or parts between commas or semicolons.</summary>
internal static class ItemList
{
    /// <summary>Normalised, in order; those that are nothing but punctuation are left out.</summary>
    /// <param name="wanted">Items that an "and" does not part.</param>
    public static List<string> Of(string answer, IReadOnlyList<string> wanted, string prompt)
    {
        answer = answer.Trim();
        var parts = Json(answer) ?? Parts(WithoutLead(answer, prompt, wanted));
        List<string> items = [];
        foreach (var part in parts)
        {
            var item = AnswerText.Normal(Unmarked(part));
            if (item.Length == 0) continue;
            if (item.StartsWith("and ", StringComparison.Ordinal) && !wanted.Contains(item)) item = AnswerText.WithoutArticle(item[4..]);
            // "a, b and c": the last comma is a word.
            var and = wanted.Contains(item) ? -1 : item.LastIndexOf(" and ", StringComparison.Ordinal);
            if (and > 0) items.Add(AnswerText.WithoutArticle(item[..and]));
            items.Add(and > 0 ? AnswerText.WithoutArticle(item[(and + 5)..]) : item);
        }
        return items;
    }

    private static string[]? Json(string answer)
    {
        if (!answer.StartsWith('[') || !answer.EndsWith(']')) return null;
        try
        {
            using var document = JsonDocument.Parse(answer);
            return [.. document.RootElement.EnumerateArray().Select(e => e.ValueKind is JsonValueKind.String ? e.GetString()! : e.GetRawText())];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] Parts(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > 1) return lines;
        return text.Contains(';', StringComparison.Ordinal) ? text.Split(';') : Commas(text);
    }

    /// <summary>A comma between digits belongs to a number.</summary>
    private static string[] Commas(string text)
    {
        List<string> parts = [];
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ',' || (i > 0 && i + 3 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))) continue;
            parts.Add(text[from..i]);
            from = i + 1;
        }
        parts.Add(text[from..]);
        return [.. parts];
    }

    /// <summary>Without "The steps are" or "Steps:" in front of a list on one line.</summary>
    private static string WithoutLead(string text, string prompt, IReadOnlyList<string> wanted)
    {
        if (text.Contains('\n', StringComparison.Ordinal)) return text;
        var end = text.IndexOf(": ", StringComparison.Ordinal);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (end > 0 && (comma < 0 || end < comma) && !wanted.Contains(AnswerText.Normal(text[..(comma < 0 ? text.Length : comma)]))) return text[(end + 2)..];
        foreach (var verb in (string[])[" are ", " is ", " include ", " includes "])
        {
            var at = text.IndexOf(verb, StringComparison.Ordinal);
            if (at > 0 && (comma < 0 || at < comma) && Echo.SaysOnly(AnswerText.Folded(text[..at]) + " qzx", "qzx", prompt)) return text[(at + verb.Length)..];
        }
        return text;
    }

    /// <summary>Without the mark of a list's line.</summary>
    private static string Unmarked(string line)
    {
        line = line.Trim();
        if (line.Length > 1 && line[0] is '-' or '•' or '+' && line[1] == ' ' || line.StartsWith("* ", StringComparison.Ordinal)) return line[2..];
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits is > 0 and < 4 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ' ? line[(digits + 2)..] : line;
    }
}
