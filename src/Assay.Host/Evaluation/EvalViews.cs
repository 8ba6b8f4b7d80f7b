using System.Globalization;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Host.Playground;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>Turns reports into what page, JSON and command line show.</summary>
public static class EvalViews
{
    private const int MostIds = 1000;

    public static EvalScoreView Score(ScoreReport score)
    {
        var interval = score.Interval is Inference<(double Low, double High)>.Estimated { Value: var found } ? found : ((double Low, double High)?)null;
        return new()
        {
            Value = score.IsWhole ? score.AtLeast : null, AtLeast = score.AtLeast, AtMost = score.AtMost, Low = interval?.Low, High = interval?.High, Why = score.Interval.Match(_ => null!, why => why), Display = ReportWords.Score(score),
            Interval = interval is { } i ? ReportWords.Interval(i) : "none", Method = score.Method.Name(), Band = score.Band?.Name(), Items = score.Items, Tally = Tally(score.Tally),
            Coverage = score.Tally.All == 0 ? 0 : (double)score.Tally.Scored / score.Tally.All,
        };
    }

    private static EvalTallyView Tally(Tally t) => new(t.Passed, t.Failed, t.Graded, t.Unscored, t.Refused, t.Errored, t.Interrupted, t.NotRun, t.All) { Cut = t.Cut, Empty = t.Empty, Open = ReportWords.Open(t) };

    public static EvalModelView Model(ModelReport model, SuiteItems items) => new()
    {
        Place = model.Place, Name = model.Name, Overall = model.Overall is { } overall ? Score(overall) : null,
        Categories = [.. model.ByCategory.Select((score, i) => new EvalCategoryScoreView(items.Categories[i].Name!, Score(score)))],
        Difficulties = [.. model.ByDifficulty.Select((score, i) => new EvalDifficultyScoreView(items.ByDifficulty[i].Name!, Score(score)))],
        LatencyP50 = Time(model.Speed.P50), LatencyP95 = Time(model.Speed.P95), FirstTokenP50 = Time(model.Speed.FirstTokenP50), FirstTokenP95 = Time(model.Speed.FirstTokenP95), Timed = model.Speed.Trials,
        Attempts = model.Speed.Attempts, Retried = model.Speed.Retried, Cached = model.Speed.Cached, InputTokens = Count(model.Spending.InputTokens), OutputTokens = Count(model.Spending.OutputTokens),
        CostPerTask = model.Spending.PerTask.Match(Cost, Missing), TotalCost = Total(model.Spending),
    };

    private static EvalFigureView Cost(TaskCost cost) => new(cost.Usd, Format.Usd(cost.Usd)) { Low = cost.Interval?.Low, High = cost.Interval?.High };

    private static EvalFigureView Total(Spending spending) =>
        new(spending.WithoutCost > 0 && spending.Total == 0 ? null : spending.Total, spending.WithoutCost == 0 ? Format.Usd(spending.Total) : spending.Total == 0 ? "not known" : $"at least {Format.Usd(spending.Total)}")
        {
            Why = spending.WithoutCost == 0 ? null : $"The cost of {Words.Plural(spending.WithoutCost, "trial")} cannot be told.",
        };

    private static EvalFigureView Time(Inference<double> milliseconds) => milliseconds.Match(ms => new EvalFigureView((decimal)ms, LaneText.Time(ms)), Missing);

    private static EvalFigureView Count(Inference<double> count) => count.Match(c => new EvalFigureView((decimal)c, Format.Exact(Math.Round((decimal)c, 1))), Missing);

    internal static EvalAgreementView Agreement(LabelAgreement a, SuiteItems items)
    {
        string[] Ids(IReadOnlyList<TrialKey> keys) => [.. keys.Select(k => items.Ids[k.Sample]).Distinct(StringComparer.Ordinal)];
        return new(a.Person, a.Items, a.BothRight, a.BothWrong, a.WithoutVerdict, a.Kappa.Match(
            k => new EvalFigureView((decimal)k.Kappa.Value, k.Kappa.Value.ToString("0.00", CultureInfo.InvariantCulture)) { Low = (decimal)k.Kappa.Low, High = (decimal)k.Kappa.High }, Missing), Ids(a.OnlyScore), Ids(a.OnlyPerson));
    }

    private static EvalFigureView Missing(string why) => new(null, "not known") { Why = why };

    private static EvalFigureView Difference(Inference<Estimate> difference) => difference.Match(
        d => new EvalFigureView((decimal)d.Value, ReportWords.Difference(d)) { Low = (decimal)d.Low, High = (decimal)d.High }, Missing);

    /// <param name="pairs">How many pairs the p was corrected for.</param>
    public static EvalPairView Pair(PairTest test, string first, string second, int pairs) => new()
    {
        First = first, Second = second, Outcome = Name(test.Outcome), Sentence = ReportWords.Sentence(test, first, second, pairs), Items = test.Items, LeftOut = test.LeftOut, Method = test.Method.Name(), FirstScore = test.FirstScore,
        SecondScore = test.SecondScore, FirstWins = test.FirstWins, SecondWins = test.SecondWins, Difference = Difference(test.Difference), P = test.P.Match(p => (double?)p, _ => null), CorrectedP = test.CorrectedP,
    };

    /// <summary>As <see cref="Pair"/>, with where the two differ and what it would take to know more.</summary>
    public static EvalPairView Detailed(PairReport pair, string first, string second, int pairs, SuiteItems items) => Pair(pair.Test, first, second, pairs) with
    {
        Detail = new()
        {
            FirstBetter = [.. pair.FirstBetter.Take(MostIds).Select(i => items.Ids[i])], SecondBetter = [.. pair.SecondBetter.Take(MostIds).Select(i => items.Ids[i])],
            ItemsNeeded = pair.ItemsNeeded.Match(n => new EvalFigureView(n, Format.Exact(n)), Missing), CostOfThose = pair.CostOfThose.Match(usd => new EvalFigureView(usd, Format.Usd(usd)), Missing),
            Categories = [.. pair.Categories.Select(c => new EvalCategoryDifferenceView(c.Category, c.Test.Items, c.Test.FirstWins, c.Test.SecondWins, Difference(c.Test.Difference)))],
        },
    };

    private static string Name(PairOutcome outcome) => outcome switch
    {
        PairOutcome.FirstBetter => "first_better",
        PairOutcome.SecondBetter => "second_better",
        PairOutcome.Identical => "identical",
        PairOutcome.CannotTell => "cannot_tell",
        _ => "too_few_scored",
    };

    public static EvalOriginView Origin(RunOrigin origin) => origin is RunOrigin.Imported i ? new("imported", i.Format, i.File, i.Hash, i.By) : new("own");

    public static EvalSuiteView Suite(Run run) =>
        new(run.Suite.Id, run.Suite.Version, run.Suite.Title, run.Suite.Licence, run.SuiteHash, run.Samples, run.Suite.Categories) { Description = run.Suite.Description };

    public static EvalSettingsView Settings(RunSettings s) => new()
    {
        Repetitions = s.Repetitions, Concurrency = s.Concurrency, MaxCost = s.MaxCost, Cache = s.Cache, MaxOutputTokens = s.Parameters.MaxOutputTokens, Temperature = s.Parameters.Temperature, TopP = s.Parameters.TopP,
        Seed = s.Parameters.Seed, ReasoningEffort = s.Parameters.ReasoningEffort,
    };
}
