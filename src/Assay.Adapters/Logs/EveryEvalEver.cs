using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Logs;

/// <summary>
/// Instance-level records of Every Eval Ever (https://github.com/evaleval/every_eval_ever, instance_level_eval.schema.json): one line a sample. Several results
/// of one file are several runs. Its aggregate files hold totals only.
/// </summary>
public sealed class EveryEvalEver : ILogReader
{
    public string Id => "every-eval-ever";

    public string Expects => "…_samples.jsonl of Every Eval Ever";

    public bool Recognises(LogSource source) => source.Head.Contains("\"schema_version\"", StringComparison.Ordinal) && source.Head.Contains("\"evaluation_id\"", StringComparison.Ordinal)
        && !source.Head.Contains("\"$schema\"", StringComparison.Ordinal);

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        if (source.Head.Contains("\"evaluation_results\"", StringComparison.Ordinal)) throw new LogRefusedException(TotalsOnly(source));
        var runs = new Dictionary<string, (LogBuilder Builder, JsonElement First)>(StringComparer.Ordinal);
        foreach (var (line, record) in JsonLines.Read(source.Name, source.Open()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((record.Name("evaluation_result_id") ?? record.Name("evaluation_name")) is not { } name || record.Name("sample_id") is not { } id || record.Name("model_id") is not { } model)
                throw new LogRefusedException($"Line {line} lacks one of evaluation_name, sample_id and model_id, which every record has.");
            if (!runs.TryGetValue(name, out var run)) runs.Add(name, run = (new(), record));
            run.Builder.Add(Sample(record, id), Trial(record, model));
        }
        if (runs.Count == 0) throw new LogRefusedException("The file holds no records.");
        return [.. runs.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value.Builder.Build(new()
        {
            Task = r.Key,
            Created = Created(r.Value.First),
            Origin = new("every-eval-ever", source.Name, runs.Count == 1 ? source.Hash : LogHash.Part(source.Hash, r.Key), null),
            Scorer = choice.Scorer,
            NothingIn = "The file holds no records.",
        }))];
    }

    private static string TotalsOnly(LogSource source) => LogJson.Whole(source.Name, source.Whole()).Get("detailed_evaluation_results").Text("file_path") is { } path
        ? $"It holds totals only, no trials. Its samples are in a file of their own: import {System.IO.Path.GetFileName(path.Replace('\\', '/'))}."
        : "It holds totals only, no trials, and names no file of samples (detailed_evaluation_results).";

    /// <summary>The time stands at the end of the id, where its converters put it.</summary>
    private static DateTimeOffset? Created(JsonElement record) =>
        record.Text("evaluation_id")?.Split('/')[^1] is { } last && LogJson.Whole("evaluation_id", System.Text.Encoding.UTF8.GetBytes($"{{\"t\":{(last.All(c => char.IsAsciiDigit(c) || c == '.') && last.Length is > 8 and < 25 ? last.TrimStart('0').TrimEnd('.') : "0")}}}")).Time("t") is { } time ? time : null;

    private static Evaluation.Sample Sample(JsonElement record, string id) => new()
    {
        Place = 0,
        Id = id,
        Category = LogText.Category(record.Get("metadata")),
        Input = LogText.WithOptions(record.Get("input").Text("raw") ?? "", record.Get("input").Get("choices").Texts, ")"),
        Target = record.Get("input").Get("reference").Texts,
    };

    private static DraftTrial Trial(JsonElement record, string model)
    {
        var (evaluation, performance) = (record.Get("evaluation"), record.Get("performance"));
        return new()
        {
            Model = model,
            Outcome = Outcome(record),
            Duration = performance.Milliseconds("latency_ms"),
            FirstToken = performance.Milliseconds("time_to_first_token_ms"),
            Usage = Inspect.InspectUsage.Of(record.Get("token_usage")),
            Scores = [ScoreOf(evaluation, Extracted(record))],
        };
    }

    private static CallOutcome Outcome(JsonElement record)
    {
        if (record.Text("error") is { Length: > 0 } error) return DraftTrial.Failure(error);
        var (output, last) = (record.Get("output"), record.Items("messages").LastOrDefault(m => m.Text("role") == "assistant"));
        if (!output.Says && !last.Says) return DraftTrial.Failure("The record holds no reply for it.");
        var text = output.Says ? string.Join("\n\n", output.Get("raw").Texts) : last.Text("content") ?? "";
        return new CallOutcome.Replied(text, text.Length == 0 ? StopReason.Empty : StopReason.Unknown)
        {
            Reasoning = output.Get("reasoning_trace").Texts is { Length: > 0 } traces ? string.Join("\n\n", traces) : last.Text("reasoning_trace"),
        };
    }

    private static string? Extracted(JsonElement record) => record.Items("answer_attribution").Where(a => a.Flag("is_terminal") != false).Select(a => a.Text("extracted_value")).LastOrDefault();

    /// <summary>A score on another scale gives way to the verdict beside it.</summary>
    private static DraftScore ScoreOf(JsonElement evaluation, string? read)
    {
        var (score, correct) = (evaluation.Number("score"), evaluation.Flag("is_correct"));
        var why = $"score: {evaluation.Word("score") ?? "none"}, is_correct: {evaluation.Word("is_correct") ?? "none"}.";
        return new("score", score is >= 0 and <= 1 || correct is null ? score : null, correct, why, read);
    }
}
