namespace Assay.Adapters.Protocols;

/// <summary>The bytes of an answer as they come: taken down, counted, and no more than the limit.</summary>
internal sealed class ReplyStream(Stream inner, Recording recording, long most) : Stream
{
    private long count;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        recording.Received(buffer.Span[..read]);
        count += read;
        return count <= most ? read : throw new MalformedReplyException($"The answer is longer than the {most / 1_048_576} MB that are read, and was cut off.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>An answer that is not what the protocol says; the message holds no secret.</summary>
internal sealed class MalformedReplyException(string message) : Exception(message);
