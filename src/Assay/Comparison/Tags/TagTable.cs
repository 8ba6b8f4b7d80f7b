using Assay.Catalog;
using Assay.Comparison.Rules;
using Assay.Units;

namespace Assay.Comparison.Tags;

/// <summary>
/// Every tag with its rule, in the order in which "best for" names them: what few models do before what many do.
/// docs/rules/score-decision-fit.md says the same in words.
/// </summary>
public static class TagTable
{
    private const long LongContext = 100_000;

    // What retrieved passages or a few rounds of tool results need to fit.
    private const long WorkingContext = 32_000;

    private static readonly string[] CodingBenchmarks = ["humaneval", "livecodebench", "aider-polyglot", "terminal-bench"];

    private static readonly TagRule[] Rules =
    [
        new("Agents", "tool-calling agents", m => Window(m, WorkingContext) is { } window && Yes(m, Capability.FunctionCalling) is { } calls
            && (Yes(m, Capability.ToolUse) ?? Yes(m, Capability.StructuredOutputs)) is { } tools ? All(calls, tools, window) : null),
        new("Coding", "coding", Coding),
        new("Reasoning", "problems that take several steps", m => Does(m, Capability.Reasoning)),
        new("Multimodal", "input that is more than text", m => Does(m, Capability.Multimodal)),
        new("Vision", "reading images", m => Does(m, Capability.Vision)),
        new("RAG", "answers from retrieved documents", m => Window(m, WorkingContext) is { } window
            && (Yes(m, Capability.StructuredOutputs) ?? Yes(m, Capability.FunctionCalling) ?? Yes(m, Capability.PromptCaching)) is { } helps ? All(helps, window) : null),
        new("Long context", "long documents", m => Window(m, LongContext) is { } window ? All(window) : null),
        new("Structured output", "JSON that has to fit a schema", m => Does(m, Capability.StructuredOutputs)),
        new("Self-hosting", "running on your own machines", m =>
            m.Weights.TryGetConfirmed(out var weights) && weights == "open" ? new("its weights are open", Cited.Of(m.Weights)) : null),
    ];

    private static readonly TagRule General = new("General", "general text work", m =>
        m.ModalitiesIn.TryGetConfirmed(out var takes) && takes.Contains("text") && m.ModalitiesOut.TryGetConfirmed(out var gives) && gives.Contains("text")
            ? new("it takes and returns text", Cited.Of(m.ModalitiesIn, m.ModalitiesOut)) : null);

    /// <summary>Names of all tags, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Rules.Append(General).Select(r => r.Name)];

    public static IReadOnlyList<Tag> Of(Model model)
    {
        var tags = new List<Tag>();
        foreach (var rule in Rules)
            if (rule.Of(model) is { } tag) tags.Add(tag);
        if (tags.Count == 0 && General.Of(model) is { } general) tags.Add(general);
        return tags;
    }

    private static Basis? Yes(Model model, Capability capability) =>
        model.Has(capability) is var fact && fact.TryGetConfirmed(out var yes) && yes ? new(CapabilityWords.Name(capability), Cited.Of(fact)) : null;

    private static Basis? Does(Model model, Capability capability) => Yes(model, capability) is { } basis ? basis with { Reason = "it " + capability.Meaning } : null;

    private static Basis? Window(Model model, long atLeast) =>
        model.ContextWindow.TryGetConfirmed(out var window) && window.Tokens >= atLeast
            ? new($"a context window of {window} tokens", Cited.Of(model.ContextWindow)) : null;

    private static Basis? Coding(Model model)
    {
        foreach (var result in model.Results)
            if (!result.Claim.Unconfirmed && (CodingBenchmarks.Contains(result.Score.Benchmark) || result.Score.Benchmark.StartsWith("swe-bench", StringComparison.Ordinal)))
                return new("a result on a coding benchmark is published", [result.Claim]);
        return null;
    }

    private static Basis All(params Basis[] parts) => new("it has " + Words.List([.. parts.Select(p => p.Reason)]), [.. parts.SelectMany(p => p.Claims)]);
}
