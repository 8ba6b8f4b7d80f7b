using System.Buffers.Binary;

namespace Assay.Adapters.Calls;

/// <summary>Reads width and height from the head of a PNG or JPEG file, without decoding it.</summary>
internal static class ImageSize
{
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] when file.Length >= 24 => Positive(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..])),
        [0xff, 0xd8, ..] => Jpeg(file),
        _ => null,
    };

    private static (int, int)? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xff;)
        {
            // The frame headers; three numbers of their range mean something else.
            if (file[at + 1] is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc)) return Positive(BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return null;
    }

    private static (int, int)? Positive(int width, int height) => width > 0 && height > 0 ? (width, height) : null;
}
