using Assay.Evaluation;

namespace Assay.Adapters.Runs;

/// <summary>How far a run is, counted as it goes. Safe to read while it goes.</summary>
public sealed class RunProgress
{
    private readonly Lock guard = new();
    private readonly Count[] counts;
    private readonly int each;

    /// <param name="models">How many.</param>
    /// <param name="each">Trials of each.</param>
    /// <param name="before">What earlier parts of the run brought.</param>
    public RunProgress(int models, int each, IEnumerable<TrialResult> before)
    {
        this.each = each;
        counts = [.. Enumerable.Range(0, models).Select(_ => new Count())];
        foreach (var result in before.Where(r => !r.IsOpen)) counts[result.Key.Model].Add(result.State, result.Usd, result.Cached);
        foreach (var count in counts) count.Before = count.Ended;
    }

    /// <summary>As it stands, in the order of the models.</summary>
    public IReadOnlyList<ModelProgress> Now()
    {
        lock (guard) return [.. counts.Select(c => c.Now(each))];
    }

    internal void Sent(int model) => Change(model, c => c.UnderWay++);

    internal void Waits(int model, int by) => Change(model, c => c.Waiting += by);

    internal void Left(int model, bool sent) => Change(model, c => c.UnderWay -= sent ? 1 : 0);

    internal void Ended(int model, TrialState state, decimal? usd, bool cached) => Change(model, c => c.Add(state, usd, cached));

    /// <summary>A reply without a score got one.</summary>
    internal void Scored(int model, TrialState state) => Change(model, c => c.Scored(state));

    internal void Judged(int model, decimal usd) => Change(model, c => c.Judges += usd);

    private void Change(int model, Action<Count> change)
    {
        lock (guard) change(counts[model]);
    }

    private sealed class Count
    {
        private int passed, failed, graded, unscored, refused, errored, cached, unknownCost;
        private decimal usd;

        public int UnderWay { get; set; }
        public int Waiting { get; set; }
        public int Before { get; set; }
        public decimal Judges { get; set; }
        public int Ended => passed + failed + graded + unscored + refused + errored;

        public void Add(TrialState state, decimal? cost, bool fromCache)
        {
            switch (state)
            {
                case TrialState.Passed: passed++; break;
                case TrialState.Failed: failed++; break;
                case TrialState.Graded: graded++; break;
                case TrialState.Unscored: unscored++; break;
                case TrialState.Refused: refused++; break;
                case TrialState.Errored: errored++; break;
                default: return;
            }
            if (fromCache) cached++;
            if (cost is { } known) usd += known;
            else unknownCost++;
        }

        public void Scored(TrialState state)
        {
            unscored--;
            Add(state, 0, fromCache: false);
        }

        public ModelProgress Now(int total) => new(total, passed, failed, graded, unscored, refused, errored, cached, UnderWay, Waiting, usd, Judges, unknownCost, Ended - Before);
    }
}

/// <summary>How far one model of a run is.</summary>
/// <param name="Total">All its trials.</param>
/// <param name="UnderWay">Sent and not answered yet, or waiting to be sent again.</param>
/// <param name="Waiting">Of those, how many wait to be sent again.</param>
/// <param name="Usd">What its calls are known to have cost.</param>
/// <param name="JudgesUsd">What judges of its replies cost in this part of the run, at their most where it is not known.</param>
/// <param name="UnknownCost">Trials whose cost cannot be told.</param>
/// <param name="EndedNow">Trials that ended in this part of the run: what a rate is made of.</param>
public sealed record ModelProgress(
    int Total, int Passed, int Failed, int Graded, int Unscored, int Refused, int Errored, int Cached, int UnderWay, int Waiting, decimal Usd, decimal JudgesUsd, int UnknownCost, int EndedNow)
{
    /// <summary>Trials with an end, if only a failed one.</summary>
    public int Ended => Passed + Failed + Graded + Unscored + Refused + Errored;
}
