using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Calls;

/// <summary>Looks whether a request can be sent at all, before anything is paid.</summary>
internal static class RequestCheck
{
    /// <summary>Null where nothing is wrong; else the value, what is allowed and the fix.</summary>
    public static CallFailure? Fault(CallRequest request)
    {
        var p = request.Parameters;
        var words = request switch
        {
            { Task: ModelTask.NotDecided } => "No task was given; choose one of caption, classify, detect, ocr, ask and chat.",
            { Images.Count: 0 } when request.Task.NeedsImage() => $"The task {request.Task.Name()} needs an image, and there is none.",
            { Prompt.Length: 0, Model.IsLocal: false } => "The prompt is empty; write what the model is to do.",
            _ when p.MaxOutputTokens < 1 => $"{p.MaxOutputTokens} is no limit of output tokens; give 1 or more.",
            _ when p.Temperature is < 0 or > 2 => $"{p.Temperature} is no temperature; give 0 to 2.",
            _ when p.TopP is <= 0 or > 1 => $"{p.TopP} is no top-p; give above 0, to 1.",
            _ when p.MinScore is < 0 or > 1 => $"{p.MinScore} is no least score; give 0 to 1.",
            _ when p.Stop.Any(s => s.Length == 0) => "A stop text is empty; leave it out.",
            _ when p.ResponseSchema is { } schema && !IsObject(schema) => "The schema of the reply is not a JSON object.",
            _ when Broken(request.Prompt) || Broken(request.System) => "The text holds half of a character (a lone surrogate), which cannot be sent.",
            _ => null,
        };
        return words is null ? null : new(FailureKind.NotSupported, words);
    }

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Broken(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
