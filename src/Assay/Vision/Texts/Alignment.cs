namespace Assay.Vision.Texts;

/// <summary>A way of fewest edits from one list of parts to another, in memory of their length: Hirschberg (1975) over <see cref="EditRow"/>.</summary>
internal sealed class Alignment(int kinds)
{
    private readonly EditRow rows = new(kinds);
    private readonly List<Run> runs = [];

    /// <summary>Same parts, and in between how many of a and of b stand against each other.</summary>
    public static List<Run> Of(int[] a, int[] b, int kinds)
    {
        var alignment = new Alignment(kinds);
        alignment.Align(a, b);
        return alignment.runs;
    }

    private void Align(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var start = a.CommonPrefixLength(b);
        var restA = a[start..];
        var restB = b[start..];
        var end = 0;
        while (end < restA.Length && end < restB.Length && restA[^(end + 1)] == restB[^(end + 1)]) end++;
        Same(start);
        Middle(restA[..^end], restB[..^end]);
        Same(end);
    }

    private void Middle(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length == 0 || b.Length == 0) Changed(a.Length, b.Length);
        else if (a.Length == 1)
        {
            var at = b.IndexOf(a[0]);
            if (at < 0) Changed(1, b.Length);
            else
            {
                Changed(0, at);
                Same(1);
                Changed(0, b.Length - at - 1);
            }
        }
        else
        {
            var half = a.Length / 2;
            var split = Split(rows.Last(a[..half], b), rows.Last(a[half..], b, backwards: true));
            Align(a[..half], b[..split]);
            Align(a[half..], b[split..]);
        }
    }

    private static int Split(int[] before, int[] after)
    {
        var best = 0;
        for (var j = 1; j < before.Length; j++)
        {
            if (before[j] + after[^(j + 1)] < before[best] + after[^(best + 1)]) best = j;
        }
        return best;
    }

    private void Same(int count)
    {
        if (count == 0) return;
        if (runs is [.., { IsSame: true } last]) runs[^1] = new(true, last.A + count, last.B + count);
        else runs.Add(new(true, count, count));
    }

    private void Changed(int a, int b)
    {
        if (a == 0 && b == 0) return;
        if (runs is [.., { IsSame: false } last]) runs[^1] = new(false, last.A + a, last.B + b);
        else runs.Add(new(false, a, b));
    }

    /// <param name="A">Parts of a.</param>
    /// <param name="B">Parts of b; as many as of a where they are the same.</param>
    public readonly record struct Run(bool IsSame, int A, int B);
}
