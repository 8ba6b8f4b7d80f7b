namespace Assay.Evaluation.Reports;

/// <summary>What one model made of a suite.</summary>
public sealed record ModelReport
{
    /// <summary>Its place in the run.</summary>
    public required int Place { get; init; }

    /// <summary>As the run names it.</summary>
    public required string Name { get; init; }

    /// <summary>Null where the suite has no sample.</summary>
    public required ScoreReport? Overall { get; init; }

    /// <summary>As <see cref="SuiteItems.Categories"/>.</summary>
    public required IReadOnlyList<ScoreReport> ByCategory { get; init; }

    /// <summary>As <see cref="SuiteItems.ByDifficulty"/>.</summary>
    public required IReadOnlyList<ScoreReport> ByDifficulty { get; init; }

    public required Speed Speed { get; init; }
    public required Spending Spending { get; init; }
    public required ItemScores Items { get; init; }
}
