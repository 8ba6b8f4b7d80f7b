using Microsoft.Extensions.Primitives;

namespace Assay.Host.Web;

/// <summary>One answer as it went out: its bytes, and its headers but for those of a connection.</summary>
internal sealed class KeptPage
{
    private readonly byte[] bytes;
    private readonly KeyValuePair<string, StringValues>[] headers;

    public KeptPage(byte[] bytes, IHeaderDictionary sent) =>
        (this.bytes, headers) = (bytes, [.. sent.Where(h => h.Key is not ("Date" or "Server" or "Connection" or "Transfer-Encoding" or "Content-Length"))]);

    /// <summary>In bytes, about: an address and its headers weigh something too.</summary>
    public int Weight => bytes.Length + 1000;

    public Task WriteAsync(HttpResponse response)
    {
        foreach (var (name, value) in headers) response.Headers[name] = value;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, 0, bytes.Length, response.HttpContext.RequestAborted);
    }
}
