namespace Assay.Evaluation.Lint;

/// <summary>Something in a suite that makes its scores less than they seem.</summary>
/// <param name="Kind">Short and stable, such as <c>longer-number</c>; docs/suites.md lists them.</param>
/// <param name="IsError">Errors fail the suite; the others are warnings.</param>
/// <param name="Sample">Its id; null where it is about the suite or a category.</param>
/// <param name="Line">In samples.jsonl; null where it is about no line.</param>
/// <param name="What">A sentence.</param>
/// <param name="Fix">A sentence.</param>
public sealed record LintFinding(string Kind, bool IsError, string? Sample, int? Line, string What, string Fix);
