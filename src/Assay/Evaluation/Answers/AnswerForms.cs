using System.Text.Json;
using Assay.Vision.Replies;

namespace Assay.Evaluation.Answers;

/// <summary>The forms in which replies mark their answer. Each is found in one pass over the text.</summary>
internal static class AnswerForms
{
    private const string Fence = "```";
    private static readonly string[] Keys = ["answer", "final_answer", "finalanswer", "result"];

    /// <summary>What the reply itself gives as its answer: <c>{"answer": …}</c>, <c>\boxed{…}</c>, <c>Answer: …</c>, in this order; empty where it gives none.</summary>
    public static IReadOnlyList<string> Given(string answer)
    {
        if (Json(answer) is { } json) return [json];
        return Boxed(answer) is { Count: > 0 } boxed ? boxed : Marked(answer);
    }

    /// <summary>The value under a key for answers, of a reply that is a JSON object or has one; lists as lines.</summary>
    public static string? Json(string answer)
    {
        if (!answer.Contains('{', StringComparison.Ordinal) || !Keys.Any(k => answer.Contains(k, StringComparison.OrdinalIgnoreCase))) return null;
        if (Strict(Unfenced(answer)) is { } strict) return strict;
        foreach (var value in ReplyText.Values(answer).Reverse())
            if (value.Value is LooseValue.Map { Whole: true } map && map.Get("answer", "finalanswer", "result") is { } found && Text(found) is { } text) return text;
        return null;
    }

