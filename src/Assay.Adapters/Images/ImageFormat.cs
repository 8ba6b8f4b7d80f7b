using System.Text;

namespace Assay.Adapters.Images;

/// <summary>What a file is by its first bytes; its name and what a server calls it count for nothing.</summary>
public enum ImageFormat
{
    /// <summary>No image that is known here.</summary>
    NotDecided = 0,
    Png,
    Jpeg,
    Webp,

    /// <summary>Of an animation the first frame is read.</summary>
    Gif,
    Bmp,

    /// <summary>Of several pages the first is read.</summary>
    Tiff,

    // From here on: known, and refused with what to do instead.
    Heic,
    Avif,
    Svg,
    Pdf,
    Jpeg2000,
    JpegXl,
    Icon,
    Photoshop,
    Html,
    Archive,
}

/// <summary>The formats in words.</summary>
public static class ImageFormats
{
    /// <summary>For messages: what can be sent.</summary>
    public const string Read = "PNG, JPEG, WebP, GIF (first frame), BMP and TIFF (first page)";

    /// <summary>For the <c>accept</c> of a form.</summary>
    public const string MediaTypes = "image/png,image/jpeg,image/webp,image/gif,image/bmp,image/tiff";

    public static bool IsRead(this ImageFormat format) => format is >= ImageFormat.Png and <= ImageFormat.Tiff;

    public static string Name(this ImageFormat format) => format switch
    {
        ImageFormat.Png => "PNG",
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Webp => "WebP",
        ImageFormat.Gif => "GIF",
        ImageFormat.Bmp => "BMP",
        ImageFormat.Tiff => "TIFF",
        ImageFormat.Heic => "HEIC",
        ImageFormat.Avif => "AVIF",
        ImageFormat.Svg => "SVG",
        ImageFormat.Pdf => "PDF",
        ImageFormat.Jpeg2000 => "JPEG 2000",
        ImageFormat.JpegXl => "JPEG XL",
        ImageFormat.Icon => "an icon file (ICO)",
        ImageFormat.Photoshop => "a Photoshop file (PSD)",
        ImageFormat.Html => "a web page (HTML)",
        ImageFormat.Archive => "an archive (ZIP)",
        _ => "no image format that is known here",
    };

    /// <summary>Why a file of this format is not taken, and the way round; null where it is taken.</summary>
    public static string? Objection(this ImageFormat format) => format switch
    {
        _ when format.IsRead() => null,
        ImageFormat.Heic or ImageFormat.Avif or ImageFormat.JpegXl or ImageFormat.Jpeg2000 => $"The file is {format.Name()}, which is not read. Save it as JPEG (or as PNG, to lose nothing).",
        ImageFormat.Svg => "The file is SVG, which is a drawing and not a picture: it may fetch other files, and no model takes it. Save it as PNG in the size that is wanted.",
        ImageFormat.Pdf => "The file is PDF, which is not read. Save the page that matters as PNG.",
        ImageFormat.Icon or ImageFormat.Photoshop => $"The file is {format.Name()}, which is not read. Save it as PNG.",
        ImageFormat.Html => "The file is a web page (HTML) and not an image. Take the address of the picture itself.",
        ImageFormat.Archive => "The file is an archive (ZIP). Take the picture out of it.",
        _ => $"The file is {format.Name()}. {Read} are read.",
    };

    /// <summary>Tells the format. Only the beginning counts: what is hidden behind a picture is lost when the picture is made anew.</summary>
    public static ImageFormat Sniff(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return ImageFormat.Png;
        if (file.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return ImageFormat.Jpeg;
        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)) return ImageFormat.Gif;
        if (file.StartsWith("RIFF"u8) && At(file, 8, "WEBP"u8)) return ImageFormat.Webp;
        if (file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) || file.StartsWith("II+\0"u8) || file.StartsWith("MM\0+"u8)) return ImageFormat.Tiff;
        if (file.StartsWith("BM"u8)) return ImageFormat.Bmp;
        if (At(file, 4, "ftyp"u8)) return Brand(file);
        if (file.StartsWith("%PDF-"u8)) return ImageFormat.Pdf;
        if (file.StartsWith("8BPS"u8)) return ImageFormat.Photoshop;
        if (file.StartsWith("PK\x03\x04"u8)) return ImageFormat.Archive;
        if (file.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0])) return ImageFormat.Icon;
        if (At(file, 4, "jP  "u8) || file.StartsWith((ReadOnlySpan<byte>)[0xff, 0x4f, 0xff, 0x51])) return ImageFormat.Jpeg2000;
        if (At(file, 4, "JXL "u8) || file.StartsWith((ReadOnlySpan<byte>)[0xff, 0x0a])) return ImageFormat.JpegXl;
        return Markup(file);
    }

    private static bool At(ReadOnlySpan<byte> file, int place, ReadOnlySpan<byte> mark) => file.Length >= place + mark.Length && file[place..].StartsWith(mark);

    /// <summary>Which of the formats in an ISO media file it is: the main brand, else the others it claims to fit.</summary>
    private static ImageFormat Brand(ReadOnlySpan<byte> file)
    {
        var brands = file[8..Math.Min(file.Length, 64)];
        if (brands.IndexOf("avif"u8) >= 0 || brands.IndexOf("avis"u8) >= 0) return ImageFormat.Avif;
        foreach (var mark in (string[])["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"])
            if (brands.IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0) return ImageFormat.Heic;
        return ImageFormat.NotDecided;
    }

    private static ImageFormat Markup(ReadOnlySpan<byte> file)
    {
        var head = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 4096)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (!head.StartsWith('<')) return ImageFormat.NotDecided;
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return ImageFormat.Html;
        return head.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? ImageFormat.Svg : ImageFormat.NotDecided;
    }
}
