namespace Assay.Adapters.Protocols;

/// <summary>One parameter that some models of some providers take under another name, or not at all, against what their protocol says.</summary>
/// <param name="Protocol">Id of the protocol.</param>
/// <param name="Providers">Ids of providers; empty for all.</param>
/// <param name="Models">How the last part of a model's id begins; empty for all.</param>
/// <param name="Parameter">The protocol's name for it.</param>
/// <param name="SentAs">The name it is sent under; null where it is not sent.</param>
/// <param name="Why">In words, for those who asked for the parameter.</param>
internal sealed record Quirk(string Protocol, string[] Providers, string[] Models, string Parameter, string? SentAs, string Why)
{
    private static readonly string[] OpenAi = ["openai", "azure", "github-models"], Reasoners = ["o1", "o3", "o4", "gpt-5"];
    private static readonly string[] WithoutSampling = ["claude-opus-4-7", "claude-opus-4-8", "claude-opus-5", "claude-sonnet-5", "claude-fable-5"];
    private static readonly string[] OneOfTwo = ["claude-opus-4-1", "claude-sonnet-4-5", "claude-haiku-4-5"];
    private const string NoSampling = "reasoning models of OpenAI take no sampling parameters";

    /// <summary>Known differences, the first that fits holds. Read in the vendors' API references and error messages in 2026.</summary>
    public static IReadOnlyList<Quirk> All { get; } =
    [
        // The models whose names end in -chat sample as they always did.
        new("openai-chat", OpenAi, ["gpt-5-chat", "gpt-5.1-chat", "gpt-5.2-chat"], "temperature", "temperature", ""),
        new("openai-chat", OpenAi, ["gpt-5-chat", "gpt-5.1-chat", "gpt-5.2-chat"], "top_p", "top_p", ""),
        new("openai-chat", OpenAi, ["gpt-5-chat", "gpt-5.1-chat", "gpt-5.2-chat"], "stop", "stop", ""),
        new("openai-chat", OpenAi, Reasoners, "temperature", null, NoSampling),
        new("openai-chat", OpenAi, Reasoners, "top_p", null, NoSampling),
        new("openai-chat", OpenAi, Reasoners, "stop", null, "reasoning models of OpenAI take no stop texts"),
        new("openai-chat", OpenAi, [], "max_tokens", "max_completion_tokens", "max_tokens is the older name"),
        new("openai-responses", OpenAi, ["gpt-5-chat", "gpt-5.1-chat", "gpt-5.2-chat"], "temperature", "temperature", ""),
        new("openai-responses", OpenAi, ["gpt-5-chat", "gpt-5.1-chat", "gpt-5.2-chat"], "top_p", "top_p", ""),
        new("openai-responses", OpenAi, Reasoners, "temperature", null, NoSampling),
        new("openai-responses", OpenAi, Reasoners, "top_p", null, NoSampling),
        // https://docs.mistral.ai/api: usage comes with the last chunk unasked, and what is not in the schema is refused.
        new("openai-chat", ["mistral"], [], "seed", "random_seed", "Mistral's name for it"),
        new("openai-chat", ["mistral"], [], "stream_options", null, "Mistral has no such thing"),
        new("anthropic", [], WithoutSampling, "temperature", null, "Claude takes no sampling parameters from Opus 4.7 on"),
        new("anthropic", [], WithoutSampling, "top_p", null, "Claude takes no sampling parameters from Opus 4.7 on"),
        new("anthropic", [], OneOfTwo, "temperature+top_p", null, "this model takes temperature or top_p, not both"),
    ];

    /// <summary>The difference that holds for a parameter of a model; null where the protocol holds as it is.</summary>
    public static Quirk? Of(string protocol, string provider, string model, string parameter)
    {
        var name = model[(model.LastIndexOf('/') + 1)..];
        foreach (var quirk in All)
        {
            if (quirk.Parameter == parameter && quirk.Protocol == protocol && (quirk.Providers.Length == 0 || quirk.Providers.Contains(provider))
                && (quirk.Models.Length == 0 || quirk.Models.Any(m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase)))) return quirk;
        }
        return null;
    }
}
