using System.Globalization;
using System.Runtime.InteropServices;

namespace Assay.Evaluation.Answers;

/// <summary>A number that stands in a text.</summary>
/// <param name="OrElse">What it is if its one point parts thousands ("1.234"); null where it is not in doubt.</param>
/// <param name="Scaled">Whether a word such as "million" stands after it and is counted in.</param>
/// <param name="Ordinal">3rd.</param>
/// <param name="IsWord">Written in letters.</param>
/// <param name="Bound">"at least 4", "20+": a limit and no value.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundNumber(decimal Value, decimal? OrElse, MeasureUnit? Unit, int Start, int End, decimal Scaled = 1, bool Ordinal = false, bool IsWord = false, bool Denied = false, bool Bound = false);

/// <summary>
/// Finds the numbers in plain text. Digits within names (R1C4, 90183A308), dates, times and versions are none. At most <see cref="Most"/> are found,
/// in time linear in the text.
/// </summary>
internal sealed class NumberScan(string text)
{
    public const int Most = 1_000;

    private readonly List<FoundNumber> found = [];
    private int at;

    public static List<FoundNumber> Of(string text)
    {
        var scan = new NumberScan(text);
        scan.Run();
        return scan.found;
    }

    private void Run()
    {
        while (at < text.Length && found.Count < Most)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && !(at > 0 && char.IsLetterOrDigit(text[at - 1])))) Digits();
            else if (Fraction(c) is { } part && !(at > 0 && char.IsLetterOrDigit(text[at - 1])))
            {
                at++;
                Add(part, null, at - 1);
            }
            else if (char.IsLetter(c)) Letters();
            else at++;
        }
    }

    private void Digits()
    {
        var start = at;
        if (start > 0 && (text[start - 1] is '_' or '@' or '/' or '\\' || (text[start - 1] == '-' && start > 1 && char.IsLetter(text[start - 2])) || (text[start - 1] is ':' && start > 1 && char.IsDigit(text[start - 2]))))
        {
            SkipName();
            return;
        }
        var digits = Digitals.Read(text, at);
        at = digits.End;
        if (digits.Value is not { } value)
        {
            SkipName();
            return;
        }
        if (IsDateOrTime())
        {
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '/' or ':' or '-' or '.')) at++;
            return;
        }
        if (at < text.Length && Fraction(text[at]) is { } glued)
        {
            at++;
            value += glued;
        }
        else if (Ratio(value) is { } ratio) value = ratio;
        if (at < text.Length && text[at] is '²' or '³' or '^' or '_' or '\\')
        {
            SkipName();
            return;
        }
        if (at < text.Length && char.IsLetter(text[at]))
        {
            Suffixed(value, start);
            return;
        }
        Add(Signed(value, start), digits.OrElse, start);
    }

    /// <summary>"3/4", and "1/2" after a whole number.</summary>
    private decimal? Ratio(decimal value)
    {
        if (at + 1 < text.Length && text[at] == '/' && char.IsAsciiDigit(text[at + 1]) && value == Math.Truncate(value) && Small(at + 1, out var below, out var end) && below != 0)
        {
            at = end;
            return value / below;
        }
        if (at + 1 < text.Length && text[at] == ' ' && Small(at + 1, out var above, out var slash) && slash < text.Length && text[slash] == '/' && Small(slash + 1, out below, out end) && below > above && value == Math.Truncate(value) && (end >= text.Length || text[end] != '/'))
        {
            at = end;
            return value + (decimal)above / below;
        }
        if (at + 1 < text.Length && text[at] == ' ' && Fraction(text[at + 1]) is { } part)
        {
            at += 2;
            return value + part;
        }
        return null;
    }

    private bool Small(int from, out int value, out int end)
    {
        for (end = from; end < text.Length && char.IsAsciiDigit(text[end]) && end - from < 6; end++) ;
        value = end > from ? int.Parse(text.AsSpan(from, end - from), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return end > from && (end >= text.Length || !char.IsAsciiDigit(text[end]));
    }

    /// <summary>Two more parts with the same sign between (2020-09-08, 8/9/2020), or a colon before digits.</summary>
    private bool IsDateOrTime()
    {
        if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) return false;
        if (text[at] == ':') return true;
        if (text[at] is not ('/' or '-')) return false;
        var next = at + 1;
        while (next < text.Length && char.IsAsciiDigit(text[next])) next++;
        return next + 1 < text.Length && text[next] == text[at] && char.IsAsciiDigit(text[next + 1]);
    }

    private void Suffixed(decimal value, int start)
    {
        var from = at;
        while (at < text.Length && char.IsLetter(text[at])) at++;
        var word = text[from..at].ToLowerInvariant();
        var ends = at >= text.Length || !char.IsLetterOrDigit(text[at]);
        if (word == "e" && !ends && decimal.TryParse(text.AsSpan(start, Run10(at) - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var power))
        {
            at = Run10(at);
            Add(Signed(power, start), null, start);
        }
        else if (!ends) SkipName();
        else if (word is "st" or "nd" or "rd" or "th") found.Add(new(value, null, null, start, at, Ordinal: true));
        else if (NumberWords.Scale(word) is { } scale && !(word == "k" && value > 100_000)) Add(Signed(value, start) * scale, null, start, scale);
        else if (MeasureUnit.Find(word) is { } unit) Add(Signed(value, start), null, start, unit: unit);
        else if (word is "x" or "times") Add(Signed(value, start), null, start);
    }

    private int Run10(int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from])) from++;
        return from;
    }

    private void SkipName()
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '^' or '²' or '³' or '\\' || (text[at] is '.' or '-' or '/' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))) at++;
    }

    private void Letters()
    {
        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || (text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1])))) at++;
        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            SkipName();
            return;
        }
        if (at - start > 10) return;
        var word = text[start..at].ToLowerInvariant();
        if (!NumberWords.Begins(word) && word != "a") return;
        if (word == "one" && Before(start) is ("the" or "this" or "that" or "no" or "any" or "each" or "every" or "which" or "another" or "some", _)) return;
        var (words, ends) = Following(start);
        if (NumberWords.Read(words, out var taken) is not { } value) return;
        at = ends[taken - 1];
        Add(value, null, start, isWord: true);
    }

    /// <summary>Up to eight words from a place on, parted by a blank or a hyphen.</summary>
    private (List<string> Words, List<int> Ends) Following(int from)
    {
        List<string> words = [];
        List<int> ends = [];
        for (var i = from; i < text.Length && words.Count < 8;)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i == start) break;
            words.Add(text[start..i].ToLowerInvariant());
            ends.Add(i);
            if (i < text.Length && text[i] is ' ' or '-') i++;
            else break;
        }
        return (words, ends);
    }

    /// <summary>A minus sign before it, unless it stands between two numbers.</summary>
    private decimal Signed(decimal value, int start)
    {
        var before = start - 1;
        if (before >= 0 && MeasureUnit.Find(text[before].ToString()) is { Kind: "dollar" or "euro" or "pound" or "yen" }) before--;
        return before >= 0 && text[before] == '-' && (before == 0 || !char.IsLetterOrDigit(text[before - 1]) && text[before - 1] is not ('%' or '°')) && !IsRange(before) ? -value : value;
    }

    /// <summary>"20 - 25".</summary>
    private bool IsRange(int dash) => dash > 1 && text[dash - 1] == ' ' && char.IsAsciiDigit(text[dash - 2]);

    private void Add(decimal value, decimal? orElse, int start, decimal scaled = 1, MeasureUnit? unit = null, bool isWord = false)
    {
        var prefix = start > 0 ? text[start - 1] : ' ';
        if (prefix == '-' && start > 1) prefix = text[start - 2];
        unit ??= prefix is '$' or '€' or '£' or '¥' ? MeasureUnit.Find(prefix.ToString()) : null;
        if (Next() is { Length: > 0 } word && scaled == 1 && NumberWords.Scale(word) is { } scale && word.Length > 1)
        {
            TakeWord(word);
            (value, orElse, scaled) = (value * scale, null, scale);
        }
        if (unit is null && at < text.Length && text[at] is '%' or '°' or '¢' or '€' or '£' or '"')
        {
            var sign = text[at] == '°' && at + 1 < text.Length && text[at + 1] is 'C' or 'F' or 'c' or 'f' ? text.Substring(at, 2) : text[at].ToString();
            unit = MeasureUnit.Find(sign);
            at += sign.Length;
        }
        if (unit is null && Next() is { Length: > 0 } name && MeasureUnit.Find(name) is { } named && IsUnitHere(name))
        {
            TakeWord(name);
            unit = named;
        }
        var (last, earlier) = Before(start);
        found.Add(new(value, orElse, unit, start, at, scaled, IsWord: isWord, Denied: IsDenied(last, earlier), Bound: IsBound(last, earlier, prefix)));
    }

    /// <summary>The word after what was read, past one blank or hyphen; empty where there is none.</summary>
    private string Next()
    {
        var from = at < text.Length && text[at] is ' ' or '-' ? at + 1 : at;
        var end = from;
        while (end < text.Length && end - from < 14 && (char.IsLetter(text[end]) || text[end] == '%')) end++;
        return text[from..end].ToLowerInvariant();
    }

    private void TakeWord(string word) => at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var place ? place + word.Length : at;

    private bool IsUnitHere(string name)
    {
        if (!MeasureUnit.IsDoubtful(name)) return true;
        var end = at + (at < text.Length && text[at] is ' ' or '-' ? 1 : 0) + name.Length;
        return end >= text.Length || text[end] is '.' or ',' or ')' or ';' or '\n' or '*' or '!' || (text[end] == ' ' && end + 1 < text.Length && text[end + 1] is 'x' or '(');
    }

    /// <summary>The two words before a place, in its clause.</summary>
    private (string Last, string Earlier) Before(int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or '$' or '€' or '£' or '*' or '"' or '\'' or '~' or '<' or '>' or '≥' or '≤' or '-' or '(') end--;
        var last = WordBefore(ref end);
        while (end > 0 && text[end - 1] == ' ') end--;
        return (last, WordBefore(ref end));
    }

    private string WordBefore(ref int end)
    {
        var to = end;
        while (end > 0 && (char.IsLetter(text[end - 1]) || text[end - 1] == '\'') && to - end < 14) end--;
        return to > end ? text[end..to].ToLowerInvariant() : "";
    }

    private static bool IsDenied(string last, string earlier) => last is "not" or "never" or "without" || last.EndsWith("n't", StringComparison.Ordinal) || (last is "than" or "of" && earlier is "rather" or "instead") || (last is "the" or "really" && earlier == "not");

    private bool IsBound(string last, string earlier, char prefix) =>
        prefix is '<' or '>' or '≥' or '≤'
        || (last is "least" or "most" && earlier == "at") || (last == "than" && earlier is "more" or "less" or "fewer" or "greater" or "smaller" or "higher" or "lower") || (last == "to" && earlier == "up") || last is "over" or "under" or "exceeding" or "minimum" or "maximum"
        || (at < text.Length && text[at] == '+') || text.AsSpan(at).StartsWith(" or more", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith(" or less", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith(" or fewer", StringComparison.OrdinalIgnoreCase);

    private static decimal? Fraction(char c) => c switch
    {
        '½' => 0.5m, '¼' => 0.25m, '¾' => 0.75m, '⅓' => 1m / 3, '⅔' => 2m / 3, '⅛' => 0.125m, '⅜' => 0.375m, '⅝' => 0.625m, '⅞' => 0.875m, '⅕' => 0.2m, '⅖' => 0.4m, '⅗' => 0.6m, '⅘' => 0.8m, '⅙' => 1m / 6, '⅚' => 5m / 6, _ => null,
    };
}
