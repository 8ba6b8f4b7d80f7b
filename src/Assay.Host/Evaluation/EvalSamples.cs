using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Host.Playground;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>Samples of a run with what models made of them. Reads the texts of one page, however great the run is.</summary>
public sealed class EvalSamples(RunStore store, RunReports reports)
{
    private const int PromptShown = 200;

    public EvalSampleListView List(ReportedRun run, SampleQuery query)
    {
        var places = query.Places(run.Report, words => reports.WithWords(run, words));
        return new()
        {
            Run = run.Run.Id, Scoring = run.Scoring, Page = query.Page, Pages = Math.Max(1, (places.Count + SampleQuery.PageSize - 1) / SampleQuery.PageSize), Total = places.Count,
            Samples = [.. store.Samples(run.Run.SuiteHash, [.. places.Skip((query.Page - 1) * SampleQuery.PageSize).Take(SampleQuery.PageSize)]).Select(s => Row(run, s))],
        };
    }

    /// <summary>Null where the suite has no such sample.</summary>
    public EvalSampleView? One(ReportedRun run, string id)
    {
        var items = run.Report.Items;
        // A slash in an id comes as %2F, which the server leaves as it is.
        if ((items.Find(id) ?? items.Find(Uri.UnescapeDataString(id))) is not { } place || store.Sample(run.Run.SuiteHash, place) is not { } sample) return null;
        var keys = (from m in Enumerable.Range(0, run.Run.Models.Count) from r in Enumerable.Range(0, run.Run.Settings.Repetitions) select new TrialKey(m, place, r)).ToArray();
        var trials = store.Trials(run.Run.Id, keys, run.ScoringId).ToDictionary(t => t.Key);
        var scorer = run.Run.Suite.ScorerOf(sample);
        var said = reports.Labelling(run).BySample[place].ToLookup(l => l.Key);
        var boxes = SampleBoxes.Of(run.Run, sample, store);
        return new()
        {
            Run = run.Run.Id, Scoring = run.Scoring, Suite = run.Run.Suite.Title, Id = sample.Id, Place = place, Category = sample.Category, Difficulty = sample.Difficulty, Cluster = sample.Cluster, System = run.Run.Suite.System,
            Input = sample.Input, Images = Images(run, sample), Target = sample.Target, Scorer = scorer.Id, ScorerOptions = scorer.Options, Trials = [.. keys.Select(k => Trial(run, k, trials.GetValueOrDefault(k), boxes, said[k]))],
            Picture = boxes?.Picture, TargetBoxes = boxes?.Target,
            Previous = place > 0 ? items.Ids[place - 1] : null, Next = place + 1 < items.Count ? items.Ids[place + 1] : null,
        };
    }

    /// <summary>The address of a sample's page within its run.</summary>
    public static string Address(string run, string id, int scoring = 0) => $"/evals/{run}/samples/{Uri.EscapeDataString(id)}{(scoring > 0 ? $"?scoring={scoring}" : "")}";

    private static EvalSampleRow Row(ReportedRun run, Sample sample) => new()
    {
        Id = sample.Id, Place = sample.Place, Category = sample.Category, Difficulty = sample.Difficulty, Prompt = Visible.Line(sample.Input, PromptShown), Images = Images(run, sample),
        Models = [.. run.Report.Models.Select(m => new EvalOutcomeView(m.Name, [.. Enumerable.Range(0, m.Items.Repetitions).Select(r => m.Items.State(sample.Place, r).Name())], m.Items.IsScored(sample.Place) ? m.Items.Value(sample.Place) : null))],
    };

    private static EvalImageView[] Images(ReportedRun run, Sample sample) => [.. sample.Images.Select(i => new EvalImageView(i.Path, i.Hash, $"/evals/{run.Run.Id}/images/{i.Hash}"))];

    private static EvalTrialView Trial(ReportedRun run, TrialKey key, RecordedTrial? trial, SampleBoxes? boxes, IEnumerable<HumanLabel> said)
    {
        var name = run.Run.Models[key.Model];
        var state = run.Report.Models[key.Model].Items.State(key.Sample, key.Repetition);
        if (trial is null) return new() { Model = name, Place = key.Model, Repetition = key.Repetition, State = state.Name(), Attempts = [] };
        var last = trial.Outcome is CallOutcome.Replied && trial.Attempts.Count > 0 ? trial.Attempts[^1] : null;
        var replied = trial.Outcome as CallOutcome.Replied;
        return new()
        {
            Model = name, Place = key.Model, Repetition = key.Repetition, State = state.Name(), Score = (trial.Score as Score.Scored)?.Value,
            Why = trial.Score switch { Score.Scored scored => scored.Why, Score.Unscored unscored => unscored.Why, _ => null }, Read = (trial.Score as Score.Scored)?.Read, Scorer = trial.Scorer, Reply = replied?.Text,
            Reasoning = replied?.Reasoning, Stop = replied is null ? null : StopText.Of(replied), Failure = (trial.Outcome as CallOutcome.Failed)?.Failure.Message,
            PartialReply = trial.Outcome switch { CallOutcome.Failed failed => failed.PartialText, CallOutcome.Cancelled cancelled => cancelled.PartialText, _ => null },
            PossiblyPaid = trial.Outcome switch { null => true, CallOutcome.Failed failed => failed.Failure.PossiblyPaid, CallOutcome.Cancelled cancelled => cancelled.PossiblyPaid, _ => false }, Started = trial.Started,
            FirstTokenMs = trial.Cached ? null : last?.FirstToken?.TotalMilliseconds, LatencyMs = trial.Cached ? null : last?.Duration.TotalMilliseconds, InputTokens = trial.Usage?.Input, OutputTokens = trial.Usage?.Output,
            ReasoningTokens = trial.Usage?.Reasoning, Cost = trial.Cost is { } cost ? new(cost.Usd, cost.Usd is { } usd ? Format.Usd(usd) : "not known") { Why = cost.Why } : null,
            Attempts = [.. trial.Attempts.Select(a => new LaneAttemptView(a.Number, a.FirstByte?.TotalMilliseconds, a.FirstToken?.TotalMilliseconds, a.Duration.TotalMilliseconds, a.Status, TurnViewBuilder.Of(a.Failure)))],
            Tries = trial.Tries, Cached = trial.Cached, NotHonoured = trial.NotHonoured, Boxes = boxes?.In(replied?.Text),
            Judge = EvalJudgementView.Of(trial.Judge), Labels = [.. said.Select(l => EvalLabelView.Of(l, trial.Score))],
            Raw = run.Run.Origin is RunOrigin.Own && trial.Outcome is not null ? $"/evals/{run.Run.Id}/trials/{key.Model}-{key.Sample}-{key.Repetition}" : null,
        };
    }
}
