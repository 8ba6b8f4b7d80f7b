namespace Assay.Host.Export;

/// <summary>Bytes that grow, used again for page after page: a page of hundreds of kilobytes makes no garbage.</summary>
public sealed class PageStream : Stream
{
    private byte[] bytes = new byte[1 << 18];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Clear() => length = 0;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (bytes.Length - length < buffer.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + buffer.Length));
        buffer.CopyTo(bytes.AsSpan(length));
        length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => length;
    public override long Position { get => length; set => throw new NotSupportedException("Pages are written from front to back."); }
    public override void Flush() { }
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Pages are written here, never read.");
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Pages are written from front to back.");
    public override void SetLength(long value) => throw new NotSupportedException("Pages are written from front to back.");
}
