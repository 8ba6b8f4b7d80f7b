using Assay.Calls;

namespace Assay.Tests.Calls;

/// <summary>What the server of the tests answers to one call, whatever the dialect.</summary>
internal sealed record Script
{
    public static readonly Script Hello = new() { Pieces = ["Hello", ", ", "world"], Usage = new() { Origin = UsageOrigin.Reported, Input = 12, Output = 5 } };

    public IReadOnlyList<string> Pieces { get; init; } = [];
    public IReadOnlyList<string> Thoughts { get; init; } = [];
    public IReadOnlyList<ToolCall> Tools { get; init; } = [];

    /// <summary>Null: not told.</summary>
    public Usage? Usage { get; init; }

    public StopReason Stop { get; init; } = StopReason.Complete;
    public string Refusal { get; init; } = "";

    /// <summary>Told inside the stream in place of an end.</summary>
    public string? ErrorInside { get; init; }

    /// <summary>Other than 200: an error of this status.</summary>
    public int Status { get; init; } = 200;

    public string Error { get; init; } = "It did not work";
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>In place of what the dialect would write; with <see cref="Type"/>.</summary>
    public string? Body { get; init; }

    public string? Type { get; init; }

    /// <summary>Stands after the pieces in place of the end.</summary>
    public string? RawEnd { get; init; }

    /// <summary>Bytes written at a time; null for all at once.</summary>
    public int? Split { get; init; }

    public bool CrLf { get; init; }
    public bool Comments { get; init; }

    /// <summary>The stream ends in good order, and without an end of the message.</summary>
    public bool Cut { get; init; }

    /// <summary>The connection is torn after the pieces.</summary>
    public bool Reset { get; init; }

    /// <summary>Awaited before anything is sent.</summary>
    public Task? Before { get; init; }

    /// <summary>Awaited before each piece, with its number.</summary>
    public Func<int, Task>? BeforePiece { get; init; }

    /// <summary>Awaited before the end.</summary>
    public Task? BeforeEnd { get; init; }

    /// <summary>Megabytes of text sent after the pieces.</summary>
    public int Megabytes { get; init; }
}
