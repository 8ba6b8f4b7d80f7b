using Assay.Adapters.Web;

namespace Assay.Adapters.Sync;

/// <summary>Reads the bytes of an answer, counted as they come and again as they unpack, and looks whether they can be what was asked for.</summary>
internal sealed class AnswerBody(HttpResponseMessage answer, Uri address, SyncSource source, IProgress<SyncStep> progress)
{
    private static readonly string[] JsonTypes = ["application/json", "text/json", "text/plain", "application/octet-stream"];
    private static readonly string[] ArchiveTypes = ["application/gzip", "application/x-gzip", "application/x-tar", "application/x-gtar", "application/octet-stream"];

    /// <summary>Bytes that came over the line so far.</summary>
    public long Received { get; private set; }

    /// <exception cref="FetchException">Too large, of another kind, or broken.</exception>
    public async Task<byte[]> Read(CancellationToken cancellationToken)
    {
        CheckType();
        var length = answer.Content.Headers.ContentLength;
        if (length > source.MostBytes) throw Fault($"the answer is {length:#,0} bytes long; at most {source.MostBytes:#,0} are taken");
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = await Take(stream, length, cancellationToken);
        // An archive that the server calls packed is the archive all the same.
        if (!source.IsArchive && answer.Content.Headers.ContentEncoding.LastOrDefault() is { } encoding) bytes = Unpack(bytes, encoding);
        if (!source.IsArchive) CheckJson(bytes);
        return bytes;
    }

    private void CheckType()
    {
        var type = answer.Content.Headers.ContentType?.MediaType;
        var allowed = source.IsArchive ? ArchiveTypes : JsonTypes;
        if (type is not null && !allowed.Contains(type, StringComparer.OrdinalIgnoreCase) && !(type.EndsWith("+json", StringComparison.OrdinalIgnoreCase) && !source.IsArchive))
            throw Fault($"the answer is of the type '{type}'; allowed are {string.Join(", ", allowed)}");
    }

    private async Task<byte[]> Take(Stream stream, long? length, CancellationToken cancellationToken)
    {
        void Tell(long received)
        {
            Received = received;
            if (received <= source.MostBytes) progress.Report(new(source.Feed, "fetching", address.AbsoluteUri, received, length));
        }
        return await stream.ReadAtMost(source.MostBytes, Tell, cancellationToken) ?? throw Fault($"the answer is longer than the {source.MostBytes:#,0} bytes that are taken");
    }

    private byte[] Unpack(byte[] bytes, string encoding)
    {
        if (encoding == "identity") return bytes;
        if (encoding is not ("gzip" or "x-gzip")) throw Fault($"the answer is packed as '{encoding}'; gzip is read");
        try
        {
            return Unpacked.Gzip(bytes, source.MostBytes);
        }
        catch (InvalidDataException e)
        {
            throw new FetchException(address, e.Message, answer.StatusCode, Received, e) { MayPass = true };
        }
    }

    private void CheckJson(byte[] bytes)
    {
        var text = bytes.AsSpan();
        if (text.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) throw Fault("the answer is empty");
        if (text[0] == '<') throw Fault("the answer is HTML, where JSON was asked for");
        if (text[0] is not ((byte)'{' or (byte)'[')) throw Fault("the answer is not JSON: it begins with neither '{' nor '['");
    }

    private FetchException Fault(string problem) => new(address, problem, answer.StatusCode, Received);
}
