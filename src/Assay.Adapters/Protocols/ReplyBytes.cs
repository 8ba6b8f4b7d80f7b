using System.Buffers;
using System.Text.Json;

namespace Assay.Adapters.Protocols;

/// <summary>The bytes of an answer in memory that is lent: disposing of it gives the memory back.</summary>
internal sealed class ReplyBytes : IDisposable
{
    private const int Step = 16 * 1024;

    private byte[] bytes;
    private int length;

    private ReplyBytes(int room) => bytes = ArrayPool<byte>.Shared.Rent(room);

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, length);

    /// <summary>All of them; the stream itself limits how many there may be.</summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="told">How many were announced; null where that is not known.</param>
    /// <param name="cancellationToken">Gives the reading up.</param>
    public static async ValueTask<ReplyBytes> All(Stream stream, long? told, CancellationToken cancellationToken)
    {
        // One byte more, so that the end is seen without growing.
        var all = new ReplyBytes((int)Math.Clamp((told ?? 0) + 1, 1024, 1_048_576));
        try
        {
            while (await stream.ReadAsync(all.bytes.AsMemory(all.length), cancellationToken) is > 0 and var read)
            {
                all.length += read;
                if (all.length == all.bytes.Length) all.Grow();
            }
            return all;
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    /// <summary>The first ones, at most so many.</summary>
    public static async Task<byte[]> Start(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var part = new byte[Math.Min(most, Step)];
        while (kept.Length < most && await stream.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, most - kept.Length)), cancellationToken) is > 0 and var read) kept.Write(part, 0, read);
        return kept.ToArray();
    }

    /// <summary>Whether a JSON document is right as far as it goes, and not whole.</summary>
    public static bool EndTooSoon(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }
            return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }

    public void Dispose()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
    }
}
