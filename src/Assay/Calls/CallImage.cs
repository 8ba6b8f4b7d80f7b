namespace Assay.Calls;

/// <summary>
/// An image as it is sent to a model: decoded once, turned upright, without metadata, within the caps. Sizes are of these very bytes.
/// </summary>
/// <param name="Hash">SHA-256 of <paramref name="Bytes"/>, 64 lower-case hexadecimal digits.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Width">Pixels, 1 and above.</param>
/// <param name="Height">Pixels, 1 and above.</param>
/// <param name="Bytes">The encoded file.</param>
public sealed record CallImage(string Hash, string MediaType, int Width, int Height, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The same without the bytes: what a record of the call keeps.</summary>
    public SentImage Sent => new(Hash, MediaType, Width, Height, Bytes.Length);
}

/// <summary>What was sent, as a record keeps it; the bytes lie in the store under <paramref name="Hash"/>.</summary>
/// <param name="Hash">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Length">Bytes.</param>
public sealed record SentImage(string Hash, string MediaType, int Width, int Height, int Length);
