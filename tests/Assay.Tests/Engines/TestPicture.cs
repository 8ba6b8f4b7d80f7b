using System.Runtime.InteropServices;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Xunit;

namespace Assay.Tests.Engines;

/// <summary>Pictures for tests: drawn here, or read from a file.</summary>
internal static class TestPicture
{
    private const int GlyphWidth = 5, GlyphHeight = 7;

    // Rows of a letter from the top, the highest of five bits on the left.
    private static readonly Dictionary<char, byte[]> Glyphs = new()
    {
        ['A'] = [14, 17, 17, 31, 17, 17, 17], ['B'] = [30, 17, 17, 30, 17, 17, 30], ['C'] = [14, 17, 16, 16, 16, 17, 14], ['D'] = [30, 17, 17, 17, 17, 17, 30],
        ['E'] = [31, 16, 16, 30, 16, 16, 31], ['I'] = [14, 4, 4, 4, 4, 4, 14], ['L'] = [16, 16, 16, 16, 16, 16, 31], ['N'] = [17, 25, 21, 19, 17, 17, 17],
        ['O'] = [14, 17, 17, 17, 17, 17, 14], ['R'] = [30, 17, 17, 30, 20, 18, 17], ['S'] = [15, 16, 16, 14, 1, 1, 30], ['T'] = [31, 4, 4, 4, 4, 4, 4],
        ['1'] = [4, 12, 4, 4, 4, 4, 14], ['2'] = [14, 17, 1, 2, 4, 8, 31], ['3'] = [31, 2, 4, 2, 1, 17, 14], ['4'] = [2, 6, 10, 18, 31, 2, 2], ['7'] = [31, 1, 2, 4, 8, 8, 8], [' '] = [0, 0, 0, 0, 0, 0, 0],
    };

    public static Pixels Plain(int width, int height, byte grey)
    {
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, grey);
        return new(width, height, rgb);
    }

    /// <summary>Dark lines of square letters on white paper, with a margin.</summary>
    public static Pixels Text(int scale, params string[] lines)
    {
        var (step, row) = ((GlyphWidth + 1) * scale, (GlyphHeight + 5) * scale);
        var margin = 6 * scale;
        var picture = Plain(lines.Max(l => l.Length) * step + 2 * margin, lines.Length * row + 2 * margin, 255);
        for (var l = 0; l < lines.Length; l++)
        {
            for (var i = 0; i < lines[l].Length; i++)
            {
                for (var y = 0; y < GlyphHeight * scale; y++)
                {
                    for (var x = 0; x < GlyphWidth * scale; x++)
                        if ((Glyphs[lines[l][i]][y / scale] >> (GlyphWidth - 1 - x / scale) & 1) == 1) picture.Rgb.AsSpan(((margin + l * row + y) * picture.Width + margin + i * step + x) * 3, 3).Fill(20);
                }
            }
        }
        return picture;
    }

    /// <summary>A quarter turn, clockwise.</summary>
    public static Pixels Quarter(Pixels picture)
    {
        var turned = Plain(picture.Height, picture.Width, 0);
        for (var y = 0; y < turned.Height; y++)
            for (var x = 0; x < turned.Width; x++) picture.Rgb.AsSpan(((picture.Height - 1 - x) * picture.Width + y) * 3, 3).CopyTo(turned.Rgb.AsSpan((y * turned.Width + x) * 3));
        return turned;
    }

    /// <summary>A file of the shared data, decoded by the libvips among the engines' files; skips where one of them is not to be had.</summary>
    public static Pixels Shared(EngineFolder engines, string set, params string[] path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The decoder of these tests is for Linux x64.");
        return Read(engines.PathOf(EngineFiles.Libvips!), Path.Combine([TestData.Shared(set), .. path]));
    }

    private static unsafe Pixels Read(string library, string file)
    {
        const int srgb = 22;
        var vips = NativeLibrary.Load(library);
        nint F(string name) => NativeLibrary.GetExport(vips, name);
        var bytes = File.ReadAllBytes(file);
        fixed (byte* data = bytes, none = "\0"u8)
        {
            ((delegate* unmanaged[Cdecl]<byte*, int>)F("vips_init"))(none);
            var image = ((delegate* unmanaged[Cdecl]<void*, nuint, byte*, nint, nint>)F("vips_image_new_from_buffer"))(data, (nuint)bytes.Length, none, 0);
            Assert.NotEqual(0, image);
            nint flat, colours;
            nuint size;
            if (((delegate* unmanaged[Cdecl]<nint, int>)F("vips_image_hasalpha"))(image) != 0 && ((delegate* unmanaged[Cdecl]<nint, nint*, nint, int>)F("vips_flatten"))(image, &flat, 0) == 0) image = flat;
            Assert.Equal(0, ((delegate* unmanaged[Cdecl]<nint, nint*, int, nint, int>)F("vips_colourspace"))(image, &colours, srgb, 0));
            var memory = ((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)F("vips_image_write_to_memory"))(colours, &size);
            return new(((delegate* unmanaged[Cdecl]<nint, int>)F("vips_image_get_width"))(colours), ((delegate* unmanaged[Cdecl]<nint, int>)F("vips_image_get_height"))(colours), new ReadOnlySpan<byte>((void*)memory, (int)size).ToArray());
        }
    }
}
