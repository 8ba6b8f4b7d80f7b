using Assay.Calls;

namespace Assay.Adapters.Images.Samples;

/// <summary>A picture that ships with the program, drawn by it: to try models on where one has none of one's own.</summary>
public sealed record SampleImage
{
    /// <summary>A word of lower-case letters; the file is <c>ID.png</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What it shows, for those who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>What it is good for, the best first.</summary>
    public required IReadOnlyList<ModelTask> Tasks { get; init; }

    /// <summary>A question whose answer is known because the picture was drawn so.</summary>
    public required string Question { get; init; }

    public required string Answer { get; init; }

    /// <summary>All text on it, from top to bottom, a line a line; null where there is none to speak of.</summary>
    public string? Text { get; init; }

    /// <summary>PNG.</summary>
    public byte[] Bytes()
    {
        using var stream = typeof(SampleImage).Assembly.GetManifestResourceStream($"samples/{Id}.png") ?? throw new InvalidOperationException($"The sample '{Id}' is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
