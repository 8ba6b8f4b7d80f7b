using System.Buffers;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Takes down what one attempt sends and receives; secrets are replaced when it is read. Not safe for use by two threads at once.</summary>
/// <param name="secrets">Texts that must not be kept: the key above all.</param>
/// <param name="mostReply">Most bytes of a reply that are kept.</param>
public sealed class Recording(Secrets secrets, int mostReply = 8 * 1024 * 1024)
{
    private ArrayBufferWriter<byte>? _reply;
    private string _method = "", _address = "";
    private IReadOnlyList<KeyValuePair<string, string>> _requestHeaders = [], _replyHeaders = [];
    private ReadOnlyMemory<byte> _request;
    private bool _sent, _answered, _cut;

    /// <param name="secrets">Texts that must not be kept.</param>
    public Recording(IReadOnlyList<string> secrets) : this(Secrets.Among(secrets))
    {
    }

    /// <summary>Told whenever something comes, so that a slow answer is not taken for a dead one.</summary>
    public Action? Heard { get; init; }

    /// <summary>Whether the request has gone out: from then on it may be charged.</summary>
    public bool WasSent => _sent;

    public void Sent(string method, string address, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body) =>
        (_sent, _method, _address, _requestHeaders, _request) = (true, method, address, headers, body);

    public void Answered(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        (_answered, _replyHeaders) = (true, headers);
        Heard?.Invoke();
    }

    public void Received(ReadOnlySpan<byte> bytes)
    {
        _answered = true;
        Heard?.Invoke();
        var reply = _reply ??= new(Math.Max(1024, bytes.Length));
        var room = Math.Min(bytes.Length, mostReply - reply.WrittenCount);
        reply.Write(bytes[..room]);
        _cut |= room < bytes.Length;
    }

    /// <summary>Null where nothing was sent.</summary>
    public Exchange? Exchange => !_sent ? null : new(_method, secrets.Clean(_address), Clean(_requestHeaders), secrets.Clean(_request), Clean(_replyHeaders), _answered ? Reply : null, _cut);

    /// <summary>Where the reply was cut, half a secret may stand at its end: as many bytes are left out.</summary>
    private ReadOnlyMemory<byte> Reply
    {
        get
        {
            if (_reply is null) return ReadOnlyMemory<byte>.Empty;
            return secrets.Clean(_reply.WrittenMemory[..(_cut ? Math.Max(0, _reply.WrittenCount - secrets.Longest) : _reply.WrittenCount)].ToArray());
        }
    }

    private IReadOnlyList<KeyValuePair<string, string>> Clean(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        KeyValuePair<string, string>[]? cleaned = null;
        for (var i = 0; i < headers.Count; i++)
        {
            var value = secrets.Clean(headers[i].Value);
            if (!ReferenceEquals(value, headers[i].Value)) (cleaned ??= [.. headers])[i] = new(headers[i].Key, value);
        }
        return cleaned ?? headers;
    }
}
