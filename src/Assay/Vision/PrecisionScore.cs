namespace Assay.Vision;

/// <summary>What a model was to find on an image, and what it found.</summary>
/// <param name="Expected">The truth; scores are ignored.</param>
public sealed record JudgedImage(IReadOnlyList<Detection> Expected, IReadOnlyList<Detection> Found);

/// <summary>Average precision over images, or why there is none.</summary>
public abstract record PrecisionScore
{
    private PrecisionScore()
    {
    }

    /// <param name="Ap50">At IoU 0.5: mean over labels, 0 to 1.</param>
    /// <param name="Ap75">At IoU 0.75.</param>
    /// <param name="Ap">Mean over IoU 0.5, 0.55 … 0.95.</param>
    /// <param name="ByLabel">Each label that was expected anywhere, in alphabetical order.</param>
    public sealed record Computed(double Ap50, double Ap75, double Ap, IReadOnlyList<LabelPrecision> ByLabel) : PrecisionScore
    {
        /// <summary>Sentences: how boxes without scores were ranked, what was not counted.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <param name="Why">A sentence.</param>
    public sealed record NotComputable(string Why) : PrecisionScore;
}

/// <param name="Label">In the form labels are compared by (<see cref="LabelForm"/>).</param>
/// <param name="Expected">How many boxes of it the truth has, 1 and above.</param>
public sealed record LabelPrecision(string Label, int Expected, double Ap50, double Ap75, double Ap);