    private static string? Strict(string text)
    {
        if (!text.StartsWith('{') || !text.EndsWith('}')) return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            foreach (var key in Keys)
                foreach (var member in document.RootElement.EnumerateObject())
                    if (member.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) return Text(member.Value);
        }
        catch (JsonException)
        {
        }
        return null;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };

    private static string? Text(LooseValue value) => value switch
    {
        LooseValue.Text text => text.Value,
        LooseValue.Word word => word.Value,
        LooseValue.Number number => number.Value.ToString(),
        LooseValue.List list when list.Items.All(i => i is LooseValue.Text or LooseValue.Number or LooseValue.Word) => string.Join('\n', list.Items.Select(Text)),
        _ => null,
    };

    private static List<string> Boxed(string answer)
    {
        List<string> all = [];
        for (var at = answer.IndexOf("\\boxed{", StringComparison.Ordinal); at >= 0; at = answer.IndexOf("\\boxed{", at, StringComparison.Ordinal))
        {
            at += "\\boxed{".Length;
            var (depth, end) = (1, at);
            while (end < answer.Length && (depth += answer[end] == '{' ? 1 : answer[end] == '}' ? -1 : 0) > 0) end++;
            if (end >= answer.Length) break;
            all.Add(Unlatexed(answer[at..end]));
            at = end;
        }
        return all;
    }

    /// <summary><c>\text{bolts}</c> is bolts, <c>\frac{1}{2}</c> is 1/2; other commands stay.</summary>
    private static string Unlatexed(string text)
    {
        if (text.Replace("\\dfrac{", "\\frac{", StringComparison.Ordinal) is var fraction && fraction.StartsWith("\\frac{", StringComparison.Ordinal) && fraction.EndsWith('}') && fraction.IndexOf("}{", StringComparison.Ordinal) is > 0 and var middle)
            return $"{fraction[6..middle]}/{fraction[(middle + 2)..^1]}";
        foreach (var command in (string[])["\\text{", "\\mathrm{", "\\textbf{", "\\mathbf{"])
            if (text.StartsWith(command, StringComparison.Ordinal) && text.EndsWith('}')) return text[command.Length..^1];
        return text.Replace("\\%", "%", StringComparison.Ordinal).Replace("\\$", "$", StringComparison.Ordinal).Replace("{,}", ",", StringComparison.Ordinal).Replace("\\,", " ", StringComparison.Ordinal);
    }

    /// <summary>What follows "answer:" or "the answer is", to the end of its line; of a marker alone on its line what comes after it.</summary>
    private static List<string> Marked(string answer)
    {
        List<string> all = [];
        for (var at = answer.IndexOf("nswer", StringComparison.OrdinalIgnoreCase); at >= 0; at = answer.IndexOf("nswer", at, StringComparison.OrdinalIgnoreCase))
        {
            var word = at - 1;
            at += "nswer".Length;
            if (word < 0 || answer[word] is not ('a' or 'A') || (word > 0 && char.IsLetterOrDigit(answer[word - 1]))) continue;
            if (Rest(answer, at) is not { } from) continue;
            var end = answer.IndexOf('\n', from);
            var rest = (end < 0 ? answer[from..] : answer[from..end]).Trim().TrimEnd('*').Trim();
            if (rest.Length == 0 && end > 0) rest = answer[end..].Trim();
            if (rest.Length > 0) all.Add(rest);
        }
        return all;
    }

    private static int? Rest(string answer, int at)
    {
        at = Over(answer, at);
        if (at < answer.Length && answer[at] == ':') return Over(answer, at + 1);
        if (!answer.AsSpan(at).StartsWith("is", StringComparison.OrdinalIgnoreCase) || at + 2 >= answer.Length) return null;
        if (answer[at + 2] == ':' || char.IsWhiteSpace(answer[at + 2])) at = Over(answer, at + 2);
        else return null;
        return at < answer.Length && answer[at] == ':' ? Over(answer, at + 1) : at;
    }

    private static int Over(string answer, int at)
    {
        while (at < answer.Length && answer[at] is ' ' or '*' or '_' or '\t') at++;
        return at;
    }

    /// <summary>The one thing in bold, where there is one and it is no heading.</summary>
    public static string? Bold(string answer)
    {
        string? only = null;
        for (var at = answer.IndexOf("**", StringComparison.Ordinal); at >= 0;)
        {
            var end = answer.IndexOf("**", at + 2, StringComparison.Ordinal);
            if (end < 0) break;
            var bold = answer[(at + 2)..end].Trim();
            var heading = bold.Length == 0 || bold.EndsWith(':') || (end + 2 < answer.Length && answer[end + 2] == ':') || bold.Length > 400;
            if (!heading && only is not null && !bold.Equals(only, StringComparison.OrdinalIgnoreCase)) return null;
            if (!heading) only = bold;
            at = answer.IndexOf("**", end + 2, StringComparison.Ordinal);
        }
        return only;
    }

    /// <summary>What the one fence of the reply holds; null where there is none or several.</summary>
    public static string? Fenced(string answer)
    {
        var open = answer.IndexOf(Fence, StringComparison.Ordinal);
        var close = open < 0 ? -1 : answer.IndexOf(Fence, open + 3, StringComparison.Ordinal);
        if (close < 0 || answer.IndexOf(Fence, close + 3, StringComparison.Ordinal) >= 0) return null;
        var from = answer.IndexOf('\n', open);
        return (from < 0 || from > close ? answer[(open + 3)..close] : answer[(from + 1)..close]).Trim('\n', '\r');
    }

    /// <summary>The reply without a fence around all of it.</summary>
    public static string Unfenced(string answer) => answer.StartsWith(Fence, StringComparison.Ordinal) && answer.EndsWith(Fence, StringComparison.Ordinal) && Fenced(answer) is { } inner ? inner.Trim() : answer;

    /// <summary>What follows a first line that ends in a colon; null where none does.</summary>
    public static string? AfterLead(string answer)
    {
        var end = answer.IndexOf('\n', StringComparison.Ordinal);
        if (end is <= 0 or > 200) return null;
        return answer.AsSpan(0, end).TrimEnd().TrimEnd('*').EndsWith(":") && answer[end..].Trim() is { Length: > 0 } rest ? rest : null;
    }
}
