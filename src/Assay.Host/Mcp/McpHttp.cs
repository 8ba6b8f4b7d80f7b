using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assay.Host.Mcp;

/// <summary>
/// <c>/mcp</c>: the streamable HTTP transport, without sessions. Each POST is answered for itself, by a stream of events that ends with the answer: nothing here is ever
/// said unasked, so there is no session to lose in a restart and nothing to tidy up. The newest revision of the protocol has no sessions at all; older clients
/// begin with <c>initialize</c>, get no session id, and then send none. GET and DELETE are answered with 405, as the protocol has it for servers of this kind.
/// </summary>
internal static class McpHttp
{
    public const string Path = "/mcp";

    /// <summary>Bytes of a message; the longest prompt is a tenth of it.</summary>
    private const int MostBytes = 1_000_000;

    private const string VersionHeader = "MCP-Protocol-Version", MethodHeader = "Mcp-Method", NameHeader = "Mcp-Name", EventStream = "text/event-stream";

    /// <summary>From this one on, a request names its version in its body too, and its method in a header.</summary>
    private const string WithoutHandshake = "2026-07-28";

    private static readonly string[] Versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", WithoutHandshake];

    public static void Map(WebApplication app) => app.MapPost(Path, Post).ExcludeFromDescription();

    private static async Task Post(HttpContext context, McpDoor door, ILoggerFactory logs, IHostApplicationLifetime life)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            await Refuse(context, StatusCodes.Status415UnsupportedMediaType, McpErrorCode.InvalidRequest, $"The body is '{request.ContentType}': send application/json.");
            return;
        }
        if (request.Headers.Accept.ToString() is { Length: > 0 } accepts && !accepts.Contains(EventStream, StringComparison.OrdinalIgnoreCase) && !accepts.Contains("*/*", StringComparison.Ordinal))
        {
            await Refuse(context, StatusCodes.Status406NotAcceptable, McpErrorCode.InvalidRequest, $"Accept is '{accepts}': accept application/json and {EventStream}.");
            return;
        }
        var (message, fault, status) = await Read(request, context.RequestAborted);
        if (message is null)
        {
            await Refuse(context, status, McpErrorCode.InvalidRequest, fault!);
            return;
        }
        if (Objection(request, message) is { } objection)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, objection.Code, objection.Words, (message as JsonRpcRequest)?.Id ?? default, objection.Data);
            return;
        }
        await Serve(context, message, door, logs, life);
    }

    private static async Task Serve(HttpContext context, JsonRpcMessage message, McpDoor door, ILoggerFactory logs, IHostApplicationLifetime life)
    {
        // Whoever closes the connection wants no answer any more; a server that stops gives none.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        var version = context.Request.Headers[VersionHeader].ToString();
        message.Context = new() { ProtocolVersion = version.Length > 0 ? version : null };
        await using var transport = new StreamableHttpServerTransport(logs) { Stateless = true };
        await using var server = McpServer.Create(transport, door.Options(), logs, context.RequestServices);
        var running = server.RunAsync(stop.Token);
        var response = context.Response;
        (response.ContentType, response.Headers.CacheControl, response.Headers["X-Accel-Buffering"]) = (EventStream, "no-cache, no-store", "no");
        try
        {
            var wrote = IsOfNow(version)
                ? await transport.HandlePostRequestAsync(message, response.Body, first => Choose(response, first), stop.Token)
                : await transport.HandlePostRequestAsync(message, response.Body, stop.Token);
            if (!wrote && !response.HasStarted) (response.ContentType, response.StatusCode) = (null, StatusCodes.Status202Accepted);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // nobody listens
        }
        finally
        {
            await transport.DisposeAsync();
            await running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>The newest revision gives some errors a status of their own.</summary>
    private static ValueTask Choose(HttpResponse response, JsonRpcMessage? first)
    {
        if (first is JsonRpcError { Error: { } error } && !response.HasStarted)
            response.StatusCode = (McpErrorCode)error.Code switch
            {
                McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
                McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.HeaderMismatch or McpErrorCode.MissingRequiredClientCapability => StatusCodes.Status400BadRequest,
                _ => response.StatusCode,
            };
        return ValueTask.CompletedTask;
    }

    private static async Task<(JsonRpcMessage? Message, string? Fault, int Status)> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        const string tooLong = "The body is longer than 1,000,000 bytes, the most that is taken: send less.";
        if (request.ContentLength > MostBytes) return (null, tooLong, StatusCodes.Status413PayloadTooLarge);
        using var body = new MemoryStream();
        var piece = new byte[16_384];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (body.Length + read > MostBytes) return (null, tooLong, StatusCodes.Status413PayloadTooLarge);
            body.Write(piece, 0, read);
        }
        try
        {
            return JsonSerializer.Deserialize<JsonRpcMessage>(body.GetBuffer().AsSpan(0, (int)body.Length), McpJsonUtilities.DefaultOptions) is { } message
                ? (message, null, 0) : (null, "The body is null: send one JSON-RPC message.", StatusCodes.Status400BadRequest);
        }
        catch (JsonException e)
        {
            return (null, $"The body is not one JSON-RPC message: {Units.Visible.Line(e.Message, 200)}", StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>What in the headers cannot be, or does not fit the body.</summary>
    private static (McpErrorCode Code, string Words, JsonNode? Data)? Objection(HttpRequest request, JsonRpcMessage message)
    {
        var version = request.Headers[VersionHeader].ToString();
        if (version.Length > 0 && !Versions.Contains(version))
            return (McpErrorCode.UnsupportedProtocolVersion, $"{VersionHeader} is '{Units.Visible.Line(version, 40)}'. Supported: {string.Join(", ", Versions)}.", new JsonObject { ["supported"] = new JsonArray([.. Versions.Select(v => (JsonNode)v)]), ["requested"] = version });
        var (method, parameters) = message switch { JsonRpcRequest r => (r.Method, r.Params), JsonRpcNotification n => (n.Method, n.Params), _ => (null, null) };
        if (method is null || !IsOfNow(version)) return null;
        if (Text(parameters?["_meta"], MetaKeys.ProtocolVersion) is { } said && said != version) return (McpErrorCode.HeaderMismatch, $"{VersionHeader} is '{version}' and the body says '{Units.Visible.Line(said, 40)}': send one version.", null);
        if (request.Headers[MethodHeader].ToString().Trim() != method) return (McpErrorCode.HeaderMismatch, $"{MethodHeader} is '{request.Headers[MethodHeader]}' and the body's method is '{Units.Visible.Line(method, 60)}': send the same.", null);
        var named = method switch { RequestMethods.ToolsCall or RequestMethods.PromptsGet => Text(parameters, "name"), RequestMethods.ResourcesRead => Text(parameters, "uri"), _ => null };
        return named is null || McpHeaderEncoder.DecodeValue(request.Headers[NameHeader].ToString().Trim()) == named ? null
            : (McpErrorCode.HeaderMismatch, $"{NameHeader} is '{Units.Visible.Line(request.Headers[NameHeader].ToString(), 60)}' and the body names '{Units.Visible.Line(named, 60)}': send the same.", null);
    }

    private static string? Text(JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool IsOfNow(string version) => string.CompareOrdinal(version, WithoutHandshake) >= 0;

    private static Task Refuse(HttpContext context, int status, McpErrorCode code, string words, RequestId id = default, JsonNode? data = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync<JsonRpcMessage>(new JsonRpcError { Id = id, Error = new() { Code = (int)code, Message = words, Data = data } }, McpJsonUtilities.DefaultOptions, context.RequestAborted);
    }
}
