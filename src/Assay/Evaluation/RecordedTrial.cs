using Assay.Calls;

namespace Assay.Evaluation;

/// <summary>A trial with its texts: what was asked and answered, what it took and how it was scored. What a page of one sample shows, and what an import brings.</summary>
public sealed record RecordedTrial
{
    public required TrialKey Key { get; init; }

    /// <summary>How the call ended; null where it is under way or was interrupted.</summary>
    public required CallOutcome? Outcome { get; init; }

    public DateTimeOffset? Started { get; init; }

    /// <summary>Every attempt, the last one last; empty where nothing was sent or nothing is known of it.</summary>
    public IReadOnlyList<Attempt> Attempts { get; init; } = [];

    public Usage? Usage { get; init; }

    public CallCost? Cost { get; init; }

    /// <summary>Parameters asked for and not sent, each with why.</summary>
    public IReadOnlyDictionary<string, string> NotHonoured { get; init; } = new Dictionary<string, string>();

    /// <summary>Null where there is nothing to score.</summary>
    public Score? Score { get; init; }

    /// <summary>Scorer and version that gave it, such as <c>number 1</c>; for an imported score the name it has there.</summary>
    public string? Scorer { get; init; }

    /// <summary>Where a judge gave the score: its call.</summary>
    public RecordedJudgement? Judge { get; init; }

    public bool Cached { get; init; }

    /// <summary>How often it was asked before: each resume asks failed trials again.</summary>
    public int Tries { get; init; } = 1;
}

/// <summary>A record of another program, ready to be kept as a run.</summary>
public sealed record ImportedRun
{
    public required Suite Suite { get; init; }

    /// <summary>In order of their places, without gaps.</summary>
    public required IReadOnlyList<Sample> Samples { get; init; }

    public required IReadOnlyList<string> Models { get; init; }

    public required RunSettings Settings { get; init; }

    /// <summary>When the run was made, as the record says; null where it does not.</summary>
    public DateTimeOffset? Created { get; init; }

    public required RunOrigin.Imported Origin { get; init; }

    public required IReadOnlyList<RecordedTrial> Trials { get; init; }

    /// <summary>What people said of the answers, each of a trial that has one.</summary>
    public IReadOnlyList<HumanLabel> Labels { get; init; } = [];

    /// <summary>What was left out or mended on reading, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
