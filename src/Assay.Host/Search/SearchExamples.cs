namespace Assay.Host.Search;

/// <summary>Lines that show what the box understands; a test holds that each is understood whole.</summary>
public static class SearchExamples
{
    public static IReadOnlyList<string> All { get; } =
        ["gpt-4o vs claude-sonnet-4-5", "vision models under $1 with 200k context", "cheapest open weights with tools", "models by google released 2026", "what is being retired", "what changed for gpt-4o"];
}
