using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Vision.Replies;

/// <summary>Boxes written in tokens of their own: those of PaliGemma, Florence-2, and the tags of Qwen-VL, InternVL, DeepSeek-VL2 and MiniCPM-V.</summary>
internal static partial class BoxTokens
{
    private static readonly (string Open, string Close)[] Tags = [("<|box_start|>", "<|box_end|>"), ("<|det|>", "<|/det|>"), ("<box>", "</box>"), ("<bbox>", "</bbox>")];

    private static readonly (string Open, string Close)[] Names = [("<|object_ref_start|>", "<|object_ref_end|>"), ("<|ref|>", "<|/ref|>"), ("<ref>", "</ref>")];

    /// <summary>False where the text has no such token, and nothing is added.</summary>
    public static bool Read(string text, RawBoxes found) => ReadBins(text, found) || ReadTags(text, found);

    private static bool ReadBins(string text, RawBoxes found)
    {
        var tokens = Bin().Matches(text);
        if (tokens.Count == 0) return false;
        var label = "";
        for (var at = 0; at < tokens.Count;)
        {
            var run = 1;
            while (at + run < tokens.Count && text.AsSpan(tokens[at + run - 1].Index + tokens[at + run - 1].Length, tokens[at + run].Index - tokens[at + run - 1].Index - tokens[at + run - 1].Length).IsWhiteSpace()) run++;
            var paligemma = !tokens[at].Value.Contains('_', StringComparison.Ordinal);
            var previous = at == 0 ? 0 : tokens[at - 1].Index + tokens[at - 1].Length;
            var last = tokens[at + run - 1];
            var end = last.Index + last.Length;
            var next = at + run < tokens.Count ? tokens[at + run].Index : text.Length;
            // PaliGemma names a thing after its tokens, Florence-2 before them.
            label = paligemma ? Name(text[end..next].Split(';', '\n')[0]) : Name(text[previous..tokens[at].Index]) is { Length: > 0 } before ? before : label;
            for (var i = 0; i + 4 <= run; i += 4)
            {
                var (a, b, c, d) = (Number(tokens[at + i]), Number(tokens[at + i + 1]), Number(tokens[at + i + 2]), Number(tokens[at + i + 3]));
                found.Add(new(label, null, new(a, b, c, d, paligemma ? BoxShape.BinsYFirst : BoxShape.BinsXFirst), string.Concat(tokens.Skip(at + i).Take(4).Select(t => t.Value))));
            }
            if (run % 4 != 0) Incomplete(found, label, run % 4, string.Concat(tokens.Skip(at + run - run % 4).Take(run % 4).Select(t => t.Value)), next == text.Length && string.IsNullOrWhiteSpace(text[end..]));
            at += run;
        }
        return true;
    }

    private static bool ReadTags(string text, RawBoxes found)
    {
        var any = false;
        foreach (var (open, close) in Tags)
        {
            var from = 0;
            for (var at = text.IndexOf(open, StringComparison.Ordinal); at >= 0; at = from < text.Length ? text.IndexOf(open, from, StringComparison.Ordinal) : -1)
            {
                any = true;
                var inside = at + open.Length;
                var end = text.IndexOf(close, inside, StringComparison.Ordinal);
                var label = NameBefore(text, from, at);
                if (end < 0)
                {
                    found.Cut = true;
                    break;
                }
                AddAll(text[inside..end], label, found);
                from = end + close.Length;
            }
        }
        if (any) found.Hint ??= (BoxFrames.ThousandthsXFirst, "models that put boxes in tags of their own write");
        return any;
    }

    private static void AddAll(string inside, string label, RawBoxes found)
    {
        var numbers = Plain().Matches(inside).Select(m => double.TryParse(m.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
        for (var i = 0; i + 4 <= numbers.Length; i += 4) found.Add(new(label, null, new(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]), BoxFinder.Short($"[{string.Join(", ", numbers.Skip(i).Take(4))}]")));
        if (numbers.Length % 4 != 0 || numbers.Length == 0) Incomplete(found, label, numbers.Length % 4, BoxFinder.Short(inside), false);
    }

    private static void Incomplete(RawBoxes found, string label, int count, string quoted, bool atEnd)
    {
        if (atEnd) found.Cut = true;
        else found.Add(new(label, null, null, quoted, count == 1 ? "1 number where a box has four" : $"{count} numbers where a box has four"));
    }

    private static string NameBefore(string text, int from, int at)
    {
        var before = text[Math.Max(from, at - 300)..at];
        foreach (var (open, close) in Names)
        {
            var end = before.LastIndexOf(close, StringComparison.Ordinal);
            var start = end < 0 ? -1 : before.LastIndexOf(open, end, StringComparison.Ordinal);
            if (start >= 0) return Name(before[(start + open.Length)..end]);
        }
        return Name(before[(before.LastIndexOf('\n') + 1)..]);
    }

    private static string Name(string text)
    {
        var name = Tag().Replace(text, " ").Trim(' ', '\t', '\n', '\r', ';', ',', ':', '.');
        return name.Length <= 80 ? name : "";
    }

    private static double Number(Match token) => double.Parse(token.Groups["bin"].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<loc(?<bin>\d{4})>|<loc_(?<bin>\d{1,4})>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Bin();

    [GeneratedRegex(@"-?\d{1,30}(\.\d{1,30})?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Plain();

    [GeneratedRegex(@"<[^<>]{1,40}>", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Tag();
}
