namespace Assay.Vision.Texts;

/// <summary>
/// The last row of the Levenshtein table: the distance of all of <c>a</c> to each beginning of <c>b</c>. Computed 64 cells at a time by bit vectors
/// (Myers 1999, in the form of Hyyrö 2003), in time |a| × |b| / 64 and memory |b| + the number of different parts.
/// </summary>
internal sealed class EditRow(int kinds)
{
    private readonly ulong[] places = new ulong[kinds];

    /// <param name="backwards">Reads both from their ends: entry j is then the distance of all of a to the last j of b.</param>
    public int[] Last(ReadOnlySpan<int> a, ReadOnlySpan<int> b, bool backwards = false)
    {
        // Along the top, each further part of b costs one.
        var steps = new sbyte[b.Length];
        Array.Fill(steps, (sbyte)1);
        for (var from = 0; from < a.Length; from += 64) Block(a, from, Math.Min(64, a.Length - from), b, backwards, steps);
        var row = new int[b.Length + 1];
        row[0] = a.Length;
        for (var j = 0; j < b.Length; j++) row[j + 1] = row[j] + steps[j];
        return row;
    }

    /// <summary>Takes the steps along the top of up to 64 rows to those along their bottom.</summary>
    private void Block(ReadOnlySpan<int> a, int from, int rows, ReadOnlySpan<int> b, bool backwards, sbyte[] steps)
    {
        for (var i = 0; i < rows; i++) places[a[backwards ? a.Length - 1 - from - i : from + i]] |= 1UL << i;
        var last = rows - 1;
        var (up, down) = (ulong.MaxValue, 0UL);
        for (var j = 0; j < b.Length; j++)
        {
            var equal = places[b[backwards ? b.Length - 1 - j : j]];
            var step = steps[j];
            var vertical = equal | down;
            if (step < 0) equal |= 1;
            var horizontal = unchecked(((equal & up) + up) ^ up) | equal;
            var plus = down | ~(horizontal | up);
            var minus = up & horizontal;
            steps[j] = (sbyte)((int)((plus >> last) & 1) - (int)((minus >> last) & 1));
            plus <<= 1;
            minus <<= 1;
            if (step < 0) minus |= 1;
            else if (step > 0) plus |= 1;
            up = minus | ~(vertical | plus);
            down = plus & vertical;
        }
        for (var i = 0; i < rows; i++) places[a[backwards ? a.Length - 1 - from - i : from + i]] = 0;
    }
}
