using System.Globalization;
using System.Text;

namespace Assay.Adapters.Importers;

/// <summary>
/// Half characters: JSON may write <c>\ud83d</c> alone, which is no text at all and makes every reader of the string fail.
/// </summary>
internal static class JsonSurrogates
{
    private const int Length = 6;

    /// <summary>The bytes with each half character replaced by the sign for an unreadable one, or the same array when there is none.</summary>
    public static byte[] Mend(byte[] bytes)
    {
        var mended = bytes;
        for (var at = Next(bytes, 0); at >= 0;)
        {
            var (first, second) = (Unit(bytes, at), Unit(bytes, at + Length));
            if (char.IsHighSurrogate(first) && char.IsLowSurrogate(second))
            {
                at = Next(bytes, at + (2 * Length));
                continue;
            }
            if (char.IsSurrogate(first))
            {
                if (ReferenceEquals(mended, bytes)) mended = bytes.AsSpan().ToArray();
                "\\ufffd"u8.CopyTo(mended.AsSpan(at));
            }
            at = Next(bytes, at + Length);
        }
        return mended;
    }

    /// <summary>Where the next <c>\u</c> is that no backslash before it takes its meaning from.</summary>
    private static int Next(byte[] bytes, int from)
    {
        while (from < bytes.Length)
        {
            var found = bytes.AsSpan(from).IndexOf((byte)'\\');
            if (found < 0 || from + found + 1 >= bytes.Length) return -1;
            from += found;
            if (bytes[from + 1] == (byte)'u') return from;
            from += 2;
        }
        return -1;
    }

    private static char Unit(byte[] bytes, int at) =>
        at + Length <= bytes.Length && bytes[at] == (byte)'\\' && bytes[at + 1] == (byte)'u'
        && ushort.TryParse(Encoding.ASCII.GetString(bytes, at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : '\0';
}
