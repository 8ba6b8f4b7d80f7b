namespace Assay.Vision;

/// <summary>What a reply says an image shows, as labels.</summary>
public abstract record LabelReading
{
    private LabelReading()
    {
    }

    /// <param name="Labels">The best first, at least one; no label twice.</param>
    public sealed record Ranked(IReadOnlyList<RankedLabel> Labels) : LabelReading
    {
        /// <summary>Sentences: repeats left out, scores not understood, an order that was changed, a reply that was cut.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <summary>The model gave an empty list.</summary>
    public sealed record NothingFound : LabelReading;

    /// <param name="Why">A sentence.</param>
    public sealed record Unreadable(string Why) : LabelReading;

    public T Match<T>(Func<Ranked, T> ranked, Func<NothingFound, T> nothing, Func<Unreadable, T> unreadable) => this switch
    {
        Ranked r => ranked(r),
        NothingFound n => nothing(n),
        Unreadable u => unreadable(u),
        _ => throw new InvalidOperationException("A reading is ranked, nothing found or unreadable."),
    };

    /// <summary>Reads JSON, a list with marks or numbers, or one short line. Never throws for what a reply holds.</summary>
    public static LabelReading Read(string reply) => Replies.LabelFinder.Read(reply);
}

/// <param name="Rank">1 and above.</param>
/// <param name="Label">As the model wrote it.</param>
/// <param name="Score">The model's own confidence, 0 to 1; null where it gave none.</param>
public sealed record RankedLabel(int Rank, string Label, double? Score);
