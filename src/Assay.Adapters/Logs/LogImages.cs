using Assay.Calls;

namespace Assay.Adapters.Logs;

/// <summary>
/// Images that stand in a log, by the hash that its samples name them by. Their bytes lie in the spool, as the log has them until they were looked at and as they are sent
/// from then on: however many there are, one is held at a time. Not thread-safe.
/// </summary>
public sealed class LogImages : IDisposable
{
    private readonly LogSpool spool;
    private readonly Dictionary<string, Kept> images = new(StringComparer.Ordinal);
    private long bytes;

    internal LogImages(LogSpool spool) => this.spool = spool;

    /// <summary>In the order of the log.</summary>
    public IReadOnlyCollection<string> Hashes => images.Keys;

    /// <summary>The file as the log has it; looked at by nobody yet.</summary>
    public ReadOnlyMemory<byte> File(string hash) => spool.Get(images[hash].File);

    /// <summary>The image as it is to be sent; null where there is none, or it was refused.</summary>
    public CallImage? Sent(string hash) => images.TryGetValue(hash, out var kept) && kept.Sent is { } sent ? new(sent.Hash, sent.MediaType, sent.Width, sent.Height, spool.Get(sent.Bytes)) : null;

    /// <exception cref="LogRefusedException">There are too many bytes of them.</exception>
    internal void Add(string hash, ReadOnlySpan<byte> file)
    {
        if (images.ContainsKey(hash)) return;
        if ((bytes += file.Length) > LogLimits.ImageBytes) throw new LogRefusedException($"Its images take more than {LogLimits.ImageBytes:#,0} bytes; at most so many are read of one log.");
        images[hash] = new(spool.Put(file), null);
    }

    /// <summary>What came of looking at one.</summary>
    internal void Ready(string hash, CallImage image) => images[hash] = images[hash] with { Sent = new(image.Hash, image.MediaType, image.Width, image.Height, spool.Put(image.Bytes.Span)) };

    /// <summary>Whatever lies in the spool is gone.</summary>
    public void Dispose() => spool.Dispose();

    private sealed record Kept(LogSpool.Place File, SentImage? Sent);

    private sealed record SentImage(string Hash, string MediaType, int Width, int Height, LogSpool.Place Bytes);
}
