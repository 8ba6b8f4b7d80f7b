using System.Text.Json;
using Assay.Host.Web;

namespace Assay.Host.Playground;

/// <summary>Reads a turn that is asked for from a form or from JSON.</summary>
internal static class TurnForm
{
    /// <summary>Bytes of a request: an image as it may be taken, in base 64, with a prompt and a reference.</summary>
    public const long MostBytes = 30_000_000;

    private const string TooLarge = "The body is longer than is taken. An image may have up to 20 MB.";

    /// <summary>What is asked, or why it cannot be: as the API answers.</summary>
    public static async Task<(TurnAsk? Ask, IResult? Fault)> ReadForProgram(HttpRequest request)
    {
        if (Problems.TooLarge(request, MostBytes) is { } large) return (null, large);
        var (ask, fault) = await Read(request);
        return (ask, ask is not null ? null : fault == TooLarge ? Problems.TooLarge(fault) : Problems.Bad([fault!]));
    }

    /// <summary>What is asked, or what is wrong with how it is asked.</summary>
    public static async Task<(TurnAsk? Ask, string? Fault)> Read(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType) return (await Read(await request.ReadFormAsync(new() { MultipartBodyLengthLimit = MostBytes, BufferBodyLengthLimit = MostBytes }, request.HttpContext.RequestAborted)), null);
            if (!request.HasJsonContentType()) return (null, $"Content type '{request.ContentType}' is not taken: send multipart/form-data or application/json.");
            return await JsonSerializer.DeserializeAsync(request.Body, AssayJson.Default.TurnAsk, request.HttpContext.RequestAborted) is { } ask ? (ask, null) : (null, "The body is empty: send {\"task\": …, \"models\": […]}.");
        }
        catch (JsonException e)
        {
            return (null, $"The body is not a turn in JSON: the fault is at {e.Path ?? "the beginning"}, line {(e.LineNumber ?? 0) + 1}. Write task, prompt, image and reference as texts (image: an https address, sample:receipt, a hash or base 64), models as a list of texts, max_output_tokens and temperature as numbers.");
        }
        catch (BadHttpRequestException e) when (e.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return (null, $"The form cannot be read: {e.Message.TrimEnd('.')}. An image may have up to 20 MB.");
        }
    }

    public static async Task<TurnAsk> Read(IFormCollection form)
    {
        string? Text(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
        // The nearest choice wins: a file over an address, an address over a sample, a sample over the image of before.
        var image = Text("url") ?? (Text("sample") is { } sample ? "sample:" + sample : null) ?? Text("hash") ?? Text("image");
        return new()
        {
            Task = Text("task"), Models = [.. form["m"].Concat(form["models"]).OfType<string>().Where(m => m.Length > 0)], Prompt = Text("prompt"), Image = image, Reference = Text("reference"),
            MaxOutputTokens = int.TryParse(Text("max_output_tokens"), out var tokens) ? tokens : null, Temperature = decimal.TryParse(Text("temperature"), System.Globalization.CultureInfo.InvariantCulture, out var heat) ? heat : null,
            File = form.Files["image"] is { Length: > 0 } file ? new ImageSource.Upload(await Bytes(file)) : null,
        };
    }

    private static async Task<byte[]> Bytes(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
