using System.Runtime.InteropServices;

namespace Assay.Adapters.Images.Vips;

/// <summary>The images of one piece of work; all are let go together at its end. For one thread.</summary>
internal sealed unsafe class VipsScope(VipsLibrary library) : IDisposable
{
    private readonly List<nint> images = [];

    public VipsLibrary Library => library;

    public VipsOperation Operation(string name) => new(this, name);

    /// <param name="pixels">Rows from the top without padding, one byte a band.</param>
    /// <param name="bands">3: RGB; 4: RGB and alpha.</param>
    public VipsImage FromPixels(ReadOnlySpan<byte> pixels, int width, int height, int bands)
    {
        nint image;
        fixed (byte* start = pixels) image = library.Call.ImageFromMemory(start, (nuint)pixels.Length, width, height, bands, 0);
        return image == 0 ? throw new VipsException(library.TakeError()) : Operation("copy").With("in", Take(image)).With("interpretation", "srgb").Image();
    }

    internal VipsImage Take(nint image)
    {
        images.Add(image);
        return new(this, image);
    }

    public void Dispose()
    {
        foreach (var image in images) library.Call.Unref(image);
        images.Clear();
    }
}

/// <summary>An image, or the recipe of one, as long as its scope lives.</summary>
internal sealed unsafe class VipsImage(VipsScope scope, nint handle)
{
    private readonly VipsFunctions call = scope.Library.Call;

    public nint Handle => handle;

    public int Width => call.Width(handle);

    public int Height => call.Height(handle);

    public int Bands => call.Bands(handle);

    public bool HasAlpha => call.HasAlpha(handle) != 0;

    /// <summary>1 and above; an animation or a document of several pages has more.</summary>
    public int Pages => call.Pages(handle);

    /// <summary>Of EXIF: 1 is upright, 2 to 8 turned or mirrored.</summary>
    public int Orientation => call.Orientation(handle);

    /// <summary>Bytes of one band of one pixel.</summary>
    public int BandBytes => call.Format(handle) switch { 0 or 1 => 1, 2 or 3 => 2, 4 or 5 or 6 => 4, 7 or 8 => 8, _ => 16 };

    /// <summary>An operation on this image, whose argument for it is <c>in</c>.</summary>
    public VipsOperation Then(string operation) => scope.Operation(operation).With("in", this);

    /// <summary>Names of all that the file says beside its pixels, such as <c>exif-data</c>.</summary>
    public IReadOnlyList<string> Fields()
    {
        var all = call.Fields(handle);
        var names = new List<string>();
        for (var one = all; *one is not null; one++) names.Add(Marshal.PtrToStringUTF8((nint)(*one)) ?? "");
        call.FreeTexts((nint)all);
        return names;
    }

    /// <summary>Reads every pixel: rows from the top without padding.</summary>
    /// <exception cref="VipsException">The file is damaged.</exception>
    public byte[] Pixels()
    {
        nuint length;
        var start = call.ImageToMemory(handle, &length);
        if (start == 0) throw new VipsException(scope.Library.TakeError());
        try
        {
            return new ReadOnlySpan<byte>((void*)start, checked((int)length)).ToArray();
        }
        finally
        {
            call.Free(start);
        }
    }
}
