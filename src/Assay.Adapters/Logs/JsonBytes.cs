namespace Assay.Adapters.Logs;

/// <summary>The bytes of a file as they are needed, with Python's words for no number mended and the mark at the beginning left out.</summary>
internal sealed class JsonBytes(Stream stream) : IDisposable
{
    private readonly NotNumbers mend = new();
    private byte[] raw = new byte[1 << 16];
    private int held;
    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;
    private bool begun;

    /// <summary>What has been read and not dropped.</summary>
    public ReadOnlySpan<byte> Ready => buffer.AsSpan(start, end - start);

    /// <summary>Whether nothing comes after <see cref="Ready"/>.</summary>
    public bool IsLast { get; private set; }

    public void Drop(int count) => start += count;

    /// <summary>Reads on. What is there is doubled each time, so that a large piece is not looked at too often.</summary>
    /// <exception cref="LogRefusedException">One piece is larger than any record is.</exception>
    public void More(string name)
    {
        var wanted = Math.Max(1 << 16, end - start);
        if (end - start > LogLimits.PieceBytes) throw new LogRefusedException($"{name} holds a record of more than {LogLimits.PieceBytes:#,0} bytes; at most that is read of one.");
        while (wanted > 0 && !IsLast) wanted -= Portion();
    }

    public void Dispose() => stream.Dispose();

    private int Portion()
    {
        var read = stream.ReadAtLeast(raw.AsSpan(held), raw.Length - held, throwOnEndOfStream: false);
        IsLast = held + read < raw.Length;
        var source = raw.AsSpan(0, held + read);
        if (!begun && source is [0xef, 0xbb, 0xbf, ..]) source = source[3..];
        begun = true;
        MakeRoom(source.Length * 4 / 3 + 4);
        var written = mend.Mend(source, IsLast, buffer.AsSpan(end), out var taken);
        end += written;
        held = source.Length - taken;
        source[taken..].CopyTo(raw);
        return Math.Max(written, 1);
    }

    private void MakeRoom(int wanted)
    {
        if (buffer.Length - end >= wanted) return;
        var length = end - start;
        var target = buffer.Length - length >= wanted ? buffer : new byte[Math.Max(buffer.Length * 2, length + wanted)];
        Buffer.BlockCopy(buffer, start, target, 0, length);
        (buffer, start, end) = (target, 0, length);
    }
}
