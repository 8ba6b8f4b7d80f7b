using System.Buffers;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>
/// Takes down what one attempt sends and receives; secrets are replaced when it is read. Not safe for use by two threads at once. Disposing of it gives
/// back the memory that the reply was gathered in; an <see cref="Exchange"/> that was asked for before stays.
/// </summary>
/// <param name="secrets">Texts that must not be kept: the key above all.</param>
/// <param name="mostReply">Most bytes of a reply that are kept.</param>
public sealed class Recording(Secrets secrets, int mostReply = 8 * 1024 * 1024) : IDisposable
{
    private byte[] _reply = [];
    private int _length;
    private string _method = "", _address = "";
    private IReadOnlyList<KeyValuePair<string, string>> _requestHeaders = [], _replyHeaders = [];
    private ReadOnlyMemory<byte> _request;
    private bool _sent, _answered, _cut;

    /// <param name="secrets">Texts that must not be kept.</param>
    public Recording(IReadOnlyList<string> secrets) : this(Secrets.Among(secrets))
    {
    }

    /// <summary>Told whenever something comes, so that a slow answer is not taken for a dead one.</summary>
    public Action? Heard { get; set; }

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
        var room = Math.Min(bytes.Length, mostReply - _length);
        if (_length + room > _reply.Length) Grow(_length + room);
        bytes[..room].CopyTo(_reply.AsSpan(_length));
        _length += room;
        _cut |= room < bytes.Length;
    }

    private void Grow(int atLeast)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(atLeast, 2 * _reply.Length));
        _reply.AsSpan(0, _length).CopyTo(larger);
        GiveBack();
        _reply = larger;
    }

    private void GiveBack()
    {
        if (_reply.Length > 0) ArrayPool<byte>.Shared.Return(_reply);
    }

    public void Dispose()
    {
        GiveBack();
        (_reply, _length) = ([], 0);
    }

    /// <summary>Null where nothing was sent.</summary>
    public Exchange? Exchange => !_sent ? null : new(_method, secrets.Clean(_address), Clean(_requestHeaders), secrets.Clean(_request), Clean(_replyHeaders), _answered ? Reply : null, _cut);

    /// <summary>Where the reply was cut, half a secret may stand at its end: as many bytes are left out.</summary>
    private ReadOnlyMemory<byte> Reply => secrets.Clean(_reply.AsSpan(0, _cut ? Math.Max(0, _length - secrets.Longest) : _length).ToArray());

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
