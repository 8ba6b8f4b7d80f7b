using Assay.Adapters.Suites;
using Assay.Evaluation.Lint;

namespace Assay.Host.Evaluation;

/// <summary>What the lint of a suite found.</summary>
public sealed record LintView
{
    private const int MostFindings = 1_000;

    /// <summary>The suite's id; null where it cannot be read.</summary>
    public string? Suite { get; init; }

    public string? Hash { get; init; }

    public int Samples { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    /// <summary>At most a thousand; <see cref="Errors"/> and <see cref="Warnings"/> count all.</summary>
    public required IReadOnlyList<LintFindingView> Findings { get; init; }

    /// <param name="folder">A suite's folder.</param>
    public static LintView Of(string folder, CancellationToken cancellationToken = default)
    {
        SuiteFolder suite;
        try
        {
            suite = SuiteFolder.Open(folder, cancellationToken: cancellationToken);
        }
        catch (SuiteException e)
        {
            return new() { Errors = e.Faults.Count, Warnings = 0, Findings = [.. e.Faults.Select(LintFindingView.OfFault)] };
        }
        var lint = new SuiteLint(suite.About);
        List<LintFindingView> findings = [];
        var (errors, warnings) = (0, 0);
        foreach (var finding in suite.Lines().SelectMany(l => lint.Look(l.Sample, l.Line)).Concat(Ended(lint)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (finding.IsError) errors++;
            else warnings++;
            if (findings.Count < MostFindings) findings.Add(LintFindingView.Of(finding));
        }
        return new() { Suite = suite.About.Id, Hash = suite.Hash, Samples = suite.Count, Errors = errors, Warnings = warnings, Findings = findings };
    }

    // Only once all samples were looked at.
    private static IEnumerable<LintFinding> Ended(SuiteLint lint)
    {
        foreach (var finding in lint.End()) yield return finding;
    }
}

/// <param name="Where">File and line.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
public sealed record LintFindingView(string Where, string Severity, string Kind, string? Sample, string What, string Fix)
{
    public static LintFindingView Of(LintFinding finding) =>
        new(finding.Line is { } line ? $"{SuiteFolder.SamplesFile}:{line}" : SuiteFolder.AboutFile, finding.IsError ? "error" : "warning", finding.Kind, finding.Sample, finding.What, finding.Fix);

    /// <summary>A fault of reading has its place in front, and what to do in its own words.</summary>
    public static LintFindingView OfFault(string fault)
    {
        var end = fault.IndexOf(": ", StringComparison.Ordinal);
        var isPlace = end > 0 && fault[..end].Contains(':', StringComparison.Ordinal) && !fault[..end].Contains(' ', StringComparison.Ordinal);
        return new(isPlace ? fault[..end] : "", "error", "unreadable", null, isPlace ? fault[(end + 2)..] : fault, "");
    }
}
