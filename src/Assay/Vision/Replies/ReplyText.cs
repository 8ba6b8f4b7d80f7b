namespace Assay.Vision.Replies;

/// <summary>Finds the JSON in a reply: whole, fenced or amid text.</summary>
internal static class ReplyText
{
    private const int LongestLabel = 80;

    // Looking further than this around a value tells nothing, and would cost the square of the length.
    private const int Nearby = 200;

    /// <summary>What comes after the last end of a block of thoughts; the tokens that some models put around an answer are taken off.</summary>
    public static string Answer(string reply)
    {
        var thoughts = reply.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
        var answer = thoughts < 0 ? reply : reply[(thoughts + "</think>".Length)..];
        return answer.Replace("<|begin_of_box|>", "", StringComparison.Ordinal).Replace("<|end_of_box|>", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>Every object and list that stands in the text, in order; none within another.</summary>
    public static IReadOnlyList<ReplyValue> Values(string text)
    {
        List<ReplyValue> values = [];
        ReplyValue? cutOff = null;
        var effort = (int)Math.Min(20L * text.Length + 10_000, int.MaxValue);
        var fence = Fences(text);
        for (var at = 0; at < text.Length && effort > 0; at++)
        {
            if (text[at] is not ('{' or '[') && !(text[at] == '(' && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))) continue;
            var json = new LooseJson(text, at, effort);
            var value = json.Read();
            effort = json.Effort - 1;
            if (value is null) continue;
            var found = new ReplyValue(value, at, json.End, fence(at), Before(text, at), Alone(text, at, json.End) || fence(at));
            if (IsBarren(value))
            {
                // A bracket or a quote that nothing closes: what looks like its inside may be the answer.
                cutOff ??= found;
                continue;
            }
            values.Add(found);
            at = Math.Max(at, json.End - 1);
        }
        return values.Count == 0 && cutOff is not null ? [cutOff] : values;
    }

    private static bool IsBarren(LooseValue value) => !value.Whole && value switch
    {
        LooseValue.List list => list.Items.All(i => !i.Whole && IsBarren(i)),
        LooseValue.Map map => map.Members.All(m => !m.Value.Whole && IsBarren(m.Value)),
        _ => true,
    };

    private static Func<int, bool> Fences(string text)
    {
        List<int> marks = [];
        for (var at = text.IndexOf("```", StringComparison.Ordinal); at >= 0; at = text.IndexOf("```", at + 3, StringComparison.Ordinal)) marks.Add(at);
        return position =>
        {
            var before = marks.BinarySearch(position);
            return (before < 0 ? ~before : before) % 2 == 1;
        };
    }

    private static string Before(string text, int at)
    {
        // Two values on one line: what stands between them belongs to the second.
        var near = text.AsSpan(Math.Max(0, at - Nearby), Math.Min(at, Nearby));
        var from = near.LastIndexOfAny("\n]})") + 1;
        return from == 0 && at > Nearby ? "" : Label(near[from..].ToString());
    }

    /// <summary>A line's words as a label: without list marks, numbering, emphasis and the colon; empty where they are long or no words.</summary>
    public static string Label(string words)
    {
        var label = words.Trim().TrimStart('-', '*', '•', '#', '>', '+', ',', ';', ' ', '\t', '|');
        var digits = label.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < label.Length && label[digits] is '.' or ')') label = label[(digits + 1)..];
        label = label.Trim().TrimEnd(':', '-', '=', '–', '—', '>', ' ', '|').Trim(' ', '*', '_', '`', '"', '\'', ':');
        return label.Length <= LongestLabel && label.Any(char.IsLetter) ? label : "";
    }

    private static bool Alone(string text, int start, int end)
    {
        var before = text.AsSpan(Math.Max(0, start - Nearby), Math.Min(start, Nearby));
        var after = text.AsSpan(end, Math.Min(text.Length - end, Nearby));
        if (after.Trim() is "" or ".") return true;
        var next = after.IndexOf('\n');
        return before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace() && (next < 0 ? after : after[..next]).IsWhiteSpace();
    }
}
