using System.Text.Json.Serialization;

namespace Assay.Host.Playground;

/// <summary>A turn as it is asked for over HTTP.</summary>
public sealed record TurnAsk
{
    /// <summary><c>caption</c>, <c>classify</c>, <c>detect</c>, <c>ocr</c>, <c>ask</c> or <c>chat</c>.</summary>
    public string? Task { get; init; }

    /// <summary>One to eight: <c>provider/model</c>, or any name of a model of the catalogue.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Empty or left out: the task's own prompt. For detection: what to find.</summary>
    public string? Prompt { get; init; }

    /// <summary>An address (https://…), <c>sample:receipt</c>, the hash of an image sent before, or the file itself in base 64 (also as data:…).</summary>
    public string? Image { get; init; }

    /// <summary>The text that the image holds, to measure replies against.</summary>
    public string? Reference { get; init; }

    /// <summary>Tokens, 1 and above.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>0 to 2.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>The file of a form; not in JSON.</summary>
    [JsonIgnore]
    public ImageSource? File { get; init; }
}

/// <summary>Where the image of a turn comes from.</summary>
public abstract record ImageSource
{
    private ImageSource()
    {
    }

    public sealed record Upload(ReadOnlyMemory<byte> Bytes) : ImageSource;

    public sealed record Address(string Url) : ImageSource;

    public sealed record Sample(string Id) : ImageSource;

    /// <summary>An image of an earlier turn.</summary>
    public sealed record Known(string Hash) : ImageSource;

    /// <summary>What a text means as an image; null where it means nothing.</summary>
    public static ImageSource? Read(string text)
    {
        text = text.Trim();
        if (text.StartsWith("sample:", StringComparison.Ordinal)) return new Sample(text["sample:".Length..]);
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return new Address(text);
        if (text.Length == 64 && text.All(char.IsAsciiHexDigitLower)) return new Known(text);
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) text = text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..];
        var bytes = new byte[text.Length * 3 / 4 + 3];
        return text.Length >= 16 && Convert.TryFromBase64String(text, bytes, out var length) ? new Upload(bytes.AsMemory(0, length)) : null;
    }
}
