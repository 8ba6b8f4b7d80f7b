using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Evaluation.Reports;

namespace Assay.Host.Evaluation;

/// <summary>
/// The report of one scoring of a run as it stood at one version, with what pages show of it, worked out when it is first asked for: a page that is asked for again reads
/// no trials, tests no pairs and looks through no texts. Thread-safe; two who ask at once may make the same twice.
/// </summary>
public sealed class MadeReport
{
    private const int MostPairs = 32, MostWords = 16, LongestWords = 8;

    private readonly Lock gate = new();
    private readonly Lazy<IReadOnlyList<EvalModelView>> models;
    private readonly Lazy<IReadOnlyList<EvalPairView>> pairs;
    private readonly Lazy<IReadOnlyList<string>> verdict;
    private readonly Lazy<IReadOnlyList<EvalJudgeView>> judges;
    private readonly List<((int, int) Key, EvalPairView Made)> details = [];
    private readonly List<(string Key, IReadOnlyList<int> Made)> words = [];
    private (MadeReport Other, bool ById, EvalAgainstView Made)? against;

    /// <param name="report">The figures.</param>
    /// <param name="readJudges">Reads what judges did.</param>
    public MadeReport(RunReport report, Func<IReadOnlyList<JudgeTotal>> readJudges)
    {
        Report = report;
        models = Later(() => (IReadOnlyList<EvalModelView>)[.. report.Models.Select(m => EvalViews.Model(m, report.Items))]);
        pairs = Later(() => (IReadOnlyList<EvalPairView>)[.. report.Pairs.Select(p => EvalViews.Pair(p, report.Models[p.First].Name, report.Models[p.Second].Name, report.Pairs.Count))]);
        verdict = Later(() => RunVerdict.Of(report));
        judges = Later(() => (IReadOnlyList<EvalJudgeView>)[.. readJudges().Select(EvalJudgeView.Of)]);
    }

    public RunReport Report { get; }
    public IReadOnlyList<EvalModelView> Models => models.Value;
    public IReadOnlyList<EvalPairView> Pairs => pairs.Value;
    public IReadOnlyList<string> Verdict => verdict.Value;
    public IReadOnlyList<EvalJudgeView> Judges => judges.Value;

    /// <summary>Two models looked at closely, seen from the first.</summary>
    public EvalPairView Pair(ModelReport first, ModelReport second) => Kept(details, (first.Place, second.Place), MostPairs, () =>
        EvalViews.Detailed(PairReport.Of(Report.Pair(first.Place, second.Place), first, second, Report.Items), first.Name, second.Name, Report.Pairs.Count, Report.Items));

    /// <summary>The run held against another: the last one asked for is kept.</summary>
    public EvalAgainstView Against(MadeReport other, bool byId, Func<EvalAgainstView> make)
    {
        lock (gate)
            if (against is { } kept && ReferenceEquals(kept.Other, other) && kept.ById == byId) return kept.Made;
        var made = make();
        lock (gate) against = (other, byId, made);
        return made;
    }

    /// <summary>Places of the samples in which each of the first eight words occurs, ascending.</summary>
    /// <param name="text">Words with blanks between them.</param>
    /// <param name="search">Places of one word.</param>
    public IReadOnlyList<int> With(string text, Func<string, IReadOnlyList<int>> search)
    {
        HashSet<int>? found = null;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(LongestWords))
        {
            var places = Kept(words, word, MostWords, () => search(word));
            if (found is null) found = [.. places];
            else found.IntersectWith(places);
            if (found.Count == 0) return [];
        }
        return found is null ? [] : [.. found.Order()];
    }

    private TMade Kept<TKey, TMade>(List<(TKey Key, TMade Made)> list, TKey key, int most, Func<TMade> make)
    {
        lock (gate)
        {
            if (list.FindIndex(k => EqualityComparer<TKey>.Default.Equals(k.Key, key)) is >= 0 and var at)
            {
                var found = list[at];
                list.RemoveAt(at);
                list.Add(found);
                return found.Made;
            }
        }
        var made = make();
        lock (gate)
        {
            list.Add((key, made));
            if (list.Count > most) list.RemoveAt(0);
        }
        return made;
    }

    /// <summary>A store that could not be read once is asked again.</summary>
    private static Lazy<T> Later<T>(Func<T> make) => new(make, LazyThreadSafetyMode.PublicationOnly);
}
