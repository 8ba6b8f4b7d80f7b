namespace Assay.Adapters.Logs;

/// <summary>Ids as people count: runs of digits by their number, so that 2 comes before 10. Logs of one task come in any order; their suites must not.</summary>
internal sealed class SampleOrder : IComparer<string>
{
    public static SampleOrder Natural { get; } = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (a.Length > 0 && b.Length > 0)
        {
            var (first, second) = (Run(a), Run(b));
            var order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) ? Numbers(a[..first], b[..second]) : a[..first].CompareTo(b[..second], StringComparison.Ordinal);
            if (order != 0) return order;
            a = a[first..];
            b = b[second..];
        }
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y);
    }

    private static int Numbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.CompareTo(b, StringComparison.Ordinal);
    }

    private static int Run(ReadOnlySpan<char> text)
    {
        var digits = char.IsAsciiDigit(text[0]);
        var i = 1;
        while (i < text.Length && char.IsAsciiDigit(text[i]) == digits) i++;
        return i;
    }
}
