using Assay.Statistics;

namespace Assay.Evaluation.Reports;

/// <summary>How far the scores of a run, a judge's above all, agree with what one person says of the same answers.</summary>
public sealed record LabelAgreement
{
    public required string Person { get; init; }

    /// <summary>Answers that both called right or wrong.</summary>
    public required int Items { get; init; }

    public required int BothRight { get; init; }
    public required int BothWrong { get; init; }

    /// <summary>Right by the score, wrong by the person.</summary>
    public required IReadOnlyList<TrialKey> OnlyScore { get; init; }

    /// <summary>Right by the person, wrong by the score.</summary>
    public required IReadOnlyList<TrialKey> OnlyPerson { get; init; }

    /// <summary>Labelled answers without a verdict: a judge that could not be read, a scorer that draws no line. They agree with nobody and are not counted.</summary>
    public required int WithoutVerdict { get; init; }

    /// <summary>Cohen's kappa: agreement beyond what chance gives.</summary>
    public required Inference<Agreement> Kappa { get; init; }

    public int Agreed => BothRight + BothWrong;

    /// <summary>One for each person, by name.</summary>
    /// <param name="state">Where a trial stands in the scoring that is looked at.</param>
    public static IReadOnlyList<LabelAgreement> Of(IReadOnlyList<HumanLabel> labels, Func<TrialKey, TrialState> state) =>
        [.. labels.GroupBy(l => l.Person, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g], state))];

    private static LabelAgreement Of(string person, HumanLabel[] labels, Func<TrialKey, TrialState> state)
    {
        var judged = labels.Select(l => (l.Key, l.Passed, State: state(l.Key))).Where(l => l.State is TrialState.Passed or TrialState.Failed)
            .Select(l => (l.Key, Score: l.State is TrialState.Passed, Person: l.Passed)).OrderBy(l => l.Key.Sample).ThenBy(l => l.Key.Model).ThenBy(l => l.Key.Repetition).ToArray();
        return new()
        {
            Person = person, Items = judged.Length, BothRight = judged.Count(l => l.Score && l.Person), BothWrong = judged.Count(l => !l.Score && !l.Person),
            OnlyScore = [.. judged.Where(l => l.Score && !l.Person).Select(l => l.Key)], OnlyPerson = [.. judged.Where(l => !l.Score && l.Person).Select(l => l.Key)],
            WithoutVerdict = labels.Length - judged.Length, Kappa = CohensKappa.Of(judged.Select(l => (l.Score, l.Person))),
        };
    }
}
