namespace Assay.Comparison.Rules.Benchmarks;

/// <summary>The benchmark that the vision evals are published under.</summary>
internal static class VisionEvalSuite
{
    public const string Id = "vision-evals";
}
