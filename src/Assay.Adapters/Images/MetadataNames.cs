namespace Assay.Adapters.Images;

/// <summary>What a file says beside its pixels, in words for people.</summary>
internal static class MetadataNames
{
    /// <param name="fields">As libvips names them.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> fields)
    {
        var found = new List<string>();
        void Add(string words, Func<string, bool> has)
        {
            if (fields.Any(has)) found.Add(words);
        }
        Add("EXIF", f => f == "exif-data");
        // The third directory of EXIF is the one for positions.
        Add("position (GPS)", f => f.StartsWith("exif-ifd3-GPS", StringComparison.Ordinal));
        Add("XMP", f => f == "xmp-data");
        Add("IPTC", f => f == "iptc-data");
        Add("comments", f => f.StartsWith("png-comment-", StringComparison.Ordinal) || f is "jpeg-comment" or "gif-comment" or "image-description");
        Add("colour profile", f => f == "icc-profile-data");
        return found;
    }
}
