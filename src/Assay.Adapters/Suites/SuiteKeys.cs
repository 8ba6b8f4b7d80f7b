using Assay.Catalog;

namespace Assay.Adapters.Suites;

/// <summary>Keys that have a meaning, and the sentence for one that has none.</summary>
internal static class SuiteKeys
{
    public static readonly string[] About = ["id", "version", "title", "licence", "description", "categories", "default_scorer", "repetitions", "task", "system", "parameters"];
    public static readonly string[] Parameters = ["max_output_tokens", "temperature", "top_p", "seed", "reasoning_effort"];
    public static readonly string[] Sample = ["id", "category", "input", "images", "target", "scorer", "cluster", "difficulty"];
    public static readonly string[] Difficulties = ["easy", "medium", "hard"];

    public static string Unknown(string key, string[] allowed)
    {
        var near = allowed.FirstOrDefault(a => NearestNames.Distance(a, key) <= 2);
        return $"unknown key '{key}'{(near is null ? "" : $", perhaps '{near}'")}; allowed are {string.Join(", ", allowed)}";
    }
}
