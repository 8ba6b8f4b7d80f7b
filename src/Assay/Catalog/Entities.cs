namespace Assay.Catalog;

/// <summary>Who makes models.</summary>
public sealed record Organization(string Id, string Name, IReadOnlyDictionary<string, Fact<string>> About);

/// <summary>Who serves models.</summary>
public sealed record Provider(string Id, string Name, IReadOnlyDictionary<string, Fact<string>> About)
{
    /// <summary>The organization whose own models it serves first, or null.</summary>
    public string? Organization => Text("organization");

    /// <summary>The wire protocol it speaks (<c>openai-chat</c>, <c>anthropic</c> …), or null when not known.</summary>
    public string? Protocol => Text("protocol");

    private string? Text(string key) => About.TryGetValue(key, out var fact) && fact.TryGet(out var value) ? value : null;
}

/// <summary>A test that models are scored on.</summary>
public sealed record Benchmark(string Id, string Name, IReadOnlyDictionary<string, Fact<string>> About)
{
    /// <summary>False for error rates and costs; true unless the catalogue says otherwise.</summary>
    public bool HigherIsBetter => !(About.TryGetValue("higher_is_better", out var fact) && fact.TryGet(out var value) && value == "no");
}

/// <summary>A benchmark result of a model, with the claim that carries it.</summary>
public sealed record BenchmarkResult(BenchmarkScore Score, Claim Claim)
{
    /// <summary><see cref="BenchmarkScore.ComparableKey"/>, kept: every comparison looks it up.</summary>
    public string Key { get; } = Score.ComparableKey;
}
