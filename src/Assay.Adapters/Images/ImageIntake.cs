using Assay.Adapters.Images.Vips;

namespace Assay.Adapters.Images;

/// <summary>Takes a file of anyone's and makes of it the image that is sent: known format, within the caps, upright, sRGB, without metadata. Safe for use by many threads.</summary>
public sealed class ImageIntake(ImageWork work)
{
    /// <summary>The same bytes give the same image, as long as libvips is the same.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="limits">Caps; null for the usual ones.</param>
    /// <param name="cancellationToken">Ends the wait for a turn; an image that is being read is read to its end, which the caps keep short.</param>
    public async Task<ImageIntakeResult> Prepare(ReadOnlyMemory<byte> file, ImageLimits? limits, CancellationToken cancellationToken)
    {
        limits ??= new();
        if (file.IsEmpty) return new ImageIntakeResult.Refused(ImageRefusal.Empty, "The file is empty (0 bytes): it was not read or sent whole. Choose it again.");
        if (file.Length > limits.MostBytes) return new ImageIntakeResult.Refused(ImageRefusal.TooLarge, $"The file has {file.Length:#,0} bytes; at most {limits.MostBytes:#,0} are taken. Save it smaller.");
        var format = ImageFormats.Sniff(file.Span);
        if (format.Objection() is { } objection) return new ImageIntakeResult.Refused(ImageRefusal.Format, objection);
        if (work.Library.Missing is { } missing) return new ImageIntakeResult.Refused(ImageRefusal.NoLibrary, missing);
        return await work.Run(scope => Make(scope, file, format, limits), cancellationToken);
    }

    private static ImageIntakeResult Make(VipsScope scope, ReadOnlyMemory<byte> file, ImageFormat format, ImageLimits limits)
    {
        try
        {
            var decoded = Decoded.Read(scope, file.Span, format, limits);
            var (image, resized) = Encoded.ForSending(scope, decoded, limits);
            return new ImageIntakeResult.Ready(new(image, resized ? decoded.Facts with { ResizedFrom = decoded.Upright } : decoded.Facts));
        }
        catch (ImageRefusedException e)
        {
            return new ImageIntakeResult.Refused(e.Kind, e.Message);
        }
        catch (Exception e) when (e is VipsException or InvalidDataException)
        {
            return new ImageIntakeResult.Refused(ImageRefusal.Damaged, $"The {format.Name()} file is damaged or cut off: {e.Message.TrimEnd('.')}. Save or send it again.");
        }
    }
}
