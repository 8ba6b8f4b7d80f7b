namespace Assay.Evaluation.Reports;

/// <summary>What one model made of every item, repetitions side by side. A byte and a few figures a trial, no texts.</summary>
public sealed class ItemScores
{
    private readonly TrialState[] states;
    private readonly double[] sums;
    private readonly int[] scored;
    private readonly byte[] marks;

    internal ItemScores(int items, int repetitions)
    {
        (Items, Repetitions) = (items, repetitions);
        states = new TrialState[items * repetitions];
        marks = new byte[items * repetitions];
        sums = new double[items];
        scored = new int[items];
    }

    public int Items { get; }
    public int Repetitions { get; }

    public TrialState State(int item, int repetition) => states[item * Repetitions + repetition];

    /// <summary>Whether some repetition has a score.</summary>
    public bool IsScored(int item) => scored[item] > 0;

    /// <summary>Mean over the repetitions that have a score: a pass is 1, a fail 0, a measure itself.</summary>
    public double Value(int item) => sums[item] / scored[item];

    /// <summary>Mean over all repetitions where those without a score are taken for 0 or 1.</summary>
    internal double With(int item, int openAre) => (sums[item] + openAre * (Repetitions - scored[item])) / Repetitions;

    /// <summary>Whether any repetition of the item was measured without a line between right and wrong.</summary>
    public bool IsGraded(int item)
    {
        for (var r = 0; r < Repetitions; r++)
            if (State(item, r) == TrialState.Graded) return true;
        return false;
    }

    internal void Take(in TrialResult result)
    {
        var (item, at) = (result.Key.Sample, result.Key.Sample * Repetitions + result.Key.Repetition);
        if (states[at] != TrialState.NotRun) throw new ArgumentException($"The trial {result.Key} is there twice: only the newest try of each counts.", nameof(result));
        states[at] = result.State;
        marks[at] = (byte)((result.Cut ? 1 : 0) | (result.Empty ? 2 : 0));
        if (!result.HasScore) return;
        scored[item]++;
        sums[item] += result.State switch
        {
            TrialState.Passed => 1,
            TrialState.Failed => 0,
            _ => result.Value is >= 0 and <= 1 ? result.Value : throw new ArgumentException($"The trial {result.Key} has the score {result.Value}; allowed are 0 to 1.", nameof(result)),
        };
    }

    internal Tally TallyOf(ItemGroup group)
    {
        Span<int> counts = stackalloc int[8];
        counts.Clear();
        var (cut, empty) = (0, 0);
        foreach (var item in group.Places)
        {
            for (var r = 0; r < Repetitions; r++)
            {
                counts[(int)states[item * Repetitions + r]]++;
                cut += marks[item * Repetitions + r] & 1;
                empty += marks[item * Repetitions + r] >> 1;
            }
        }
        return new()
        {
            NotRun = counts[0], Passed = counts[1], Failed = counts[2], Graded = counts[3], Unscored = counts[4], Refused = counts[5], Errored = counts[6], Interrupted = counts[7], Cut = cut, Empty = empty,
        };
    }

    /// <summary>The same results at the places of another suite, for items that are in both.</summary>
    /// <param name="places">For each place there the place here; null where this one does not have the item.</param>
    public ItemScores At(IReadOnlyList<int?> places)
    {
        var moved = new ItemScores(places.Count, Repetitions);
        for (var to = 0; to < places.Count; to++)
        {
            if (places[to] is not { } from) continue;
            Array.Copy(states, from * Repetitions, moved.states, to * Repetitions, Repetitions);
            Array.Copy(marks, from * Repetitions, moved.marks, to * Repetitions, Repetitions);
            (moved.sums[to], moved.scored[to]) = (sums[from], scored[from]);
        }
        return moved;
    }
}
