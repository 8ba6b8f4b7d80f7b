using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Catalog.MatchRules;

/// <summary>
/// A regular expression of somebody else's that cannot run away. Decided when it is read, by what stands in it, so that no clock is needed while
/// it is matched, and a match never depends on how busy the machine is.
/// </summary>
public static class BoundedPattern
{
    /// <summary>Characters of a pattern.</summary>
    public const int Longest = 400;

    /// <summary><c>*</c>, <c>+</c>, <c>?</c> and counts in one pattern.</summary>
    public const int MostRepetitions = 12;

    /// <summary>Places by which counts make a pattern longer when they are written out: <c>(a{4}b){2}</c> by 6.</summary>
    public const int MostPlaces = 64;

    /// <param name="pattern">Of .NET's language.</param>
    /// <param name="regex">Matches in time that grows with the text alone.</param>
    /// <param name="allowed">What a pattern may be, where this one is not.</param>
    public static bool TryRead(string pattern, [NotNullWhen(true)] out Regex? regex, [NotNullWhen(false)] out string? allowed)
    {
        (regex, allowed) = (null, null);
        var (repetitions, places) = pattern.Length <= Longest ? Weigh(pattern) : default;
        if (pattern.Length > Longest) allowed = $"a pattern of at most {Longest} characters";
        else if (repetitions > MostRepetitions || places > MostPlaces)
            allowed = $"a pattern of at most {MostRepetitions} repetitions, whose counts written out add at most {MostPlaces} places: this one has {repetitions}, and adds {places}";
        else
        {
            try
            {
                regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                allowed = "a pattern that is whole, and neither looks ahead or back nor refers back: only such a pattern cannot run away";
            }
        }
        return regex is not null;
    }

    /// <summary>Counts what makes matching slow, without understanding more of the pattern than that.</summary>
    private static (int Repetitions, long Places) Weigh(string pattern)
    {
        var sizes = new Stack<long>([0]);
        var (repetitions, written, last) = (0, 0L, 0L);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '(') sizes.Push(0);
            else if (c == ')' && sizes.Count > 1)
            {
                last = sizes.Pop();
                Grow(last);
            }
            else if (c == '?' && i > 0 && pattern[i - 1] == '(') continue;
            else if (c is '*' or '+' or '?') repetitions++;
            else if (c == '{' && Count(pattern, ref i) is { } times)
            {
                repetitions++;
                Grow(last * (times - 1));
                last *= times;
            }
            else
            {
                if (c == '\\') i++;
                else if (c == '[') i = EndOfClass(pattern, i);
                Grow(last = 1);
                written++;
            }
            if (sizes.Peek() > MostPlaces + Longest) return (repetitions, sizes.Peek() - written);
        }
        return (repetitions, Math.Max(0, sizes.Sum() - written));

        void Grow(long by) => sizes.Push(sizes.Pop() + by);
    }

    /// <summary>The larger number of <c>{2,5}</c>, and moves to its end; null for a brace that counts nothing.</summary>
    private static int? Count(string pattern, ref int at)
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0) return null;
        var ends = pattern[(at + 1)..end].Split(',');
        if (ends.Length > 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var most)) return null;
        if (ends.Length == 2 && ends[1].Length > 0 && !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out most)) return null;
        at = end;
        return Math.Clamp(most, 1, 100_000);
    }

    private static int EndOfClass(string pattern, int at)
    {
        for (var i = at + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == ']' && i > at + 1) return i;
        }
        return pattern.Length;
    }
}
