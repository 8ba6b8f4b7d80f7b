using System.Buffers.Binary;

namespace Assay.Adapters.Images;

/// <summary>
/// Windows bitmaps: 1, 4, 8, 16, 24 and 32 bits a pixel, with palette or channel masks, from either end. Not read: run-length coding, the header
/// of OS/2, and JPEG or PNG inside. libvips reads no bitmaps, and the format is small enough to be strict about.
/// </summary>
/// <seealso href="https://learn.microsoft.com/windows/win32/gdi/bitmap-storage"/>
internal static class BmpReader
{
    private const int FileHeader = 14, OldestHeader = 40, Masks = 3, AlphaMasks = 6;

    /// <param name="Pixels">Rows from the top without padding.</param>
    /// <param name="Bands">3: RGB; 4: RGB and alpha.</param>
    public sealed record Bitmap(byte[] Pixels, int Width, int Height, int Bands);

    /// <exception cref="InvalidDataException">Against the format, or cut off.</exception>
    /// <exception cref="ImageRefusedException">More pixels than the limits allow.</exception>
    public static Bitmap Read(ReadOnlySpan<byte> file, ImageLimits limits)
    {
        if (file.Length < FileHeader + OldestHeader) throw new InvalidDataException($"the header needs {FileHeader + OldestHeader} bytes, and there are {file.Length}");
        var header = Whole(file, 14);
        if (header is < OldestHeader or > 4096 || header + FileHeader > file.Length) throw new InvalidDataException($"a header of {header} bytes is not read (40 to 124 are usual)");
        var (width, tall) = (Whole(file, 18), Whole(file, 22));
        if (width <= 0 || tall is 0 or int.MinValue) throw new InvalidDataException($"it says it is {width} × {tall} pixels large");
        var height = Math.Abs(tall);
        limits.Check(width, height, 4);
        var (planes, bits, coding) = (Short(file, 26), Short(file, 28), Whole(file, 30));
        if (planes != 1) throw new InvalidDataException($"it says it has {planes} planes, where 1 is right");
        if (coding is not (0 or Masks or AlphaMasks)) throw new InvalidDataException($"its pixels are coded in way {coding}, which is not read; save it uncompressed or as PNG");
        if (coding != 0 && bits is not (16 or 32)) throw new InvalidDataException($"channel masks go with 16 or 32 bits a pixel, and it has {bits}");

        var (start, stride) = (Whole(file, 10), ((long)width * bits + 31) / 32 * 4);
        if (start < FileHeader + header || start > file.Length) throw new InvalidDataException($"its pixels are said to begin at byte {start} of {file.Length}");
        if (start + stride * height > file.Length) throw new InvalidDataException($"{height:#,0} rows of {stride:#,0} bytes are not in it: it is cut off");
        var rows = new Rows(file[start..], (int)stride, width, height, FromTop: tall < 0);
        return bits switch
        {
            1 or 4 or 8 => Indexed(rows, bits, Palette(file, header, start, bits)),
            24 => Masked(rows, 3, [0xff0000, 0xff00, 0xff, 0]),
            16 => Masked(rows, 2, coding == 0 ? [0x7c00, 0x3e0, 0x1f, 0] : MasksOf(file, header, coding)),
            32 => Masked(rows, 4, coding == 0 ? [0xff0000, 0xff00, 0xff, 0] : MasksOf(file, header, coding)),
            _ => throw new InvalidDataException($"{bits} bits a pixel are not read; 1, 4, 8, 16, 24 and 32 are"),
        };
    }

    private readonly ref struct Rows(ReadOnlySpan<byte> pixels, int stride, int width, int height, bool FromTop)
    {
        private readonly ReadOnlySpan<byte> pixels = pixels;

        public int Width => width;

        public int Height => height;

        public ReadOnlySpan<byte> this[int row] => pixels.Slice((FromTop ? row : height - 1 - row) * stride, stride);
    }

    private static ReadOnlySpan<byte> Palette(ReadOnlySpan<byte> file, int header, int start, int bits)
    {
        var colours = Whole(file, 46) is > 0 and <= 256 and var said ? said : 1 << bits;
        var from = FileHeader + header;
        return file[from..Math.Min(start, from + colours * 4)];
    }

    private static Bitmap Indexed(Rows rows, int bits, ReadOnlySpan<byte> palette)
    {
        var rgb = new byte[rows.Width * rows.Height * 3];
        var to = 0;
        for (var y = 0; y < rows.Height; y++)
        {
            var row = rows[y];
            for (var x = 0; x < rows.Width; x++, to += 3)
            {
                var place = x * bits;
                var index = (row[place / 8] >> (8 - bits - place % 8)) & ((1 << bits) - 1);
                if (index * 4 + 2 >= palette.Length) throw new InvalidDataException($"a pixel has colour {index}, and the palette has {palette.Length / 4}");
                (rgb[to], rgb[to + 1], rgb[to + 2]) = (palette[index * 4 + 2], palette[index * 4 + 1], palette[index * 4]);
            }
        }
        return new(rgb, rows.Width, rows.Height, 3);
    }

    private static Bitmap Masked(Rows rows, int bytes, uint[] masks)
    {
        var bands = masks[3] == 0 ? 3 : 4;
        var pixels = new byte[rows.Width * rows.Height * bands];
        var to = 0;
        for (var y = 0; y < rows.Height; y++)
        {
            var row = rows[y];
            for (var x = 0; x < rows.Width; x++)
            {
                uint value = 0;
                for (var b = 0; b < bytes; b++) value |= (uint)row[x * bytes + b] << (8 * b);
                for (var band = 0; band < bands; band++) pixels[to++] = Channel(value, masks[band]);
            }
        }
        return new(pixels, rows.Width, rows.Height, bands);
    }

    private static uint[] MasksOf(ReadOnlySpan<byte> file, int header, int coding)
    {
        // In the newer headers the masks are part of it; after the oldest they follow. Alpha only where it is said that there is one.
        var from = FileHeader + OldestHeader;
        var alpha = coding == AlphaMasks || header >= 56;
        if (from + (alpha ? 16 : 12) > file.Length) throw new InvalidDataException("its channel masks are cut off");
        uint[] masks = [(uint)Whole(file, from), (uint)Whole(file, from + 4), (uint)Whole(file, from + 8), alpha ? (uint)Whole(file, from + 12) : 0];
        if (masks.AsSpan(0, 3).Contains(0u)) throw new InvalidDataException("a colour has no bits");
        return masks;
    }

    /// <summary>A channel of any number of bits as 0 to 255.</summary>
    private static byte Channel(uint value, uint mask)
    {
        var shift = System.Numerics.BitOperations.TrailingZeroCount(mask);
        ulong most = mask >> shift;
        return (byte)((((value & mask) >> shift) * 255ul + most / 2) / most);
    }

    private static int Whole(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);

    private static int Short(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);
}
