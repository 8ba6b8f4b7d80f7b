using System.Buffers;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Takes down what one attempt sends and receives; secrets are replaced when it is read. Not safe for use by two threads at once.</summary>
/// <param name="secrets">Texts that must not be kept: the key above all.</param>
/// <param name="mostReply">Most bytes of a reply that are kept.</param>
public sealed class Recording(IReadOnlyList<string> secrets, int mostReply = 8 * 1024 * 1024)
{
    private readonly ArrayBufferWriter<byte> _reply = new();
    private string _method = "", _address = "";
    private IReadOnlyList<KeyValuePair<string, string>> _requestHeaders = [], _replyHeaders = [];
    private ReadOnlyMemory<byte> _request;
    private bool _sent, _answered, _cut;

    /// <summary>Told whenever something comes, so that a slow answer is not taken for a dead one.</summary>
    public Action? Heard { get; init; }

    /// <summary>Whether the request has gone out: from then on it may be charged.</summary>
    public bool WasSent => _sent;

    public void Sent(string method, string address, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        (_sent, _method, _address, _requestHeaders, _request) = (true, method, address, [.. headers], body);
    }

    public void Answered(IEnumerable<KeyValuePair<string, string>> headers)
    {
        (_answered, _replyHeaders) = (true, [.. headers]);
        Heard?.Invoke();
    }

    public void Received(ReadOnlySpan<byte> bytes)
    {
        _answered = true;
        Heard?.Invoke();
        var room = (int)Math.Min(bytes.Length, mostReply - _reply.WrittenCount);
        _reply.Write(bytes[..room]);
        _cut |= room < bytes.Length;
    }

    /// <summary>Null where nothing was sent.</summary>
    public Exchange? Exchange => !_sent ? null : new(_method, Clean(_address), Clean(_requestHeaders), Clean(_request), Clean(_replyHeaders), _answered ? Clean(_reply.WrittenMemory[..Kept].ToArray()) : null, _cut);

    /// <summary>Where the reply was cut, half a secret may stand at its end: as many bytes are left out.</summary>
    private int Kept => !_cut ? _reply.WrittenCount : Math.Max(0, _reply.WrittenCount - secrets.Select(s => System.Text.Encoding.UTF8.GetByteCount(s)).DefaultIfEmpty(0).Max());

    private string Clean(string text) => secrets.Where(s => s.Length > 0).Aggregate(text, (t, s) => t.Replace(s, "[removed]", StringComparison.Ordinal));

    private KeyValuePair<string, string>[] Clean(IReadOnlyList<KeyValuePair<string, string>> headers) => [.. headers.Select(h => new KeyValuePair<string, string>(h.Key, Clean(h.Value)))];

    private ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> bytes)
    {
        var found = secrets.Any(s => s.Length > 0 && bytes.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(s)) >= 0);
        return found ? System.Text.Encoding.UTF8.GetBytes(Clean(System.Text.Encoding.UTF8.GetString(bytes.Span))) : bytes;
    }
}
