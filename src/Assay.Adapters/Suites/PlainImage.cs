using System.Buffers.Binary;
using Assay.Adapters.Calls;
using Assay.Adapters.Images;
using Assay.Calls;

namespace Assay.Adapters.Suites;

/// <summary>
/// Tells, from the heads of its parts alone, whether a file can be sent as it is: a PNG or JPEG of 8 bits within the caps that holds nothing but pixels. No
/// pixel is decoded. Anything doubtful is answered with no, and goes the way of all images.
/// </summary>
internal static class PlainImage
{
    private const int JpegStart = 2, LongestHead = 65_536;

    /// <param name="hash">SHA-256 of the bytes.</param>
    public static CallImage? Of(ReadOnlyMemory<byte> file, string hash, ImageLimits limits)
    {
        if (file.Length > limits.MostSentBytes || ImageSize.Of(file.Span) is not var (width, height)) return null;
        if (Math.Max(width, height) > limits.LongSide || (long)width * height > limits.MostPixels) return null;
        return ImageFormats.Sniff(file.Span) switch
        {
            ImageFormat.Png when IsPlainPng(file.Span) => new(hash, "image/png", width, height, file),
            ImageFormat.Jpeg when IsPlainJpeg(file.Span) => new(hash, "image/jpeg", width, height, file),
            _ => null,
        };
    }

    private static bool IsPlainPng(ReadOnlySpan<byte> file)
    {
        // Bit depth: 16 bits are brought to 8 before they are sent.
        if (file.Length < 33 || file[24] > 8) return false;
        var (at, data) = (8, false);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var name = file.Slice(at + 4, 4);
            if (length > file.Length - at - 12) return false;
            at += 12 + (int)length;
            if (name.SequenceEqual("IEND"u8)) return data && at == file.Length;
            data |= name.SequenceEqual("IDAT"u8);
            if (!(name.SequenceEqual("IHDR"u8) || name.SequenceEqual("IDAT"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("sRGB"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("pHYs"u8) || name.SequenceEqual("sBIT"u8))) return false;
        }
        return false;
    }

    private static bool IsPlainJpeg(ReadOnlySpan<byte> file)
    {
        for (var at = JpegStart; at + 4 <= file.Length && at < LongestHead && file[at] == 0xff;)
        {
            var marker = file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return false;
            switch (marker)
            {
                // JFIF without a preview; tables; baseline and progressive frames of one or three components of 8 bits.
                case 0xe0 when file.Slice(at + 4, Math.Min(5, length - 2)).SequenceEqual("JFIF\0"u8) && length == 16: break;
                case 0xdb or 0xc4 or 0xdd: break;
                case 0xc0 or 0xc1 or 0xc2 when length >= 8 && file[at + 4] == 8 && file[at + 9] is 1 or 3: break;
                // The first end mark is that of the file: in the data behind a scan it cannot occur.
                case 0xda: return file[at..].IndexOf((ReadOnlySpan<byte>)[0xff, 0xd9]) == file.Length - at - 2;
                default: return false;
            }
            at += 2 + length;
        }
        return false;
    }
}
