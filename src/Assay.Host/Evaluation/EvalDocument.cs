using Assay.Evaluation.Reports;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>Runs, reports and gates as documents: for a terminal, or in Markdown for a pull request.</summary>
internal static class EvalDocument
{
    private const int IdsShown = 20;

    public static Document Of(EvalListView list)
    {
        var document = new Document("Runs");
        if (list.Known.Count > 0) document.Heading(2, "Suites").Table(new([new("Suite"), new("Samples", Number: true), new("Title")],
            [.. list.Known.Select(s => new Row([new(s.Id), new(s.Samples is { } n ? Format.Exact(n) : "faulty"), new(s.Title ?? s.Faults[0])]))])).Heading(2, "Runs");
        if (list.Runs.Count == 0) return document.Paragraph(list.Suite is null ? "No run is kept yet. assay eval run SUITE --models local/… makes one." : $"No run of suite '{list.Suite}' is kept. assay eval list shows those that are.");
        foreach (var run in list.Runs)
        {
            document.Heading(3, $"{run.Id}, {run.Suite} {run.SuiteVersion}");
            document.Paragraph(new($"{run.Created.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {RunState.Words(run.State)}{(run.Origin.File is { } file ? $" from {file}" : "")}, {Words.Plural(run.Samples, "sample")}{(run.Repetitions > 1 ? $", {run.Repetitions} times each" : "")}{(run.Done < run.Trials ? $", {Format.Exact(run.Done)} of {Format.Exact(run.Trials)} trials" : "")}.", Tone.Quiet));
            document.Table(new([new("Model"), new("Score", Number: true), new("95 %", Number: true)], [.. run.Models.Select(m => new Row([new(m.Model), new(m.Score.Display, Tone.Strong), new(m.Score.Interval)]))]));
        }
        return document.Paragraph(new(list.Runs.Count < list.Total ? $"{list.Runs.Count} of {list.Total} runs, the newest first; --limit shows more." : $"{Words.Plural(list.Total, "run")}.", Tone.Quiet));
    }

