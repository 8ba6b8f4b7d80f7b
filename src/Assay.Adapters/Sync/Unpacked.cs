using System.Buffers.Binary;
using System.IO.Compression;

namespace Assay.Adapters.Sync;

/// <summary>Unpacks, but never more than a limit: a few kilobytes can unpack to gigabytes.</summary>
internal static class Unpacked
{
    /// <param name="bytes">One gzip file, as servers send it.</param>
    /// <param name="most">Bytes that are taken.</param>
    /// <exception cref="InvalidDataException">Broken, cut off, or too large.</exception>
    public static byte[] Gzip(byte[] bytes, long most)
    {
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        byte[]? all;
        try
        {
            all = Read(packed, most);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"broken gzip: {e.Message.TrimEnd('.')}", e);
        }
        if (all is null) throw new InvalidDataException($"it unpacks to more than the {most:#,0} bytes that are taken");
        // The stream takes a cut file for a short one. The last four bytes say how much there should be.
        return bytes.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan()[^4..]) == all.Length ? all : throw new InvalidDataException("broken gzip: it is cut off");
    }

    /// <returns>Null when there is more.</returns>
    public static byte[]? Read(Stream stream, long most)
    {
        using var all = new MemoryStream();
        var part = new byte[1 << 16];
        int read;
        while ((read = stream.Read(part)) > 0)
        {
            if (all.Length + read > most) return null;
            all.Write(part, 0, read);
        }
        return all.ToArray();
    }
}
