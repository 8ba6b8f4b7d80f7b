using System.Runtime.InteropServices;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Bench;
using Xunit;

namespace Assay.Tests.Engines;

/// <summary>Pictures for tests: drawn here, or read from a file.</summary>
internal static class TestPicture
{
    public static Pixels Plain(int width, int height, byte grey) => DrawnPicture.Plain(width, height, grey);

    public static Pixels Text(int scale, params string[] lines) => DrawnPicture.Text(scale, lines);

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
