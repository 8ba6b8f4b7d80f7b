namespace Assay.Adapters.Runs;

/// <summary>
/// Divides the calls at once among the models of a run: each has its share, so that a slow one does not end up with all of it, and what one that is done leaves
/// goes to the others. Thread-safe.
/// </summary>
internal sealed class LaneShares
{
    private readonly Lock guard = new();
    private readonly List<TrialWindow> open = [];

    /// <param name="atOnce">1 and above.</param>
    /// <param name="models">1 and above; each gets at least one.</param>
    public LaneShares(int atOnce, int models)
    {
        for (var i = 0; i < models; i++) open.Add(new(Math.Max(1, Part(atOnce, models, i))));
        Windows = [.. open];
    }

    /// <summary>In the order of the models.</summary>
    public IReadOnlyList<TrialWindow> Windows { get; }

    /// <summary>A model has no more trials to ask.</summary>
    public void Done(TrialWindow window)
    {
        lock (guard)
        {
            if (!open.Remove(window)) return;
            for (var i = 0; i < open.Count; i++)
                if (Part(window.Size, open.Count, i) is > 0 and var more) open[i].Grow(more);
        }
    }

    private static int Part(int whole, int among, int place) => whole / among + (place < whole % among ? 1 : 0);
}
