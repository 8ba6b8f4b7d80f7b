using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Assay.Bench.Calls;

/// <summary>The baseline: HttpClient and System.Text.Json, and nothing else. What it reads, text and usage, is what a score needs at least.</summary>
internal sealed class BareCalls(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false });

    public async Task WholeAsync(int tokens, string prompt, byte[]? image)
    {
        using var request = Request(tokens, prompt, image, streams: false);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var document = await JsonDocument.ParseAsync(body);
        var text = document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        if (text!.Length == 0 || document.RootElement.GetProperty("usage").GetProperty("completion_tokens").GetInt64() == 0) throw new InvalidOperationException("The call did not do what is measured.");
    }

    /// <summary>Bytes are thrown away.</summary>
    public async Task StreamAsync(int tokens, string prompt)
    {
        using var request = Request(tokens, prompt, null, streams: true);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
    }

    private HttpRequestMessage Request(int tokens, string prompt, byte[]? image, bool streams)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("model", "openai/gpt-4o-mini");
            json.WriteStartArray("messages");
            json.WriteStartObject();
            json.WriteString("role", "user");
            json.WriteString("content", prompt);
            if (image is not null) json.WriteString("image", $"data:image/png;base64,{Convert.ToBase64String(image)}");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteBoolean("stream", streams);
            json.WriteNumber("max_tokens", tokens);
            json.WriteEndObject();
        }
        var message = new HttpRequestMessage(HttpMethod.Post, address + "/chat/completions") { Content = new ReadOnlyMemoryContent(bytes.WrittenMemory) { Headers = { ContentType = new("application/json") } } };
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sk-bench-0123456789");
        return message;
    }

    public void Dispose() => http.Dispose();
}
