using System.Text;

namespace Assay.Tests.Importers.Mutations;

/// <summary>What can happen to a file whatever is in it.</summary>
internal static class ByteMutation
{
    private static readonly byte[][] Strange = [[0], [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xef, 0xbb, 0xbf], [0xf4, 0x90, 0x80, 0x80], [0x1b], "\r"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), "\t"u8.ToArray(), "\u202e"u8.ToArray(), "- "u8.ToArray(), ": "u8.ToArray(), "&a *a !!x"u8.ToArray(), "\\u0000"u8.ToArray()];

    public static (string Told, byte[] Bytes) Of(byte[] bytes, Chance chance)
    {
        var at = chance.Below(bytes.Length + 1);
        switch (chance.Below(10))
        {
            case 0: return ($"cut off at byte {at}", bytes[..at]);
            case 1: return ($"begins at byte {at}", bytes[at..]);
            case 2 or 3:
                var flipped = bytes.ToArray();
                if (flipped.Length > 0) flipped[Math.Min(at, flipped.Length - 1)] ^= (byte)(1 << chance.Below(8));
                return ($"a bit flipped at byte {at}", flipped);
            case 4 or 5:
                var strange = chance.Of(Strange);
                return ($"{Convert.ToHexString(strange)} put in at byte {at}", [.. bytes[..at], .. strange, .. bytes[at..]]);
            case 6:
                var end = Math.Min(bytes.Length, at + 1 + chance.Below(200));
                return ($"bytes {at} to {end} taken out", [.. bytes[..at], .. bytes[end..]]);
            case 7:
                var twice = Math.Min(bytes.Length, at + 1 + chance.Below(200));
                return ($"bytes {at} to {twice} twice", [.. bytes[..twice], .. bytes[at..]]);
            case 8: return chance.One(2) ? ("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))]) : ("UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes)));
            default: return chance.One(2) ? ("a byte order mark in front", [0xef, 0xbb, 0xbf, .. bytes]) : ("empty", []);
        }
    }
}
