namespace Assay.Vision;

/// <summary>What a reply says of where things are.</summary>
public abstract record BoxReading
{
    private BoxReading()
    {
    }

    /// <summary>Boxes were read.</summary>
    /// <param name="Read">In the frame that was chosen.</param>
    /// <param name="Why">Why this frame, in a sentence or two.</param>
    /// <param name="Others">Other frames that hold at least as many boxes and say something else, for the reader who knows better.</param>
    public sealed record Found(FrameReading Read, string Why, IReadOnlyList<FrameReading> Others) : BoxReading
    {
        public IReadOnlyList<Detection> Detections => Read.Detections;

        public BoxFrame Frame => Read.Frame;

        /// <summary>What a reader should know of the reply as a whole: that it was cut, held repeats, or more than can be shown. Sentences.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <summary>The model gave an empty list: it says that there is nothing.</summary>
    public sealed record NothingFound : BoxReading;

    /// <summary>No boxes can be told from the reply. Not the same as none being there.</summary>
    /// <param name="Why">A sentence.</param>
    public sealed record Unreadable(string Why) : BoxReading
    {
        /// <summary>Boxes that stand there and make no sense, where any do.</summary>
        public IReadOnlyList<RefusedBox> Refused { get; init; } = [];
    }

    public T Match<T>(Func<Found, T> found, Func<NothingFound, T> nothing, Func<Unreadable, T> unreadable) => this switch
    {
        Found f => found(f),
        NothingFound n => nothing(n),
        Unreadable u => unreadable(u),
        _ => throw new InvalidOperationException("A reading is found, nothing found or unreadable."),
    };
}

/// <summary>The boxes of a reply read in one frame.</summary>
/// <param name="Detections">In the order of the reply.</param>
/// <param name="Refused">What makes no sense in this frame, kept apart.</param>
/// <param name="Notes">What was done to the numbers, in sentences: nothing is cut without a word.</param>
public sealed record FrameReading(BoxFrame Frame, IReadOnlyList<Detection> Detections, IReadOnlyList<RefusedBox> Refused, IReadOnlyList<string> Notes);

/// <summary>A box that could not be put on the image.</summary>
/// <param name="Label">Empty where the reply named nothing.</param>
/// <param name="Quoted">The box as written, at most 80 characters.</param>
/// <param name="Why">Reads on after "refused:".</param>
public sealed record RefusedBox(string Label, string Quoted, string Why);
