namespace Assay.Host.Evaluation;

/// <summary>A figure that may be missing: then <see cref="Why"/> says so in a sentence.</summary>
/// <param name="Value">Null where it cannot be told.</param>
/// <param name="Display">For people: the figure, or "not known".</param>
public sealed record EvalFigureView(decimal? Value, string Display)
{
    /// <summary>Ends of the 95 % interval, where there is one.</summary>
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public string? Why { get; init; }
}

/// <summary>Trials by how they ended; each is in one of the first eight.</summary>
public sealed record EvalTallyView(int Passed, int Failed, int Graded, int Unscored, int Refused, int Errored, int Interrupted, int NotRun, int All)
{
    /// <summary>Answers cut at the limit of output tokens, and answers without text: among those above.</summary>
    public int Cut { get; init; }
    public int Empty { get; init; }

    /// <summary>"12 errored, 3 not run"; empty where nothing is open.</summary>
    public required string Open { get; init; }
}

/// <summary>A score. With open trials it is a range, and <see cref="Value"/> is null.</summary>
public sealed record EvalScoreView
{
    /// <summary>0 to 1; null where trials are open.</summary>
    public double? Value { get; init; }

    /// <summary>If everything open were wrong, and if it were right.</summary>
    public required double AtLeast { get; init; }
    public required double AtMost { get; init; }

    /// <summary>95 %; null where there is none, and then <see cref="Why"/>.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Why { get; init; }
    public required string Display { get; init; }

    /// <summary>"63.0–83.5 %", or "none".</summary>
    public required string Interval { get; init; }
    public required string Method { get; init; }

    /// <summary><c>high</c>, <c>middle</c>, <c>low</c>; null where open trials leave it open.</summary>
    public string? Band { get; init; }

    /// <summary>Samples.</summary>
    public required int Items { get; init; }
    public required EvalTallyView Tally { get; init; }

    /// <summary>Share of trials with a score.</summary>
    public required double Coverage { get; init; }
}

public sealed record EvalCategoryScoreView(string Category, EvalScoreView Score);

/// <param name="Difficulty">As the suite writes it, such as <c>hard</c>.</param>
public sealed record EvalDifficultyScoreView(string Difficulty, EvalScoreView Score);

/// <summary>One model of a run.</summary>
public sealed record EvalModelView
{
    public required int Place { get; init; }
    public required string Name { get; init; }
    public EvalScoreView? Overall { get; init; }
    public required IReadOnlyList<EvalCategoryScoreView> Categories { get; init; }

    /// <summary>The easiest first; empty where the suite says nothing of difficulty.</summary>
    public IReadOnlyList<EvalDifficultyScoreView> Difficulties { get; init; } = [];

    /// <summary>Milliseconds, of first attempts that brought an answer and never of cached replies.</summary>
    public required EvalFigureView LatencyP50 { get; init; }
    public required EvalFigureView LatencyP95 { get; init; }
    public required EvalFigureView FirstTokenP50 { get; init; }
    public required EvalFigureView FirstTokenP95 { get; init; }

    /// <summary>Trials that the times are of.</summary>
    public required int Timed { get; init; }
    public required long Attempts { get; init; }
    public required int Retried { get; init; }
    public required int Cached { get; init; }

    /// <summary>Medians.</summary>
    public required EvalFigureView InputTokens { get; init; }
    public required EvalFigureView OutputTokens { get; init; }

    /// <summary>US dollars.</summary>
    public required EvalFigureView CostPerTask { get; init; }
    public required EvalFigureView TotalCost { get; init; }
}
