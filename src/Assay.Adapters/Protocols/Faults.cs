using System.Net;
using System.Text;
using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Protocols;

/// <summary>Makes failures of what a provider says and does: which kind, whether it may pass, in words without secrets.</summary>
internal sealed class Faults(Endpoint endpoint)
{
    /// <summary>Characters of a provider's own words that are kept.</summary>
    private const int MostWords = 500;

    /// <summary>Made when something is to be told, which is seldom.</summary>
    private Secrets Hidden => field ??= Secrets.Of(endpoint);

    /// <summary>The provider's words of an error, in their usual forms.</summary>
    private sealed record Said(string Words, string? Code, TimeSpan? RetryAfter);

    /// <summary>An answer with a status that is no success.</summary>
    public CallFailure OfStatus(HttpResponseMessage answer, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var status = (int)answer.StatusCode;
        var said = Read(body);
        if (status is >= 300 and < 400)
        {
            return new(FailureKind.BadRequest, $"{endpoint.Provider} redirects ({status}) to '{Words(answer.Headers.Location?.ToString() ?? "nowhere")}'. It is not followed, so that the key goes nowhere else: put the final address into base_url.") { Status = status };
        }
        var (kind, passes) = Kind(status, said?.Code);
        if (answer.Headers.TryGetValues("x-should-retry", out var asked) && bool.TryParse(asked.FirstOrDefault(), out var should)) passes = should;
        var reason = string.IsNullOrEmpty(answer.ReasonPhrase) ? ((HttpStatusCode)status).ToString() : answer.ReasonPhrase;
        var fix = kind switch
        {
            FailureKind.Unauthorized when endpoint.KeyVariable is { } variable => $" Check the key in {variable}, and what it may do.",
            FailureKind.Unauthorized when endpoint.Key is null => " No key was sent: name its variable as api_key_env in assay.yaml.",
            _ => "",
        };
        return new(kind, $"{endpoint.Provider} answered {status} {reason}{(said is null ? "." : ": " + Ended(said.Words))}{fix}")
        {
            Status = status, MayPass = passes, RetryAfter = RetryAfter.Of(answer.Headers, now) ?? said?.RetryAfter,
            // Whoever waits for the model in between may give up after the work is done.
            PossiblyPaid = status is 504 or 524,
        };
    }

    /// <summary>An error told inside an answer that began well; null where the bytes tell none.</summary>
    public CallFailure? InAnswer(ReadOnlySpan<byte> json) => Read(json) is { } said ? InStream(said.Words, said.Code) : null;

    /// <summary>An error told inside a stream.</summary>
    public CallFailure InStream(string words, string? code)
    {
        var status = int.TryParse(code, out var number) && number is >= 400 and < 600 ? number : (int?)null;
        var (kind, passes) = status is { } known ? Kind(known, code) : code switch
        {
            "rate_limit_error" or "rate_limit_exceeded" => (FailureKind.RateLimited, true),
            "insufficient_quota" => (FailureKind.RateLimited, false),
            "invalid_request_error" or "invalid_prompt" => (FailureKind.BadRequest, false),
            "authentication_error" or "permission_error" => (FailureKind.Unauthorized, false),
            _ => (FailureKind.ProviderError, true),
        };
        return new(kind, $"{endpoint.Provider} broke off with an error: {Ended(Words(words))}") { Status = status, MayPass = passes, PossiblyPaid = true };
    }

    public CallFailure Malformed(string words) => new(FailureKind.Malformed, Words(words)) { PossiblyPaid = true };

    public CallFailure Cut(string? words = null) =>
        new(FailureKind.CutStream, Words($"The answer of {endpoint.Provider} ended before the model said it was done{(words is null ? "" : $" ({words.TrimEnd('.')})")}.")) { MayPass = true, PossiblyPaid = true };

    /// <summary>What the network did; null for what is a fault of the program.</summary>
    public CallFailure? OfException(Exception exception, bool answered) => exception switch
    {
        OperationCanceledException { InnerException: TimeoutException } => new(FailureKind.TimedOut, $"No connection to {Address} within {WireHttp.ConnectTime.TotalSeconds:0} s.") { MayPass = true },
        Calls.CallFailedException failed => failed.Failure,
        MalformedReplyException malformed => Malformed(malformed.Message),
        HttpRequestException or IOException when answered => Cut(exception.InnerException?.Message ?? exception.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse } invalid => Malformed($"The answer of {endpoint.Provider} is not HTTP as it should be: {invalid.Message}"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure => new(FailureKind.Connection, Words($"No secure connection to {Address}: {Inner(insecure)}")),
        HttpRequestException http => new(FailureKind.Connection, Words($"{(Before(http) ? "No connection to" : "The connection broke to")} {Address}: {Inner(http)}")) { MayPass = true, PossiblyPaid = !Before(http) },
        InvalidDataException packed => Malformed($"The answer of {endpoint.Provider} cannot be unpacked: {packed.Message}"),
        IOException io => new(FailureKind.Connection, Words($"The connection to {Address} broke: {io.Message}")) { MayPass = true, PossiblyPaid = true },
        _ => null,
    };

    /// <summary>Cleaned first, then cut: the other way round half a key could stay.</summary>
    public string Words(string text)
    {
        text = Hidden.Clean(text).Trim();
        return text.Length <= MostWords ? text : text[..MostWords] + " …";
    }

    private string Address => endpoint.Base?.GetLeftPart(UriPartial.Authority) ?? endpoint.Provider;

    private static bool Before(HttpRequestException e) => e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ProxyTunnelError;

    private static string Inner(HttpRequestException e) => Ended((e.InnerException ?? e).Message);

    private static string Ended(string words) => words is [.., '.' or '!' or '?' or '…'] ? words : words + ".";

    private static (FailureKind, bool MayPass) Kind(int status, string? code) => status switch
    {
        401 or 403 => (FailureKind.Unauthorized, false),
        402 => (FailureKind.RateLimited, false),
        // No credit does not come back by waiting.
        429 => (FailureKind.RateLimited, code is not ("insufficient_quota" or "billing_hard_limit_reached")),
        408 or 409 or 425 => (FailureKind.ProviderError, true),
        501 or 505 => (FailureKind.BadRequest, false),
        >= 500 => (FailureKind.ProviderError, true),
        _ => (FailureKind.BadRequest, false),
    };

    private Said? Read(ReadOnlySpan<byte> body)
    {
        if (body.Trim(" \t\r\n"u8).IsEmpty) return null;
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : document.RootElement;
            if (root.ValueKind is JsonValueKind.Object)
            {
                var error = root.TryGetProperty("error", out var inner) && inner.ValueKind is not JsonValueKind.Null ? inner : root;
                var words = error.ValueKind is JsonValueKind.String ? error.GetString() : Text(error, "message") ?? Text(error, "detail") ?? Text(root, "message");
                if (words is not null) return new(Words(words), Text(error, "code") ?? Text(error, "type") ?? Text(error, "status"), RetryAfter.InDetails(error));
            }
        }
        catch (JsonException)
        {
            // Then the text itself is what was said.
        }
        return new(Words(Encoding.UTF8.GetString(body)), null, null);
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind is JsonValueKind.Null ? null : value.GetRawText() : null;
}
