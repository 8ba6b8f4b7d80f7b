using Assay.Evaluation.Reports;
using Assay.Host.Cli;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>Builds what is shown of one run, of a run against another, and of a gate.</summary>
public sealed class EvalRunViewBuilder(RunReports reports)
{
    /// <param name="run">As it stands.</param>
    /// <param name="pair">The two to look at closely; null for the two with the highest scores.</param>
    public EvalRunView Of(ReportedRun run, (ModelReport First, ModelReport Second)? pair = null, EvalAgainstView? against = null)
    {
        var (report, made) = (run.Report, run.Made);
        var tallies = report.Models.Select(m => m.Overall?.Tally ?? default).ToArray();
        return new()
        {
            Id = run.Run.Id, Created = run.Run.Created, Suite = EvalViews.Suite(run.Run), Origin = EvalViews.Origin(run.Run.Origin), Settings = EvalViews.Settings(run.Run.Settings), State = reports.State(run.Run, run.Events),
            Done = tallies.Sum(t => t.All - t.NotRun - t.Interrupted), Trials = run.Run.Trials, Events = [.. run.Events.Select(e => new EvalEventView(e.At, RunState.Word(e.Kind), e.Words))],
            Scorings = [.. run.Scorings.Select((s, i) => new EvalScoringView(i + 1, s.At, s.Words))], Scoring = run.Scoring, Verdict = made.Verdict, Models = made.Models, Pairs = made.Pairs,
            Pair = (pair ?? Best(report)) is { } two ? made.Pair(two.First, two.Second) : null, Against = against, People = reports.Labelling(run).People, Judges = made.Judges,
        };
    }

    /// <summary>The two of the highest scores; null where there is but one.</summary>
    public static (ModelReport First, ModelReport Second)? Best(RunReport report)
    {
        ModelReport[] order = [.. report.Models.Where(m => m.Overall is not null).OrderByDescending(m => m.Overall!.AtLeast + m.Overall.AtMost).ThenBy(m => m.Place).Take(2)];
        return order.Length == 2 ? (order[0], order[1]) : null;
    }

    /// <summary>This run against another: the same models on the same items.</summary>
    /// <param name="byId">Pair by sample id where the suites differ.</param>
    public EvalAgainstView Against(ReportedRun here, ReportedRun there, bool byId) => here.Made.Against(there.Made, byId, () => Paired(here, there, byId));

    private EvalAgainstView Paired(ReportedRun here, ReportedRun there, bool byId)
    {
        var same = here.Run.SuiteHash == there.Run.SuiteHash;
        var difference = same ? null : SuiteDifference.Of(reports.Store, here, there);
        var paired = same || byId;
        var pairs = paired ? AgainstReport.Of(here.Report, there.Report, difference?.Places) : [];
        string[] names = [.. here.Report.Models.Select(m => m.Name)], others = [.. there.Report.Models.Select(m => m.Name)];
        return new()
        {
            Run = there.Run.Id, Created = there.Run.Created, SameSuite = same, PairedById = !same && byId, SharedIds = difference?.Shared ?? here.Run.Samples, OnlyHere = difference?.OnlyHere ?? 0, OnlyThere = difference?.OnlyThere ?? 0,
            Changed = difference?.Changed ?? 0, Words = same ? "Both runs are of the very same suite, so the same items are compared." : difference!.Sentence(byId),
            Pairs = [.. pairs.Select(p => EvalViews.Detailed(PairReport.Of(p.Test, p.Here, p.There, here.Report.Items), p.Here.Name, $"{p.There.Name} ({Short(there.Run.Id)})", pairs.Count, here.Report.Items))],
            OnlyModelsHere = [.. names.Except(others, StringComparer.Ordinal)], OnlyModelsThere = [.. others.Except(names, StringComparer.Ordinal)],
        };
    }

    /// <param name="run">That holds the candidate.</param>
    /// <param name="baselineRun">That holds the baseline; null for the same.</param>
    public EvalGateView Gate(ReportedRun run, ModelReport candidate, ModelReport baseline, ReportedRun? baselineRun, double margin)
    {
        var items = run.Report.Items;
        var placed = baselineRun is null || baselineRun.Run.SuiteHash == run.Run.SuiteHash ? baseline : AgainstReport.At(baseline, AgainstReport.Places(items, baselineRun.Report.Items));
        // One pair, chosen beforehand: there is nothing to correct for.
        var test = PairTest.Correct([PairTest.Of(candidate, placed, items, items.All)])[0];
        var pair = PairReport.Of(test, candidate, placed, items);
        var gate = Assay.Evaluation.Reports.Gate.Of(pair, margin);
        var name = baselineRun is null ? baseline.Name : $"{baseline.Name} ({Short(baselineRun.Run.Id)})";
        return new()
        {
            Run = run.Run.Id, Candidate = candidate.Name, Baseline = baseline.Name, BaselineRun = baselineRun?.Run.Id, Margin = margin, Sentence = gate.Sentence(candidate.Name, name),
            Outcome = gate.Outcome switch { MarginOutcome.NotWorse => gate.IsBetter ? "better" : "not_worse", MarginOutcome.Worse => "worse", _ => "not_enough_evidence" },
            ExitCode = gate.Outcome switch { MarginOutcome.NotWorse => ExitCode.Done, MarginOutcome.Worse => ExitCode.Negative, _ => ExitCode.Usage },
            Pair = EvalViews.Detailed(pair, candidate.Name, name, 1, items),
        };
    }

    /// <summary>The beginning of an id, enough to tell runs of one day apart.</summary>
    public static string Short(string id) => id.Length > 12 ? id[..12] : id;
}

/// <summary>How two suites differ, sample by sample.</summary>
/// <param name="Places">For each item here its place there.</param>
internal sealed record SuiteDifference(IReadOnlyList<int?> Places, int Shared, int OnlyHere, int OnlyThere, int Changed)
{
    public static SuiteDifference Of(Adapters.Storage.Runs.RunStore store, ReportedRun here, ReportedRun there)
    {
        var places = AgainstReport.Places(here.Report.Items, there.Report.Items);
        var shared = places.Count(p => p is not null);
        var asked = store.Samples(there.Run.SuiteHash).ToDictionary(s => s.Id, Asked, StringComparer.Ordinal);
        var changed = store.Samples(here.Run.SuiteHash).Count(s => asked.TryGetValue(s.Id, out var other) && other != Asked(s));
        return new(places, shared, here.Report.Items.Count - shared, there.Report.Items.Count - shared, changed);
    }

    public string Sentence(bool byId) =>
        $"The two runs are of different suites: {Words.Plural(Shared, "sample id")} in both ({(Changed == 0 ? "which ask the same" : $"{Format.Exact(Changed)} of them {(Changed == 1 ? "asks" : "ask")} or {(Changed == 1 ? "wants" : "want")} something else")}), {Format.Exact(OnlyHere)} only here, {Format.Exact(OnlyThere)} only there. "
        + (byId ? "Items are paired by id all the same, because that was asked for: a difference may be one of the suites and not of the models." : "So nothing is compared, unless you ask to pair them by id.");

    /// <summary>What decides whether two samples are the same question.</summary>
    private static string Asked(Assay.Evaluation.Sample s) =>
        string.Join('\u001f', [s.Input, .. s.Images.Select(i => i.Hash), "→", .. s.Target, s.Scorer?.Id ?? "", s.Scorer?.Options ?? ""]);
}
