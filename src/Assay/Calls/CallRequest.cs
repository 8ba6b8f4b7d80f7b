namespace Assay.Calls;

/// <summary>One question to one model. Immutable; the same request may be sent again.</summary>
public sealed record CallRequest
{
    public required ModelRef Model { get; init; }

    /// <summary>Decides what a local engine does; hosted models only see the prompt.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>Instructions before the conversation; null where there are none.</summary>
    public string? System { get; init; }

    /// <summary>The user's text. Empty only for a local engine, which needs none.</summary>
    public required string Prompt { get; init; }

    /// <summary>In the order they are sent, before the prompt.</summary>
    public IReadOnlyList<CallImage> Images { get; init; } = [];

    public CallParameters Parameters { get; init; } = new();
}

/// <summary>What is asked of the sampling. Null is "the provider's default", and nothing is sent for it.</summary>
public sealed record CallParameters
{
    /// <summary>Tokens, 1 and above, with reasoning where the provider counts it in.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>0 to 2.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>Above 0, to 1.</summary>
    public decimal? TopP { get; init; }

    public long? Seed { get; init; }

    /// <summary>A word of the provider's, such as <c>low</c>.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>A JSON Schema, as text, that the reply shall follow.</summary>
    public string? ResponseSchema { get; init; }

    /// <summary>Texts at which the model shall stop.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>For local detection and classification: the least score told, 0 to 1.</summary>
    public double? MinScore { get; init; }
}