    /// <param name="only">The one category asked for; null for all.</param>
    public static Document Of(EvalRunView run, string? only = null)
    {
        var document = new Document(run.Suite.Title).Heading(1, run.Suite.Title);
        document.Paragraph(new($"Run {run.Id} of {run.Created.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {run.Suite.Id} {run.Suite.Version}, {Words.Plural(run.Suite.Samples, "sample")}{(run.Settings.Repetitions > 1 ? $", {run.Settings.Repetitions} times each" : "")}, {RunState.Words(run.State)}{(run.Origin.File is { } file ? $" from {file}" : "")}{(run.Scorings.Count > 1 ? $", scoring {run.Scoring} of {run.Scorings.Count}" : "")}.", Tone.Quiet));
        foreach (var sentence in run.Verdict) document.Paragraph(sentence);
        if (only is null) document.Heading(2, "Scores").Table(Scores(run));
        Categories(document, run);
        if (only is not null) return document;
        if (run.Models.SelectMany(m => m.Difficulties).Select(d => d.Difficulty).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } difficulties)
            Groups(document, "Difficulty", difficulties, run, m => m.Difficulties.Select(d => (d.Difficulty, d.Score)));
        if (run.Pair is { } pair) Pair(document.Heading(2, "One against another"), pair);
        if (run.Pairs.Count > 1)
            document.Heading(2, "All pairs").Bullets(run.Pairs.Select(p => new BulletItem(new(p.Sentence))));
        if (run.Judges.Count > 0) document.Heading(2, "Judges").Bullets(run.Judges.Select(j => (BulletItem)$"{j.Model}: {j.Sentence(run.Scorings.Count > 1)}"));
        if (run.People.Count > 0) People(document.Heading(2, "Agreement with people"), run);
        Taken(document.Heading(2, "What it took"), run);
        return document;
    }

    public static Document Of(EvalGateView gate)
    {
        var word = gate.Outcome switch { "better" => "Better", "not_worse" => "Not worse", "worse" => "Worse", _ => "Not enough evidence" };
        var document = new Document(word).Heading(2, $"{gate.Pair.First} against {gate.Pair.Second}: {word.ToLowerInvariant()}");
        document.Paragraph(new(gate.Sentence, gate.Outcome switch { "better" or "not_worse" => Tone.Yes, "worse" => Tone.No, _ => Tone.Disputed }));
        Pair(document, gate.Pair);
        return document.Paragraph(new($"Run {gate.Run}{(gate.BaselineRun is { } other ? $" against run {other}" : "")}, margin {ReportWords.Points(gate.Margin)}, exit code {gate.ExitCode}.", Tone.Quiet));
    }

    private static Block.Table Scores(EvalRunView run) => new(
        [new("Model"), new("Score", Number: true), new("95 %", Number: true), new("Band"), new("Scored", Number: true)],
        [.. run.Models.OrderByDescending(m => m.Overall is null ? -1 : m.Overall.AtLeast + m.Overall.AtMost).Select(m => m.Overall is not { } s ? new Row([new(m.Name), new("not run"), new(""), new(""), new("")])
            : new Row([new(m.Name), new(s.Display, Tone.Strong), new(s.Interval), new(s.Band ?? "open"), new(ReportWords.Percent(s.Coverage))],
                string.Join("; ", new[] { s.Why?.TrimEnd('.'), s.Tally.Open.Length > 0 ? $"{s.Tally.Open}: neither right nor wrong" : null, s.Tally.Cut > 0 ? $"{Words.Plural(s.Tally.Cut, "answer")} cut at the token limit" : null, s.Tally.Empty > 0 ? $"{Words.Plural(s.Tally.Empty, "answer")} empty" : null }.OfType<string>()) is { Length: > 0 } detail ? detail : null))]);

    private static void Categories(Document document, EvalRunView run)
    {
        var names = run.Models.SelectMany(m => m.Categories).Select(c => c.Category).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0 || names.Length == 1 && run.Suite.Categories.Count < 2) return;
        Groups(document, "Category", names, run, m => m.Categories.Select(c => (c.Category, c.Score)));
    }

    private static void Groups(Document document, string of, string[] names, EvalRunView run, Func<EvalModelView, IEnumerable<(string Name, EvalScoreView Score)>> groups) =>
        document.Heading(2, $"By {of.ToLowerInvariant()}").Table(new([new(of), new("Model"), new("Score", Number: true), new("95 %", Number: true), new("Items", Number: true)],
            [.. names.SelectMany(name => run.Models.SelectMany(m => groups(m).Where(g => g.Name == name).Select(g => new Row([new(name), new(m.Name), new(g.Score.Display), new(g.Score.Interval), new(Format.Exact(g.Score.Items))]))))]));

    private static void Pair(Document document, EvalPairView pair)
    {
        document.Paragraph(pair.Sentence);
        var detail = pair.Detail!;
        document.Bullets(
        [
            $"Items that both have a score on: {Format.Exact(pair.Items)}{(pair.LeftOut > 0 ? $"; {Format.Exact(pair.LeftOut)} left out" : "")}",
            $"Difference, {pair.First} minus {pair.Second}: {pair.Difference.Display}{(pair.Difference.Why is { } why ? $". {why}" : "")}",
            $"Test: {pair.Method}, {(pair.P is { } p ? ReportWords.P(p) : "nothing to test")}",
            Ids($"Only {pair.First}", detail.FirstBetter, pair.FirstWins), Ids($"Only {pair.Second}", detail.SecondBetter, pair.SecondWins),
            detail.ItemsNeeded.Value is null ? $"Items needed: {detail.ItemsNeeded.Why}" : $"Items that would tell a difference as seen here: about {detail.ItemsNeeded.Display}, {(detail.CostOfThose.Value is null ? $"at a cost that is not known. {detail.CostOfThose.Why}" : $"for about {detail.CostOfThose.Display}")}",
        ]);
        if (detail.Categories.Count < 2) return;
        document.Table(new([new("Category"), new("Items", Number: true), new("Difference", Number: true)], [.. detail.Categories.Select(c => new Row([new(c.Category), new(Format.Exact(c.Items)), new(c.Difference.Display)], c.Difference.Why))]));
        document.Paragraph(new("By category: looked at after the fact, not corrected for their number.", Tone.Quiet));
    }

    private static BulletItem Ids(string who, IReadOnlyList<string> ids, int all) =>
        $"{who} right, or higher: {(all == 0 ? "no item" : $"{Words.Plural(all, "item")}: {string.Join(", ", ids.Take(IdsShown))}{(all > IdsShown ? $" and {Format.Exact(all - IdsShown)} more" : "")}")}";

    private static void People(Document document, EvalRunView run)
    {
        foreach (var a in run.People)
        {
            document.Heading(3, a.Person).Bullets(
            [
                Agreement(a),
                $"Right by both: {Format.Exact(a.BothRight)}; wrong by both: {Format.Exact(a.BothWrong)}{(a.WithoutVerdict > 0 ? $"; without a verdict of the scorer, and not counted: {Format.Exact(a.WithoutVerdict)}" : "")}",
                Ids("Only the score", a.OnlyScore, a.OnlyScore.Count), Ids("Only the person", a.OnlyPerson, a.OnlyPerson.Count),
            ]);
        }
    }

    /// <summary>"Cohen's kappa 0.62 (95 %: 0.41 to 0.83) over 60 answers, 49 of them alike."</summary>
    internal static string Agreement(EvalAgreementView a) =>
        (a.Kappa is { Low: { } low, High: { } high } ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Cohen's kappa {a.Kappa.Display} (95 %: {low:0.00} to {high:0.00})") : $"Cohen's kappa: {a.Kappa.Display}. {a.Kappa.Why?.TrimEnd('.')}")
        + $", over {Words.Plural(a.Items, "answer")}, {Format.Exact(a.BothRight + a.BothWrong)} of them alike.";

    private static void Taken(Document document, EvalRunView run)
    {
        document.Table(new(
            [new("Model"), new("p50", Number: true), new("p95", Number: true), new("Tokens in", Number: true), new("Tokens out", Number: true), new("A task", Number: true), new("In all", Number: true)],
            [.. run.Models.Select(m => new Row([new(m.Name), new(m.LatencyP50.Display), new(m.LatencyP95.Display), new(m.InputTokens.Display), new(m.OutputTokens.Display), new(m.CostPerTask.Display), new(m.TotalCost.Display)],
                string.Join(" ", new[] { Range(m.CostPerTask), m.Timed < run.Trials / run.Models.Count ? $"Times of {Format.Exact(m.Timed)} of {Words.Plural(run.Trials / run.Models.Count, "trial")}." : null, m.InputTokens.Why, m.OutputTokens.Why, m.CostPerTask.Why, m.TotalCost.Why }.OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } why ? why : null))]));
        document.Paragraph(new("p50 and p95: latency of first attempts that brought an answer; cached replies have none. Tokens: medians.", Tone.Quiet));
    }

    private static string? Range(EvalFigureView cost) => cost is { Low: { } low, High: { } high } ? $"A task costs {Format.Usd(low)} to {Format.Usd(high)} (95 %)." : null;
}
