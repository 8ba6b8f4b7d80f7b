using Assay.Catalog;
using Assay.Comparison.Cost;

namespace Assay.Comparison;

/// <summary>What can be said about a pair as a whole.</summary>
public enum VerdictDecision
{
    CannotSay = 0,
    FirstBetter = 1,
    SecondBetter = 2,
    NoDifference = 3,
}

/// <summary>One sentence on which to pick, or that it cannot be said, with what is missing.</summary>
/// <param name="First">The pair, in page order.</param>
/// <param name="Winner">Null unless one is better.</param>
/// <param name="Text">The same whichever model stands first.</param>
public sealed record Verdict(Model First, Model Second, Model? Winner, VerdictDecision Decision, string Rule, string Text, IReadOnlyList<Claim> Claims);

/// <summary>A comparison of two to six models: every surface renders this one object.</summary>
public sealed record ModelComparison
{
    public required ComparisonContext Context { get; init; }
    public IReadOnlyList<Model> Models => Context.Models;

    /// <summary>For two models, the verdict on them; for more, on each against the baseline, in page order.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>All findings, in the order of sections and, within one, of rules.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required BenchmarkTable Benchmarks { get; init; }

    public IReadOnlyList<ModelCost> Costs => Context.Costs;

    public IEnumerable<Finding> In(Section section) => Findings.Where(f => f.Section == section);
}
