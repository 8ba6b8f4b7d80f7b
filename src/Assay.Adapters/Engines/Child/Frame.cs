using System.Buffers.Binary;

namespace Assay.Adapters.Engines.Child;

/// <summary>
/// What goes between parent and child: the length of a JSON header and the length of a body, four bytes each, little-endian; then the header; then
/// the body, which is the bytes of a picture or nothing.
/// </summary>
internal sealed record Frame(byte[] Header, byte[] Body)
{
    private const int MostHeader = 16 * 1024 * 1024, MostBody = 1024 * 1024 * 1024;

    public static async Task Write(Stream stream, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> body)
    {
        var lengths = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, header.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths.AsSpan(4), body.Length);
        await stream.WriteAsync(lengths);
        await stream.WriteAsync(header);
        await stream.WriteAsync(body);
        await stream.FlushAsync();
    }

    /// <summary>Null where the other side is gone.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public static async Task<Frame?> Read(Stream stream)
    {
        var lengths = new byte[8];
        try
        {
            if (await stream.ReadAtLeastAsync(lengths, lengths.Length, throwOnEndOfStream: false) < lengths.Length) return null;
            var (header, body) = (BinaryPrimitives.ReadInt32LittleEndian(lengths), BinaryPrimitives.ReadInt32LittleEndian(lengths.AsSpan(4)));
            if (header is < 0 or > MostHeader || body is < 0 or > MostBody) throw new InvalidDataException($"A frame with lengths {header} and {body} came: something else than the engine wrote to its output.");
            var frame = new Frame(new byte[header], new byte[body]);
            await stream.ReadExactlyAsync(frame.Header);
            await stream.ReadExactlyAsync(frame.Body);
            return frame;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}

/// <summary>A picture to be looked at; its bytes are the body.</summary>
internal sealed record EngineRequest(int Width, int Height, double? MinScore);

/// <summary>What the child says: once when it is loaded, then once for each picture.</summary>
internal sealed record EngineAnswer
{
    public string? Text { get; init; }
    public IReadOnlyList<EngineLine>? Lines { get; init; }

    /// <summary>Why there is no text.</summary>
    public string? Error { get; init; }

    /// <summary>Of the work alone.</summary>
    public double Milliseconds { get; init; }
}
