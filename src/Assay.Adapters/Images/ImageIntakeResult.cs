using Assay.Calls;

namespace Assay.Adapters.Images;

/// <summary>What became of a file: an image to send, or why there is none.</summary>
public abstract record ImageIntakeResult
{
    private ImageIntakeResult()
    {
    }

    public sealed record Ready(PreparedImage Image) : ImageIntakeResult;

    /// <param name="Message">The value, what is allowed and the fix; shown to the user as it is.</param>
    public sealed record Refused(ImageRefusal Kind, string Message) : ImageIntakeResult;
}

/// <summary>Why a file was not taken.</summary>
public enum ImageRefusal
{
    NotDecided = 0,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Too many bytes, pixels, or too much memory.</summary>
    TooLarge,

    /// <summary>A format that is not read, or no image.</summary>
    Format,

    /// <summary>Cut off, or against its format.</summary>
    Damaged,

    /// <summary>There is no library on this machine to read images with.</summary>
    NoLibrary,
}

/// <param name="Image">What is sent.</param>
/// <param name="Facts">What was found and done, for the user to see.</param>
public sealed record PreparedImage(CallImage Image, ImageFacts Facts);

/// <summary>What a file was and what was done to it before it is sent.</summary>
public sealed record ImageFacts
{
    public required ImageFormat Format { get; init; }

    /// <summary>Pixels as the file has them, before it was turned upright.</summary>
    public required int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public required int Height { get; init; }

    /// <summary>Of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Frames or pages in the file; the first is what is sent.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>EXIF's number, 1 to 8; 1 where the image stood upright.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Width and height, upright, from which it was made smaller; null where it kept its size.</summary>
    public (int Width, int Height)? ResizedFrom { get; init; }

    /// <summary>Whether a colour profile was followed: its colours are now those of sRGB.</summary>
    public bool ColourConverted { get; init; }

    /// <summary>Whether any of the image is transparent; that is kept.</summary>
    public bool Transparent { get; init; }

    /// <summary>What else the file held and is not sent: <c>EXIF</c>, <c>position (GPS)</c>, <c>XMP</c>, <c>IPTC</c>, <c>comments</c>, <c>colour profile</c>.</summary>
    public IReadOnlyList<string> MetadataRemoved { get; init; } = [];

    /// <summary>The above in plain words, one thing a line; nothing where the image is sent as it came.</summary>
    public IReadOnlyList<string> Words()
    {
        var words = new List<string>();
        if (Pages > 1) words.Add($"The first of {Pages} {(Format is ImageFormat.Tiff ? "pages" : "frames")} is sent.");
        if (Orientation > 1) words.Add($"Turned upright (EXIF orientation {Orientation}).");
        if (ResizedFrom is { } from) words.Add($"Made smaller from {from.Width} × {from.Height} pixels.");
        if (ColourConverted) words.Add("Colours converted to sRGB.");
        if (MetadataRemoved.Count > 0) words.Add($"Removed: {string.Join(", ", MetadataRemoved)}.");
        return words;
    }
}
