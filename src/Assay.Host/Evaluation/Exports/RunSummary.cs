using Assay.Adapters.Logs.Own;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Host.Cli.Text;
using Assay.Host.Playground;
using Assay.Units;

namespace Assay.Host.Evaluation.Exports;

/// <summary>What a run comes to, for people: verdict, scores with their intervals, what is open, time and cost.</summary>
internal static class RunSummary
{
    private const int MostTrials = 100;
    private const int LongestWhy = 160;

    public static Document Of(Run run, RunReport report, IReadOnlyList<RunEvent> events)
    {
        var document = new Document($"{run.Suite.Title}: {string.Join(", ", run.Models)}");
        document.Heading(1, run.Suite.Title).Paragraph(new(string.Join(" ", RunVerdict.Of(report)), Tone.Strong));
        document.Bullets(
        [
            new(new Phrase($"Run {run.Id}, {run.Created.UtcDateTime:yyyy-MM-dd HH:mm} UTC", Tone.Quiet)),
            new(new Phrase($"Suite {run.Suite.Id} {run.Suite.Version}, {Words.Plural(run.Samples, "sample")} × {Words.Plural(run.Settings.Repetitions, "repetition")}, SHA-256 {run.SuiteHash}", Tone.Quiet)),
            .. run.Origin is RunOrigin.Imported i ? [new(new Phrase($"Read from {i.File} ({i.Format}{(i.By is null ? "" : ", " + i.By)}); scored there", Tone.Quiet))] : Array.Empty<BulletItem>(),
        ]);
        document.Heading(2, "Scores").Table(new([new("Model"), new("Score", true), new("95 %", true), new("Right", true), new("Wrong", true), new("Measured", true), new("Without a score")], [.. report.Models.Where(m => m.Overall is not null).Select(m => Score(m.Name, m.Overall!))]));
        if (report.Items.Categories.Count > 1) Groups(document, "Category", report.Items.Categories, report, m => m.ByCategory);
        if (report.Items.ByDifficulty.Count > 0) Groups(document, "Difficulty", report.Items.ByDifficulty, report, m => m.ByDifficulty);
        Pairs(document, report);
        document.Heading(2, "Time, tokens, cost").Table(new([new("Model"), new("p50", true), new("p95", true), new("Tokens in", true), new("Tokens out", true), new("Per task", true), new("Paid in all", true)], [.. report.Models.Select(Effort)]));
        document.Paragraph(new($"Intervals: {string.Join("; ", report.Models.Select(m => m.Overall?.Method.Name()).OfType<string>().Distinct(StringComparer.Ordinal))}. Trials without a score are neither right nor wrong: where there are any, the score is told as what it can be.", Tone.Quiet));
        var notes = events.Where(e => e.Kind == RunEventKind.Noted).Select(e => (BulletItem)Document.Safe(e.Words)).ToArray();
        if (notes.Length > 0) document.Heading(2, "Notes").Bullets(notes);
        return document;
    }

    /// <summary>Adds the trials that are not right, as many as a reader looks at.</summary>
    public static Document WithTrials(this Document document, Run run, IEnumerable<SampleTrials> samples, Unlocal unlocal)
    {
        var (rows, more) = (new List<Row>(), 0);
        foreach (var (sample, trial) in samples.SelectMany(s => s.Trials.Where(t => t.State is not (TrialState.Passed or TrialState.Graded or TrialState.NotRun)).Select(t => (s.Sample, t))))
            if (rows.Count < MostTrials) rows.Add(new([Visible.Line(sample.Id, 80), run.Models[trial.Key.Model], trial.State.Words(), Visible.Line(trial.Why(unlocal), LongestWhy)]));
            else more++;
        if (rows.Count == 0) return document;
        document.Heading(2, "What was not right").Table(new([new("Sample"), new("Model"), new("State"), new("Why")], rows));
        return more > 0 ? document.Paragraph(new($"And {Format.Exact(more)} more: the formats json and csv hold all.", Tone.Quiet)) : document;
    }

    private static Row Score(string name, ScoreReport score) => new(
    [
        new(name), new(ReportWords.Score(score), Tone.Strong), score.Interval.Match(ReportWords.Interval, _ => "–"), Format.Exact(score.Tally.Passed), Format.Exact(score.Tally.Failed), Format.Exact(score.Tally.Graded),
        score.Tally.Open == 0 ? "none" : ReportWords.Open(score.Tally),
    ]);

    private static void Groups(Document document, string of, IReadOnlyList<ItemGroup> groups, RunReport report, Func<ModelReport, IReadOnlyList<ScoreReport>> scores) => document.Heading(2, $"By {of.ToLowerInvariant()}").Table(new(
        [new(of), new("Samples", true), .. report.Models.Select(m => new Column(m.Name, true))],
        [.. groups.Select((g, i) => new Row([Visible.Line(g.Name!, 80), Format.Exact(g.Count), .. report.Models.Select(m => (Phrase)$"{ReportWords.Score(scores(m)[i])} ({scores(m)[i].Interval.Match(ReportWords.Interval, _ => "no interval")})")]))]));

    private static void Pairs(Document document, RunReport report)
    {
        if (report.Pairs.Count == 0) return;
        document.Heading(2, "On the same samples").Table(new([new("First"), new("Second"), new("Samples", true), new("Only first right", true), new("Only second right", true), new("Difference"), new("p", true)],
        [
            .. report.Pairs.Select(p => new Row(
            [
                report.Models[p.First].Name, report.Models[p.Second].Name, Format.Exact(p.Items), Format.Exact(p.FirstWins), Format.Exact(p.SecondWins), p.Difference.Match(ReportWords.Difference, why => why),
                p.CorrectedP is { } corrected ? ReportWords.P(corrected) : "–",
            ])),
        ]));
    }

    private static Row Effort(ModelReport model) => new(
    [
        model.Name, model.Speed.P50.Match(LaneText.Time, _ => "–"), model.Speed.P95.Match(LaneText.Time, _ => "–"), model.Spending.InputTokens.Match(Tokens, _ => "–"), model.Spending.OutputTokens.Match(Tokens, _ => "–"),
        model.Spending.PerTask.Match(c => Format.Usd(c.Usd), _ => "not known"), model.Spending.Total == 0 && model.Spending.WithoutCost > 0 ? "not known" : Format.Usd(model.Spending.Total) + (model.Spending.WithoutCost > 0 ? " and more" : ""),
    ]);

    private static string Tokens(double tokens) => Format.Exact((long)Math.Round(tokens));
}
