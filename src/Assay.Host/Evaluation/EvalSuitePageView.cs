namespace Assay.Host.Evaluation;

/// <summary>A suite that can be run, with what its lint found.</summary>
/// <param name="Lint">Null while it is being looked at.</param>
public sealed record EvalSuitePageView(EvalKnownSuiteView Suite, LintView? Lint);
