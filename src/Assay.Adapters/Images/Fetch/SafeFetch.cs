using System.Net;
using System.Net.Sockets;
using Assay.Adapters.Web;

namespace Assay.Adapters.Images.Fetch;

/// <summary>
/// Fetches an image from an address that anyone may have written, without lending this machine's place in its network. Every address is checked
/// at the moment of the connection, on the numbers that are connected to, so neither a redirect nor a name that changes its mind gets around it.
/// Sends no cookie, no key and no referrer. Safe for use by many threads.
/// </summary>
public sealed class SafeFetch : IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly ImageFetchLimits limits;
    private readonly FetchRule rule;
    private readonly TimeProvider time;

    /// <param name="limits">Of time and size; null for the usual ones.</param>
    /// <param name="rule">Which addresses; null for the public internet.</param>
    /// <param name="time">Clock of the time-out.</param>
    public SafeFetch(TimeProvider time, ImageFetchLimits? limits = null, FetchRule? rule = null)
    {
        (this.limits, this.rule, this.time) = (limits ?? new(), rule ?? FetchRule.Public, time);
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None, Credentials = null, PreAuthenticate = false,
            // A proxy would look up the name and connect, and so decide where it leads: the check would be of nothing.
            UseProxy = false,
            ConnectTimeout = this.limits.Connect, MaxResponseDrainSize = 0, MaxResponseHeadersLength = 32, ActivityHeadersPropagator = null,
            // A connection is for one request: the next one is checked anew.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = Connect,
        });
    }

    public static string UserAgent { get; } = $"Assay/{typeof(SafeFetch).Assembly.GetName().Version?.ToString(3)} (fetches an image that a user named)";

    /// <summary>Fetches. Failures are an outcome; only cancellation throws.</summary>
    /// <param name="text">As the user wrote it.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    public async Task<ImageFetch> Get(string? text, CancellationToken cancellationToken)
    {
        if (!ImageAddress.TryRead(text, out var address, out var objection)) return new ImageFetch.Failed(ImageFetchFault.NotAllowed, $"The address '{Shortened(text)}' {objection}.");
        using var whole = new CancellationTokenSource(limits.Whole, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token);
        try
        {
            return await Follow(address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var waited = whole.IsCancellationRequested ? limits.Whole : limits.Connect;
            return new ImageFetch.Failed(ImageFetchFault.TimedOut, $"'{Shown(address)}' did not answer in full within {waited.TotalSeconds:0.#} s. Save the picture and upload it, or try again.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return Refusal(e) is { } refusal
                ? new ImageFetch.Failed(ImageFetchFault.NotAllowed, $"'{Shown(refusal.Host)}' leads to an address that is {refusal.Words}; only the public internet is asked. Save the picture and upload it.")
                : new ImageFetch.Failed(ImageFetchFault.Connection, $"'{Shown(address)}' cannot be reached: {Reason(e)}. Check the address, or save the picture and upload it.");
        }
    }

    private async Task<ImageFetch> Follow(Uri first, CancellationToken cancellationToken)
    {
        for (var (address, redirects) = (first, 0); ; redirects++)
        {
            if (ImageAddress.Objection(address, rule) is { } objection)
                return new ImageFetch.Failed(ImageFetchFault.NotAllowed, redirects == 0 ? $"The address '{Shown(address)}' {objection}." : $"'{Shown(first)}' redirects to '{Shown(address)}', which {objection}; the redirect is not followed.");
            if (redirects > limits.Redirects) return new ImageFetch.Failed(ImageFetchFault.Status, $"'{Shown(first)}' redirects more than {limits.Redirects} times.");
            using var answer = await http.SendAsync(Request(address), cancellationToken);
            if (!answer.StatusCode.IsRedirect()) return await Take(answer, address, cancellationToken);
            if (answer.Headers.Location is not { } next || !ImageAddress.TryRead(new Uri(address, next).OriginalString, out var read, out _))
                return new ImageFetch.Failed(ImageFetchFault.NotAllowed, $"'{Shown(address)}' redirects to no address that may be asked.");
            address = read;
        }
    }

    private static HttpRequestMessage Request(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "image/png, image/jpeg, image/webp, image/gif, image/bmp, image/tiff, image/*;q=0.5");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        return request;
    }

    private async Task<ImageFetch> Take(HttpResponseMessage answer, Uri address, CancellationToken cancellationToken)
    {
        var at = Shown(address);
        if (answer.StatusCode is not HttpStatusCode.OK) return new ImageFetch.Failed(ImageFetchFault.Status, $"'{at}' answers {(int)answer.StatusCode}, not 200. Check the address in a browser.");
        var type = answer.Content.Headers.ContentType?.MediaType;
        // Many stores of files call everything octet-stream; what it is, the bytes tell.
        if (type is not null && !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && type.ToLowerInvariant() is not ("application/octet-stream" or "binary/octet-stream"))
            return new ImageFetch.Failed(ImageFetchFault.NotAnImage, $"'{at}' is of the type '{Shortened(type)}' and not an image. Take the address of the picture itself.");
        if (answer.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
            return new ImageFetch.Failed(ImageFetchFault.NotAnImage, $"'{at}' is sent packed ('{Shortened(string.Join(", ", answer.Content.Headers.ContentEncoding))}') though this was not asked for; it is not unpacked. Save the picture and upload it.");
        if (answer.Content.Headers.ContentLength > limits.MostBytes) return TooLarge(at, $"has {answer.Content.Headers.ContentLength:#,0} bytes");
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        if (await stream.ReadAtMost(limits.MostBytes, _ => { }, cancellationToken) is not { } bytes) return TooLarge(at, "is longer than that");
        if (bytes.Length == 0) return new ImageFetch.Failed(ImageFetchFault.NotAnImage, $"'{at}' is empty (0 bytes).");
        return ImageFormats.Sniff(bytes).Objection() is { } objection ? new ImageFetch.Failed(ImageFetchFault.NotAnImage, $"'{at}': {objection}") : new ImageFetch.Got(bytes, address);
    }

    private ImageFetch.Failed TooLarge(string at, string how) => new(ImageFetchFault.TooLarge, $"'{at}' {how}; at most {limits.MostBytes:#,0} bytes are fetched.");

    /// <summary>Looks up the name, checks every address it has, and connects to one of those that were checked.</summary>
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await rule.Resolve(host, cancellationToken);
        if (found.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        // One bad address condemns the name: a name that leads both outside and inside is an attempt.
        foreach (var address in found)
            if (rule.Objection(address) is { } words) throw new RefusedAddressException(host, words);
        SocketException? last = null;
        foreach (var address in found)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw last!;
    }

    private static RefusedAddressException? Refusal(Exception? e) => e is null ? null : e as RefusedAddressException ?? Refusal(e.InnerException);

    private static string Reason(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "its certificate or TLS is not right",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => "the name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        _ => "the connection broke",
    };

    /// <summary>Without what may be secret or long: the query, and whatever stands before the host.</summary>
    private static string Shown(Uri address) => Shortened(address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

    private static string Shown(string host) => Shortened(host);

    private static string Shortened(string? text) => new([.. (text ?? "").Where(c => !char.IsControl(c)).Take(200)]);

    public void Dispose() => http.Dispose();

    private sealed class RefusedAddressException(string host, string words) : IOException
    {
        public string Host => host;

        public string Words => words;
    }
}
