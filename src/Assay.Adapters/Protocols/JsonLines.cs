using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Assay.Adapters.Protocols;

/// <summary>A stream of JSON documents, one a line.</summary>
internal static class JsonLines
{
    /// <summary>Each line that is not blank, without its end; the last one also where no line end follows. Holds until the next is asked for.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Read(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new(leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                if (Line(rest.Slice(0, end)) is { Length: > 0 } line) yield return line;
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (read.IsCompleted)
            {
                if (Line(rest) is { Length: > 0 } last) yield return last;
                yield break;
            }
            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static ReadOnlyMemory<byte> Line(ReadOnlySequence<byte> bytes) => (bytes.IsSingleSegment ? bytes.First : bytes.ToArray()).Trim(" \t\r"u8.ToArray());
}
