using Assay.Calls;

namespace Assay.Evaluation;

/// <summary>What a suite says of itself. Its samples are read one by one, for there may be more than fit in memory.</summary>
public sealed record Suite
{
    /// <summary>Lower-case letters, digits and hyphens: the name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>As its authors count; what decides whether two suites are the same is their hash.</summary>
    public required string Version { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required string Licence { get; init; }

    /// <summary>In the order reports list them; every sample names one.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>For samples that name no scorer.</summary>
    public required ScorerChoice DefaultScorer { get; init; }

    /// <summary>How often each sample is asked, 1 and above.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>Null where each sample decides: <c>ask</c> with images, <c>chat</c> without.</summary>
    public ModelTask? Task { get; init; }

    /// <summary>Instructions sent before every sample; null for none.</summary>
    public string? System { get; init; }

    /// <summary>What every call asks of the sampling, unless the run says otherwise.</summary>
    public CallParameters Parameters { get; init; } = new();

    /// <summary>The task of one of its samples.</summary>
    public ModelTask TaskOf(Sample sample) => Task ?? (sample.Images.Count > 0 ? ModelTask.Ask : ModelTask.Chat);

    public ScorerChoice ScorerOf(Sample sample) => sample.Scorer ?? DefaultScorer;
}
