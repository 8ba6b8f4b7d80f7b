namespace Assay.Adapters.Logs;

/// <summary>
/// Python writes numbers that JSON has not: NaN, Infinity, -Infinity. Outside of strings each becomes <c>null</c>, which is what they mean in a
/// log: no figure. Bytes may come in portions of any size.
/// </summary>
internal sealed class NotNumbers
{
    private bool inString;
    private bool escaped;

    /// <param name="source">The next bytes.</param>
    /// <param name="last">Whether no more will come.</param>
    /// <param name="target">Takes what is ready; room for a third more than the source has.</param>
    /// <param name="taken">Bytes of the source that were looked at: those after may be the beginning of such a word, and are to be given again.</param>
    /// <returns>Bytes written to the target.</returns>
    public int Mend(ReadOnlySpan<byte> source, bool last, Span<byte> target, out int taken)
    {
        var (at, written) = (0, 0);
        while (at < source.Length)
        {
            if (!inString && source[at] is (byte)'N' or (byte)'I' or (byte)'-')
            {
                if (Word(source[at..], last, out var partly) is { } length)
                {
                    "null"u8.CopyTo(target[written..]);
                    (at, written) = (at + length, written + 4);
                    continue;
                }
                if (partly) break;
            }
            Follow(source[at]);
            target[written++] = source[at++];
        }
        taken = at;
        return written;
    }

    private void Follow(byte b)
    {
        if (!inString) inString = b == (byte)'"';
        else if (escaped) escaped = false;
        else if (b == (byte)'\\') escaped = true;
        else if (b == (byte)'"') inString = false;
    }

    private static int? Word(ReadOnlySpan<byte> at, bool last, out bool partly)
    {
        partly = false;
        foreach (var word in (ReadOnlySpan<string>)["NaN", "Infinity", "-Infinity"])
        {
            var known = Math.Min(word.Length, at.Length);
            if (!Same(at[..known], word.AsSpan(0, known))) continue;
            if (known == word.Length) return word.Length;
            partly = !last;
        }
        return null;
    }

    private static bool Same(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (bytes[i] != word[i]) return false;
        return true;
    }
}
