using System.Net;

namespace Assay.Adapters.Protocols;

/// <summary>The one door to providers: connections are pooled and renewed, nothing is stored, no redirect is followed. One for a process.</summary>
/// <param name="time">Clock of the dates in answers.</param>
public sealed class WireHttp(TimeProvider time) : IDisposable
{
    /// <summary>Clock of the dates in answers.</summary>
    internal TimeProvider Time => time;

    /// <summary>Time for a connection with its handshake.</summary>
    public static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of an answer, unpacked; a longer one is no reply.</summary>
    public const int MostReply = 32 * 1024 * 1024;

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        // A redirect would carry the key to an address that nobody chose.
        AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), EnableMultipleHttp2Connections = true, MaxResponseHeadersLength = 64,
    });

    private static readonly string UserAgent = $"Assay/{typeof(WireHttp).Assembly.GetName().Version?.ToString(3)}";

    internal Task<HttpResponseMessage> Send(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Version = message.RequestUri!.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return http.SendAsync(message, cancellationToken);
    }

    public void Dispose() => http.Dispose();
}
