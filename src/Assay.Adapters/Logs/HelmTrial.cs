using System.Globalization;
using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Logs;

/// <summary>What HELM measured of one instance: the mean of each figure.</summary>
internal sealed class HelmFigures
{
    private static readonly string[] NoScores =
    [
        "num_references", "num_train_trials", "num_train_instances", "num_prompt_tokens", "num_completion_tokens", "num_output_tokens", "training_co2_cost", "training_energy_cost", "inference_runtime", "inference_denoised_runtime",
        "inference_idealized_runtime", "batch_size", "prompt_truncated", "max_prob", "logprob", "num_perplexity_tokens", "num_bytes", "num_completions", "finish_reason_length", "finish_reason_stop", "finish_reason_endoftext", "finish_reason_unknown",
        "predicted_index", "logprob_per_byte", "bits_per_byte", "perplexity",
    ];

    private readonly Dictionary<string, double> means = new(StringComparer.Ordinal);

    public HelmFigures(JsonElement instance)
    {
        foreach (var stat in instance.Items("stats"))
            if (stat.Get("name").Text("name") is { } name && stat.Number("count") is > 0 && stat.Number("mean") is { } mean) means.TryAdd(name, mean);
    }

    public IReadOnlyList<DraftScore> Scores =>
        [.. means.Where(m => !NoScores.Contains(m.Key)).Select(m => new DraftScore(m.Key, m.Value, null, $"{m.Key}: {m.Value.ToString("0.####", CultureInfo.InvariantCulture)}."))];

    public long? Count(string name) => means.TryGetValue(name, out var mean) && mean >= 0 && mean == Math.Truncate(mean) ? (long)mean : null;

    public static string Key(string id, long trial, JsonElement perturbation) => string.Create(CultureInfo.InvariantCulture, $"{id}\n{trial}\n{perturbation.Name("name")}");
}

/// <summary>A request of HELM and what came of it.</summary>
internal static class HelmTrial
{
    public static DraftTrial Of(JsonElement request, string model, int repetition, HelmFigures? figures)
    {
        var result = request.Get("result");
        return new()
        {
            Model = model,
            Repetition = repetition,
            Outcome = Outcome(result),
            Started = result.Time("request_datetime"),
            Duration = result.Seconds("request_time"),
            // HELM counts with a tokenizer of its own.
            Usage = figures?.Count("num_prompt_tokens") is { } input && (figures.Count("num_output_tokens") ?? figures.Count("num_completion_tokens")) is { } output
                ? new() { Origin = UsageOrigin.Counted, Input = input, Output = output }
                : null,
            Cached = result.Flag("cached") == true,
            Scores = figures?.Scores ?? [],
        };
    }

    private static CallOutcome Outcome(JsonElement result)
    {
        if (result.Flag("success") != true) return DraftTrial.Failure(result.Text("error"));
        var completion = result.Items("completions").FirstOrDefault();
        if (!completion.Says) return DraftTrial.Failure("The record holds no completion for it.");
        var (text, word) = (completion.Text("text") ?? "", completion.Get("finish_reason").Text("reason"));
        return new CallOutcome.Replied(text, word switch
        {
            "length" => StopReason.Length,
            "content_filter" => StopReason.ContentFilter,
            "stop" or "endoftext" when text.Length > 0 => StopReason.Complete,
            _ => text.Length == 0 ? StopReason.Empty : StopReason.Unknown,
        }) { StopWord = word };
    }
}
