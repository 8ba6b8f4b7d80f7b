namespace Assay.Vision.Replies;

/// <summary>A box as it stands in a reply.</summary>
/// <param name="Numbers">Null where there are not four.</param>
/// <param name="Quoted">The box as written, shortened.</param>
/// <param name="Why">Why there are no numbers, where there are none.</param>
internal sealed record RawBox(string Label, LooseValue? Score, BoxNumbers? Numbers, string Quoted, string? Why = null);

/// <summary>All that a reply says of boxes, before a frame is chosen.</summary>
internal sealed class RawBoxes
{
    /// <summary>More than this no page could show and no matching compare.</summary>
    public const int Most = 1000;

    public List<RawBox> Boxes { get; } = [];

    /// <summary>Whether the text ended within a list or an object.</summary>
    public bool Cut { get; set; }

    /// <summary>Whether a list that would hold boxes stands there and is empty.</summary>
    public bool EmptyList { get; set; }

    /// <summary>A frame that the form suggests, and why; null where it suggests none.</summary>
    public (BoxFrame Frame, string Why)? Hint { get; set; }

    public int LeftOut { get; private set; }

    public int Repeats { get; private set; }

    private readonly HashSet<(string, BoxNumbers)> seen = [];

    public void Add(RawBox box)
    {
        // Models that think aloud write their list twice; a box of the same label and numbers is the same box.
        if (box.Numbers is { } numbers && !seen.Add((box.Label, numbers))) Repeats++;
        else if (Boxes.Count >= Most) LeftOut++;
        else Boxes.Add(box);
    }
}
