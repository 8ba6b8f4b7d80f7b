using System.Net;
using System.Net.Http.Headers;
using Assay.Adapters.Web;

namespace Assay.Adapters.Sync;

/// <summary>
/// Asks an address for a file, politely: one request at a time, conditional where we have the file, few retries at random distances,
/// and never longer or larger than the limits.
/// </summary>
public sealed class WebFetch : IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly FetchLimits limits;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly IProgress<SyncStep> progress;
    private readonly SemaphoreSlim one = new(1);

    /// <param name="limits">Of time and tries.</param>
    /// <param name="time">Clock of the time-outs and waits.</param>
    /// <param name="random">Chance of the waits.</param>
    /// <param name="progress">Told of every step, from the thread that fetches.</param>
    public WebFetch(FetchLimits limits, TimeProvider time, Random random, IProgress<SyncStep> progress)
    {
        (this.limits, this.time, this.random, this.progress) = (limits, time, random, progress);
        http = new(new SocketsHttpHandler
        {
            // Redirects are checked one by one, and packed bytes counted: neither is left to the handler.
            AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false,
            ConnectTimeout = limits.Connect, MaxConnectionsPerServer = 1, MaxResponseDrainSize = 0,
        });
    }

    public static string UserAgent { get; } = $"Assay/{typeof(WebFetch).Assembly.GetName().Version?.ToString(3)} (assay sync; fetches public model catalogues, conditional requests)";

    /// <summary>Gets one file of a source.</summary>
    /// <param name="source">Says which hosts may answer and how large.</param>
    /// <param name="file">The file to get.</param>
    /// <param name="known">Of the bytes we have; null asks for the file in any case.</param>
    /// <param name="cancellationToken">Ends the waits too.</param>
    /// <exception cref="FetchException">The tries are used up, or trying again would not help.</exception>
    public async Task<Fetched> Get(SyncSource source, SyncFile file, Validator? known, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await Once(source, file, known, cancellationToken);
                }
                catch (FetchException e) when (e.MayPass && attempt <= limits.Retries && limits.Wait(attempt, e.RetryAfter, random) is var wait && wait <= limits.LongestWait)
                {
                    progress.Report(new(source.Feed, "waiting", $"{wait.TotalSeconds:0.0} s before try {attempt + 1}: {e.Message}"));
                    await Task.Delay(wait, time, cancellationToken);
                }
            }
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Fetched> Once(SyncSource source, SyncFile file, Validator? known, CancellationToken cancellationToken)
    {
        using var whole = new CancellationTokenSource(limits.Whole, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, whole.Token);
        progress.Report(new(source.Feed, "connecting", file.Address.AbsoluteUri));
        using var answer = await Ask(source, file.Address, known, either.Token, cancellationToken);
        var at = answer.RequestMessage!.RequestUri!;
        if (answer.StatusCode is HttpStatusCode.NotModified && known is not null) return new Fetched.NotModified();
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw new FetchException(at, $"the answer is {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd(), answer.StatusCode) { MayPass = Passing(answer.StatusCode), RetryAfter = Asked(answer.Headers.RetryAfter) };

        var body = new AnswerBody(answer, at, source, progress);
        try
        {
            return new Fetched.Body(await body.Read(either.Token), new(answer.Headers.ETag?.ToString(), answer.Content.Headers.TryGetValues("Last-Modified", out var day) ? day.First() : null));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(at, $"the answer was not complete within {limits.Whole.TotalSeconds:0.#} s", answer.StatusCode, body.Received) { MayPass = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new FetchException(at, $"the answer was cut off: {e.Message.TrimEnd('.')}", answer.StatusCode, body.Received, e) { MayPass = true };
        }
    }

    /// <summary>Sends the request and follows redirects that the source's rule allows.</summary>
    private async Task<HttpResponseMessage> Ask(SyncSource source, Uri address, Validator? known, CancellationToken whole, CancellationToken cancellationToken)
    {
        for (var (from, redirects) = (address, 0); ; redirects++)
        {
            if (AddressRule.Objection(source, address) is { } objection)
                throw new FetchException(from, from == address ? $"the address {objection}; it is not asked" : $"it redirects to '{address}', which {objection}; the redirect is not followed");
            if (redirects > limits.Redirects) throw new FetchException(from, $"more than {limits.Redirects} redirects");
            var answer = await Send(address, known, whole, cancellationToken);
            if (!answer.StatusCode.IsRedirect()) return answer;
            using (answer)
            {
                var next = answer.Headers.Location ?? throw new FetchException(address, "a redirect without an address", answer.StatusCode);
                (from, address) = (address, new(address, next));
            }
        }
    }

    private async Task<HttpResponseMessage> Send(Uri address, Validator? known, CancellationToken whole, CancellationToken cancellationToken)
    {
        using var first = new CancellationTokenSource(limits.FirstByte, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole, first.Token);
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("Accept", "application/json, application/gzip, */*;q=0.5");
        if (known?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } since) request.Headers.TryAddWithoutValidation("If-Modified-Since", since);
        try
        {
            return await http.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            var waited = first.IsCancellationRequested ? limits.FirstByte : e.InnerException is TimeoutException ? limits.Connect : limits.Whole;
            throw new FetchException(address, $"no answer within {waited.TotalSeconds:0.#} s", inner: e) { MayPass = true };
        }
        catch (HttpRequestException e)
        {
            var never = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            throw new FetchException(address, $"{(never ? "no connection" : "the connection broke")}: {(e.InnerException ?? e).Message.TrimEnd('.')}", inner: e) { MayPass = e.HttpRequestError is not HttpRequestError.SecureConnectionError };
        }
    }

    private static bool Passing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;

    /// <summary>Seconds, or a date.</summary>
    private TimeSpan? Asked(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };

    public void Dispose()
    {
        http.Dispose();
        one.Dispose();
    }
}
