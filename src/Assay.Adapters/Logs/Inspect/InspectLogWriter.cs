using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Adapters.Logs.Own;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>
/// One model of a run as a log of Inspect, version 2 of its format. Written to the strictest form of the format's schema (inspect_ai,
/// src/inspect_ai/_view/www/log-schema.json, which allows no other key and requires every one), and so also readable by those after it.
/// </summary>
public sealed class InspectLogWriter(RunStore runs, Unlocal unlocal)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] GenerateConfig =
    [
        "max_retries", "timeout", "max_connections", "system_message", "max_tokens", "top_p", "temperature", "stop_seqs", "best_of", "frequency_penalty", "presence_penalty", "logit_bias", "seed", "suffix", "top_k", "num_choices", "logprobs", "top_logprobs",
        "parallel_tool_calls", "max_tool_output", "cache_prompt",
    ];

    private static readonly string[] EvalConfig =
    [
        "limit", "epochs", "epochs_reducer", "trace", "approval", "fail_on_error", "message_limit", "token_limit", "time_limit", "max_samples", "max_tasks", "max_subprocesses", "sandbox_cleanup", "log_samples", "log_images", "log_buffer",
    ];

    /// <param name="run">Of the store.</param>
    /// <param name="model">Its place in the run.</param>
    /// <param name="by">This program and its version.</param>
    /// <param name="output">Stays open.</param>
    public void Write(Run run, int model, string by, Stream output)
    {
        var results = runs.Results(run.Id).Where(r => r.Key.Model == model).ToArray();
        var asked = results.Length;
        var planned = run.Samples * run.Settings.Repetitions;
        using var json = new InspectJson(new Utf8JsonWriter(output, Options));
        var w = json.Writer;
        w.WriteStartObject();
        w.WriteNumber("version", 2);
        w.WriteString("status", asked < planned || results.Any(r => r.State == TrialState.Interrupted) ? "cancelled" : "success");
        Eval(json, run, model, by);
        Plan(json, run);
        Results(json, run, results, planned);
        Stats(json, run, model, results);
        w.WriteNull("error");
        w.WriteStartArray("samples");
        var sample = new InspectSampleWriter(json, run, model, unlocal, i => runs.Image(run.SuiteHash, i.Hash));
        foreach (var page in RunPages.Of(runs, run, model))
            foreach (var trial in page.Trials.Where(t => t.Trial is not null))
            {
                sample.Write(page.Sample, trial);
                if (w.BytesPending > 1 << 16) w.Flush();
            }
        w.WriteEndArray();
        w.WriteNull("reductions");
        w.WriteEndObject();
    }

    private static void Eval(InspectJson json, Run run, int model, string by)
    {
        var w = json.Writer;
        w.WriteStartObject("eval");
        w.WriteString("run_id", run.Id);
        w.WriteString("created", InspectJson.Time(run.Created));
        w.WriteString("task", run.Suite.Id);
        w.WriteString("task_id", run.SuiteHash[..22]);
        // The format counts versions; one that is no number stands in the metadata.
        w.WriteNumber("task_version", int.TryParse(run.Suite.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
        json.Nulls("task_file", "solver", "solver_args", "tags", "sandbox", "model_base_url", "revision");
        json.Empty("task_attribs", "task_args", "model_args");
        w.WriteStartObject("dataset");
        w.WriteString("name", run.Suite.Id);
        json.Nulls("location", "sample_ids");
        w.WriteNumber("samples", run.Samples);
        w.WriteBoolean("shuffled", false);
        w.WriteEndObject();
        w.WriteString("model", run.Models[model]);
        w.WriteStartObject("config");
        w.WriteNumber("epochs", run.Settings.Repetitions);
        json.Nulls(EvalConfig.Where(k => k != "epochs"));
        w.WriteEndObject();
        w.WriteStartObject("packages");
        w.WriteString("assay", by);
        w.WriteEndObject();
        w.WriteStartObject("metadata");
        w.WriteString("title", run.Suite.Title);
        w.WriteString("version", run.Suite.Version);
        w.WriteString("suite_sha256", run.SuiteHash);
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Plan(InspectJson json, Run run)
    {
        var (w, asked) = (json.Writer, run.Settings.Parameters);
        w.WriteStartObject("plan");
        w.WriteString("name", "plan");
        w.WriteStartArray("steps");
        foreach (var solver in run.Suite.System is null ? ["generate"] : (string[])["system_message", "generate"])
        {
            w.WriteStartObject();
            w.WriteString("solver", solver);
            w.WriteStartObject("params");
            if (solver == "system_message") w.WriteString("template", run.Suite.System);
            w.WriteEndObject();
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteNull("finish");
        w.WriteStartObject("config");
        json.Number("max_tokens", asked.MaxOutputTokens);
        json.Number("top_p", asked.TopP);
        json.Number("temperature", asked.Temperature);
        json.Number("seed", asked.Seed);
        json.Nulls(GenerateConfig.Except(["max_tokens", "top_p", "temperature", "seed"]));
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private void Results(InspectJson json, Run run, TrialResult[] results, int planned)
    {
        var w = json.Writer;
        w.WriteStartObject("results");
        w.WriteNumber("total_samples", planned);
        w.WriteNumber("completed_samples", results.Count(r => r.State is not (TrialState.Errored or TrialState.Interrupted)));
        w.WriteStartArray("scores");
        foreach (var scorer in runs.Trials(run.Id, [.. results.Where(r => r.HasScore).Take(1).Select(r => r.Key)]).Select(t => InspectJson.Scorer(t.Scorer)))
        {
            w.WriteStartObject();
            w.WriteString("name", scorer);
            w.WriteString("scorer", scorer);
            w.WriteNull("reducer");
            json.Empty("params");
            w.WriteStartObject("metrics");
            // A mean over those that happen to be scored would pass for the score of all: it is told where it is one.
            if (results.Length == planned && Array.TrueForAll(results, r => r.HasScore)) Accuracy(w, results.Average(r => r.State switch { TrialState.Passed => 1, TrialState.Failed => 0, _ => r.Value }));
            w.WriteEndObject();
            w.WriteNull("metadata");
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteNull("metadata");
        w.WriteEndObject();
    }

    private static void Accuracy(Utf8JsonWriter w, double mean)
    {
        w.WriteStartObject("accuracy");
        w.WriteString("name", "accuracy");
        w.WriteNumber("value", mean);
        w.WriteStartObject("options");
        w.WriteEndObject();
        w.WriteNull("metadata");
        w.WriteEndObject();
    }

    private static void Stats(InspectJson json, Run run, int model, TrialResult[] results)
    {
        var w = json.Writer;
        w.WriteStartObject("stats");
        w.WriteString("started_at", InspectJson.Time(run.Created));
        w.WriteString("completed_at", "");
        w.WriteStartObject("model_usage");
        if (results.Where(r => r is { InputTokens: not null, OutputTokens: not null }).ToArray() is { Length: > 0 } told)
        {
            w.WritePropertyName(run.Models[model]);
            json.Usage(new() { Origin = UsageOrigin.Reported, Input = told.Sum(r => r.InputTokens), Output = told.Sum(r => r.OutputTokens) });
        }
        w.WriteEndObject();
        w.WriteEndObject();
    }
}
