using System.Globalization;
using Assay.Adapters.Logs.Own;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Host.Cli.Text;

namespace Assay.Host.Evaluation.Exports;

/// <summary>A run as CSV: a row for every trial it plans, also for those that were never asked.</summary>
internal static class TrialCsv
{
    private static readonly string[] Columns =
    [
        "run", "suite", "model", "sample", "category", "repetition", "state", "score", "scorer", "why", "read", "stop", "input_tokens", "output_tokens", "usd", "latency_ms", "first_token_ms", "attempts", "cached", "started", "input", "target", "reply", "people",
    ];

    public static void Write(Run run, IEnumerable<SampleTrials> samples, ILookup<TrialKey, HumanLabel> labels, Unlocal unlocal, TextWriter output) => Csv.Write(output, Columns, samples.SelectMany(s => s.Trials.Select(t => Row(run, s.Sample, t, labels[t.Key], unlocal))));

    private static IReadOnlyList<string?> Row(Run run, Sample sample, PlannedTrial planned, IEnumerable<HumanLabel> labels, Unlocal unlocal)
    {
        var (trial, scored, answered) = (planned.Trial, planned.Trial?.Score as Score.Scored, planned.Answered);
        return
        [
            run.Id, run.Suite.Id, run.Models[planned.Key.Model], sample.Id, sample.Category, Number(planned.Key.Repetition + 1), planned.State.Name(), Number(scored?.Value), trial?.Scorer, planned.Why(unlocal), scored?.Read,
            (trial?.Outcome as CallOutcome.Replied)?.Stop.ToString().ToLowerInvariant(), Number(trial?.Usage?.Input), Number(trial?.Usage?.Output), Number(trial?.Cost?.Usd), Number(answered?.Duration.TotalMilliseconds), Number(answered?.FirstToken?.TotalMilliseconds),
            trial is null ? null : Number(trial.Attempts.Count), trial is null ? null : trial.Cached ? "true" : "false", trial?.Started?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), sample.Input, string.Join(" | ", sample.Target), planned.Reply, string.Join(" | ", labels.Select(TrialWords.Words)),
        ];
    }

    private static string? Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture);
}
