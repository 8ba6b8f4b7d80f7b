namespace Assay.Host.Evaluation;

/// <summary>Two models on the items that both have a score on; the difference is first minus second.</summary>
public sealed record EvalPairView
{
    public required string First { get; init; }
    public required string Second { get; init; }

    /// <summary><c>first_better</c>, <c>second_better</c>, <c>cannot_tell</c>, <c>identical</c>, <c>too_few_scored</c>.</summary>
    public required string Outcome { get; init; }
    public required string Sentence { get; init; }
    public required int Items { get; init; }

    /// <summary>Items of the suite that one of them has no score on.</summary>
    public required int LeftOut { get; init; }
    public required string Method { get; init; }
    public required double FirstScore { get; init; }
    public required double SecondScore { get; init; }
    public required int FirstWins { get; init; }
    public required int SecondWins { get; init; }

    /// <summary>-1 to 1.</summary>
    public required EvalFigureView Difference { get; init; }

    /// <summary>Of this pair alone, and corrected for all pairs told together; null where there is nothing to test.</summary>
    public double? P { get; init; }
    public double? CorrectedP { get; init; }

    /// <summary>What only the detail of a pair has; null in lists of pairs.</summary>
    public EvalPairDetailView? Detail { get; init; }
}

public sealed record EvalPairDetailView
{
    /// <summary>Ids of samples that only the first has right, or has the higher score on; the first thousand.</summary>
    public required IReadOnlyList<string> FirstBetter { get; init; }
    public required IReadOnlyList<string> SecondBetter { get; init; }

    /// <summary>Items that would find a difference as seen here four times in five.</summary>
    public required EvalFigureView ItemsNeeded { get; init; }

    /// <summary>US dollars for both models.</summary>
    public required EvalFigureView CostOfThose { get; init; }
    public required IReadOnlyList<EvalCategoryDifferenceView> Categories { get; init; }
}

public sealed record EvalCategoryDifferenceView(string Category, int Items, int FirstWins, int SecondWins, EvalFigureView Difference);

/// <summary>A run held against another.</summary>
public sealed record EvalAgainstView
{
    public required string Run { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether both are of the very same suite.</summary>
    public required bool SameSuite { get; init; }

    /// <summary>Whether items are paired by id although the suites differ: what the same id asks may not be the same.</summary>
    public required bool PairedById { get; init; }
    public int SharedIds { get; init; }
    public int OnlyHere { get; init; }
    public int OnlyThere { get; init; }

    /// <summary>Shared ids whose prompt, images, target or scorer differ.</summary>
    public int Changed { get; init; }

    /// <summary>In a sentence: what differs, and what that means.</summary>
    public required string Words { get; init; }

    /// <summary>Models of the same name, this run minus the other; empty where nothing is paired.</summary>
    public required IReadOnlyList<EvalPairView> Pairs { get; init; }
    public required IReadOnlyList<string> OnlyModelsHere { get; init; }
    public required IReadOnlyList<string> OnlyModelsThere { get; init; }
}

/// <summary>Whether a candidate may take a baseline's place.</summary>
public sealed record EvalGateView
{
    public required string Run { get; init; }
    public required string Candidate { get; init; }
    public required string Baseline { get; init; }

    /// <summary>The run of the baseline, where that is another.</summary>
    public string? BaselineRun { get; init; }
    public required double Margin { get; init; }

    /// <summary><c>better</c>, <c>not_worse</c>, <c>worse</c>, <c>not_enough_evidence</c>.</summary>
    public required string Outcome { get; init; }
    public required string Sentence { get; init; }
    public required int ExitCode { get; init; }
    public required EvalPairView Pair { get; init; }
}
