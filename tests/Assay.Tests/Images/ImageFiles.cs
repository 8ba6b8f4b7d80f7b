using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Assay.Tests.Images;

/// <summary>Image files made by hand, so that each byte of them is known.</summary>
internal static class ImageFiles
{
    /// <summary>A colour for each place: a picture whose corners can be told apart.</summary>
    public static (byte R, byte G, byte B) Corners(int x, int y, int width, int height) =>
        (x < width / 2, y < height / 2) switch { (true, true) => (220, 30, 30), (false, true) => (30, 200, 40), (true, false) => (30, 40, 210), _ => (240, 230, 60) };

    public static byte[] Png(int width, int height, Func<int, int, (byte R, byte G, byte B)>? colour = null, Func<int, int, byte>? alpha = null, params (string Type, byte[] Data)[] chunks)
    {
        colour ??= (x, y) => Corners(x, y, width, height);
        using var raw = new MemoryStream();
        using (var zip = new ZLibStream(raw, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var (r, g, b) = colour(x, y);
                    zip.Write([r, g, b]);
                    if (alpha is not null) zip.WriteByte(alpha(x, y));
                }
            }
        }
        return PngOf(width, height, (byte)(alpha is null ? 2 : 6), 8, raw.ToArray(), chunks);
    }

    public static byte[] PngOf(int width, int height, byte kind, byte depth, byte[] data, params (string Type, byte[] Data)[] chunks)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, kind);
        Chunk(png, "IHDR", header);
        foreach (var (type, content) in chunks) Chunk(png, type, content);
        Chunk(png, "IDAT", data);
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>A colour profile whose red is sRGB's blue and the other way round: who follows it sees the two changed.</summary>
    public static byte[] SwappedProfile()
    {
        (string Name, double[] Xyz)[] colours = [("rXYZ", [0.1431, 0.0606, 0.7141]), ("gXYZ", [0.3851, 0.7169, 0.0971]), ("bXYZ", [0.4361, 0.2225, 0.0139]), ("wtpt", [0.9642, 1, 0.8249])];
        string[] curves = ["rTRC", "gTRC", "bTRC"];
        var tags = 128 + 4 + 12 * (colours.Length + curves.Length);
        var icc = new byte[tags + colours.Length * 20 + 16];
        void Number(int at, int value) => BinaryPrimitives.WriteInt32BigEndian(icc.AsSpan(at), value);
        void Word(int at, string word) => Encoding.ASCII.GetBytes(word).CopyTo(icc, at);
        void Xyz(int at, double[] values)
        {
            for (var i = 0; i < 3; i++) Number(at + i * 4, (int)Math.Round(values[i] * 65536));
        }
        Number(0, icc.Length);
        icc[8] = 2;
        foreach (var (at, word) in ((int, string)[])[(12, "mntr"), (16, "RGB "), (20, "XYZ "), (36, "acsp")]) Word(at, word);
        Xyz(68, colours[3].Xyz);
        Number(128, colours.Length + curves.Length);
        for (var i = 0; i < colours.Length; i++)
        {
            var at = tags + i * 20;
            Word(132 + i * 12, colours[i].Name);
            Number(136 + i * 12, at);
            Number(140 + i * 12, 20);
            Word(at, "XYZ ");
            Xyz(at + 8, colours[i].Xyz);
        }
        var curve = icc.Length - 16;
        Word(curve, "curv");
        Number(curve + 8, 1);
        (icc[curve + 12], icc[curve + 13]) = (2, 0x33);
        for (var i = 0; i < curves.Length; i++)
        {
            var entry = 132 + (colours.Length + i) * 12;
            Word(entry, curves[i]);
            Number(entry + 4, curve);
            Number(entry + 8, 14);
        }
        return icc;
    }

    /// <summary>The chunk of PNG that holds a profile.</summary>
    public static (string Type, byte[] Data) ProfileChunk(byte[] profile) => ("iCCP", [.. "swapped\0\0"u8, .. Zip(profile)]);

    public static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A JPEG with an EXIF segment after its first marker.</summary>
    /// <param name="gps">Adds a position.</param>
    public static byte[] WithExif(byte[] jpeg, ushort orientation, bool gps) => Segment(jpeg, 0xe1, [.. "Exif\0\0"u8, .. Exif(orientation, gps)]);

    public static byte[] Segment(byte[] jpeg, byte marker, byte[] content) =>
        [.. jpeg[..2], 0xff, marker, .. Two(content.Length + 2).Reverse(), .. content, .. jpeg[2..]];

    /// <summary>The simplest GIF there is: no compression, each pixel a code of nine bits with clears between.</summary>
    public static byte[] Gif(int width, int height, int frames = 1)
    {
        using var gif = new MemoryStream();
        gif.Write("GIF89a"u8);
        gif.Write([.. Two(width), .. Two(height), 0xf7, 0, 0]);
        for (var i = 0; i < 256; i++) gif.Write([(byte)i, (byte)(255 - i), 128]);
        for (var frame = 0; frame < frames; frame++)
        {
            gif.Write([0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, .. Two(width), .. Two(height), 0, 8]);
            var (bits, held, bytes) = (0, 0, new List<byte>());
            void Code(int code)
            {
                bits |= code << held;
                for (held += 9; held >= 8; held -= 8, bits >>= 8) bytes.Add((byte)(bits & 255));
            }
            for (var i = 0; i < width * height; i++)
            {
                if (i % 100 == 0) Code(256);
                Code((frame * 90 + 40) & 255);
            }
            Code(257);
            if (held > 0) bytes.Add((byte)(bits & 255));
            foreach (var part in bytes.Chunk(255)) gif.Write([(byte)part.Length, .. part]);
            gif.WriteByte(0);
        }
        gif.WriteByte(0x3b);
        return gif.ToArray();
    }

    /// <summary>An uncompressed TIFF of one strip.</summary>
    public static byte[] Tiff(int width, int height, bool pixels = true)
    {
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        var entries = new (ushort Tag, ushort Type, int Count, int Value)[]
        {
            (256, 4, 1, width), (257, 4, 1, height), (258, 3, 3, 8 + 2 + 9 * 12 + 4), (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, 200), (277, 3, 1, 3), (278, 4, 1, height), (279, 4, 1, unchecked(width * height * 3)),
        };
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)entries.Length);
        foreach (var (tag, type, count, value) in entries)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
        writer.Write(0);
        foreach (var bits in (ushort[])[8, 8, 8]) writer.Write(bits);
        writer.Write(new byte[200 - tiff.Length]);
        for (var i = 0; pixels && i < width * height; i++)
        {
            var (r, g, b) = Corners(i % width, i / width, width, height);
            writer.Write([r, g, b]);
        }
        return tiff.ToArray();
    }

    /// <summary>A bitmap from the bottom up, of 24 bits or, with palette, 8.</summary>
    public static byte[] Bmp(int width, int height, int bits = 24, bool fromTop = false)
    {
        var (stride, palette) = ((width * bits + 31) / 32 * 4, bits == 8 ? 1024 : 0);
        var bmp = new byte[54 + palette + stride * height];
        Encoding.ASCII.GetBytes("BM").CopyTo(bmp, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(2), bmp.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(10), 54 + palette);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), fromTop ? -height : height);
        (bmp[26], bmp[28]) = (1, (byte)bits);
        for (var i = 0; i < palette / 4; i++) (bmp[54 + i * 4], bmp[55 + i * 4], bmp[56 + i * 4]) = ((byte)(i * 3 & 255), (byte)(i * 2 & 255), (byte)i);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (r, g, b) = Corners(x, y, width, height);
                var at = 54 + palette + (fromTop ? y : height - 1 - y) * stride + x * bits / 8;
                if (bits == 8) bmp[at] = r;
                else if (bits == 16) BinaryPrimitives.WriteUInt16LittleEndian(bmp.AsSpan(at), (ushort)((r >> 3 << 10) | (g >> 3 << 5) | (b >> 3)));
                else (bmp[at], bmp[at + 1], bmp[at + 2]) = (b, g, r);
            }
        }
        return bmp;
    }

    private static byte[] Two(int number) => [(byte)(number & 255), (byte)(number >> 8)];

    private static byte[] Exif(ushort orientation, bool gps)
    {
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)(gps ? 2 : 1));
        Entry(0x112, 3, 1, orientation);
        if (gps) Entry(0x8825, 4, 1, 38);
        writer.Write(0);
        if (gps)
        {
            writer.Write((ushort)2);
            Entry(1, 2, 2, 'N');
            Entry(2, 5, 3, 68);
            writer.Write(0);
            foreach (var part in (int[])[51, 1, 30, 1, 26, 1]) writer.Write(part);
        }
        return tiff.ToArray();

        void Entry(ushort tag, ushort type, int count, int value)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, data.Length);
        png.Write(four);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(four, Crc(named));
        png.Write(four);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
        }
        return ~crc;
    }
}
