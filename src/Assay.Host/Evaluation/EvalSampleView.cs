using Assay.Host.Playground;

namespace Assay.Host.Evaluation;

/// <param name="Address">Where the image lies here; null where it did not come with the run.</param>
public sealed record EvalImageView(string Path, string Hash, string Address);

/// <summary>A sample in a list.</summary>
public sealed record EvalSampleRow
{
    public required string Id { get; init; }
    public required int Place { get; init; }
    public required string Category { get; init; }
    public string? Difficulty { get; init; }

    /// <summary>The beginning of the prompt, on one line.</summary>
    public required string Prompt { get; init; }
    public required IReadOnlyList<EvalImageView> Images { get; init; }

    /// <summary>By model, in the order of the run: the states of its repetitions.</summary>
    public required IReadOnlyList<EvalOutcomeView> Models { get; init; }
}

/// <param name="States">One for each repetition.</param>
/// <param name="Score">Mean over those with a score, 0 to 1; null where none has.</param>
public sealed record EvalOutcomeView(string Model, IReadOnlyList<string> States, double? Score);

public sealed record EvalSampleListView
{
    public required string Run { get; init; }
    public required int Scoring { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }

    /// <summary>Samples that meet what was asked.</summary>
    public required int Total { get; init; }
    public required IReadOnlyList<EvalSampleRow> Samples { get; init; }
}

/// <summary>One trial with its texts.</summary>
public sealed record EvalTrialView
{
    public required string Model { get; init; }
    public required int Place { get; init; }

    /// <summary>0 and above.</summary>
    public required int Repetition { get; init; }
    public required string State { get; init; }

    /// <summary>0 to 1; null where there is no score.</summary>
    public double? Score { get; init; }

    /// <summary>Why it passed or not, or why nobody can say.</summary>
    public string? Why { get; init; }

    /// <summary>What the scorer took for the answer.</summary>
    public string? Read { get; init; }
    public string? Scorer { get; init; }
    public string? Reply { get; init; }
    public string? Reasoning { get; init; }

    /// <summary>Why the model stopped, where a reader must know it to judge the reply.</summary>
    public string? Stop { get; init; }
    public string? Failure { get; init; }

    /// <summary>What had come of an answer that never ended; never scored.</summary>
    public string? PartialReply { get; init; }
    public bool PossiblyPaid { get; init; }
    public DateTimeOffset? Started { get; init; }

    /// <summary>Milliseconds, of the attempt that brought the reply.</summary>
    public double? FirstTokenMs { get; init; }
    public double? LatencyMs { get; init; }
    public long? InputTokens { get; init; }
    public long? OutputTokens { get; init; }
    public long? ReasoningTokens { get; init; }
    public EvalFigureView? Cost { get; init; }
    public required IReadOnlyList<LaneAttemptView> Attempts { get; init; }

    /// <summary>How often it was asked, by resumes.</summary>
    public int Tries { get; init; } = 1;
    public bool Cached { get; init; }
    public IReadOnlyDictionary<string, string> NotHonoured { get; init; } = new Dictionary<string, string>();

    /// <summary>Where a model judged: what it was asked and said.</summary>
    public EvalJudgementView? Judge { get; init; }

    /// <summary>What people say of the answer, by name.</summary>
    public IReadOnlyList<EvalLabelView> Labels { get; init; } = [];

    /// <summary>The boxes of the reply; null where none were asked for, or there is no reply.</summary>
    public EvalBoxesView? Boxes { get; init; }

    /// <summary>Where the bytes of the exchange lie, with <c>/request</c> or <c>/reply</c> behind it; null where none are kept.</summary>
    public string? Raw { get; init; }
}

/// <summary>A sample with all that was made of it.</summary>
public sealed record EvalSampleView
{
    public required string Run { get; init; }
    public required int Scoring { get; init; }
    public required string Suite { get; init; }
    public required string Id { get; init; }
    public required int Place { get; init; }
    public required string Category { get; init; }
    public string? Difficulty { get; init; }
    public string? Cluster { get; init; }
    public string? System { get; init; }
    public required string Input { get; init; }
    public required IReadOnlyList<EvalImageView> Images { get; init; }
    public required IReadOnlyList<string> Target { get; init; }
    public required string Scorer { get; init; }
    public required string ScorerOptions { get; init; }

    /// <summary>Where boxes are asked for: the image they are measured on.</summary>
    public EvalPictureView? Picture { get; init; }

    /// <summary>The target as boxes; null where it is none.</summary>
    public IReadOnlyList<BoxView>? TargetBoxes { get; init; }

    /// <summary>By model, then repetition.</summary>
    public required IReadOnlyList<EvalTrialView> Trials { get; init; }

    /// <summary>Ids of its neighbours in the suite.</summary>
    public string? Previous { get; init; }
    public string? Next { get; init; }
}
