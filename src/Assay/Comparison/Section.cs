namespace Assay.Comparison;

/// <summary>The sections of a comparison, in their order on the page.</summary>
public enum Section
{
    Lead = 1,
    Lifecycle,
    Verdict,
    Scorecard,
    Tradeoffs,
    Cost,
    Switch,
    Specs,
    Offers,
    Capabilities,
    VisionTasks,
    Benchmarks,
    VisionEvals,
    DeepDive,
    Faq,
    Continue,
    Provenance,
}
