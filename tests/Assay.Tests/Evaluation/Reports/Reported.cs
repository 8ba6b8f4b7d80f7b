using Assay.Evaluation;
using Assay.Evaluation.Reports;

namespace Assay.Tests.Evaluation.Reports;

/// <summary>Reports from a line of letters for each model: P passed, F failed, U unscored, R refused, E errored, I interrupted, . not run; a digit is a measure of so many tenths.</summary>
internal static class Reported
{
    public static Suite Suite(params string[] categories) => new()
    {
        Id = "letters", Version = "1", Title = "Letters", Licence = "MIT", Categories = categories.Length == 0 ? ["all"] : categories, DefaultScorer = new("exact"),
    };

    /// <param name="count">Samples.</param>
    /// <param name="cluster">Of each place; null for none.</param>
    /// <param name="category">Of each place.</param>
    public static SuiteItems Items(int count, Func<int, string?>? cluster = null, Func<int, string>? category = null)
    {
        var samples = Enumerable.Range(0, count).Select(i => new Sample { Place = i, Id = $"s{i}", Category = category?.Invoke(i) ?? "all", Input = "?", Target = ["!"], Cluster = cluster?.Invoke(i) });
        return SuiteItems.Of(Suite([.. Enumerable.Range(0, count).Select(i => category?.Invoke(i) ?? "all").Distinct()]), samples);
    }

    /// <summary>One model and another, each one repetition.</summary>
    public static RunReport Of(params string[] models) => Of(Items(models[0].Length), 1, models);

    /// <param name="models">Letters of all repetitions of the first sample, then of the second, and so on.</param>
    public static RunReport Of(SuiteItems items, int repetitions, params string[] models) =>
        RunReport.Of([.. models.Select((_, m) => $"p/{(char)('a' + m)}")], repetitions, items, models.SelectMany((letters, m) => Trials(m, repetitions, letters)));

    public static IEnumerable<TrialResult> Trials(int model, int repetitions, string letters) => letters.Select((letter, i) => new TrialResult(new(model, i / repetitions, i % repetitions), letter switch
    {
        'P' => TrialState.Passed,
        'F' => TrialState.Failed,
        'U' => TrialState.Unscored,
        'R' => TrialState.Refused,
        'E' => TrialState.Errored,
        'I' => TrialState.Interrupted,
        '.' => TrialState.NotRun,
        >= '0' and <= '9' => TrialState.Graded,
        _ => throw new ArgumentException($"'{letter}' is no state.", nameof(letters)),
    }) { Value = char.IsAsciiDigit(letter) ? (letter - '0') / 10.0 : letter == 'P' ? 1 : 0 }).Where(t => t.State != TrialState.NotRun);

    /// <summary>So many of a letter, then so many of another.</summary>
    public static string Letters(params (int Count, char Letter)[] runs) => string.Concat(runs.Select(r => new string(r.Letter, r.Count)));
}
