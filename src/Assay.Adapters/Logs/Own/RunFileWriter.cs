using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Storage.Turns;
using Assay.Evaluation;
using Assay.Evaluation.Reports;
using Assay.Statistics;

namespace Assay.Adapters.Logs.Own;

/// <summary>Writes a run as a file of Assay's own: everything but the bytes of requests and replies, which stay in the store. Written as it is read, so a run may be of any size.</summary>
public sealed class RunFileWriter(RunStore runs, Unlocal unlocal)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="run">Of the store.</param>
    /// <param name="report">Its figures.</param>
    /// <param name="by">This program and its version.</param>
    /// <param name="output">Stays open.</param>
    public void Write(Run run, RunReport report, string by, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber(RunFile.Mark, RunFile.Version);
        Part("run", new(run.Id, run.Created, run.Models, RunForm.Of(run.Settings), RunForm.Of(run.Origin), run.SuiteHash, run.Samples, by), RunFileJson.Default.FileRun);
        Part("suite", new(run.Suite.Id, run.Suite.Version, RunForm.Of(run.Suite)), RunFileJson.Default.FileSuite);
        Totals(json, report);
        List("events", runs.Events(run.Id).Select(e => new FileEvent(e.At, TranscriptForm.Word(e.Kind), unlocal.Of(e.Words))), RunFileJson.Default.FileEvent);
        List("images", Images(run), RunFileJson.Default.FileImage);
        List("samples", runs.Samples(run.SuiteHash).Select(RunFile.Of), RunFileJson.Default.FileSample);
        List("trials", RunPages.Of(runs, run).SelectMany(s => s.Trials).Where(t => t.Trial is not null).Select(t => RunFile.Of(t.Trial!, t.State, unlocal)), RunFileJson.Default.FileTrial);
        List("labels", new RunLabels(runs).Of(run.Id).Select(RunFile.Of), RunFileJson.Default.FileLabel);
        json.WriteEndObject();

        void Part<T>(string name, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, type);
        }

        void List<T>(string name, IEnumerable<T> items, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                JsonSerializer.Serialize(json, item, type);
                if (json.BytesPending > 1 << 16) json.Flush();
            }
            json.WriteEndArray();
        }
    }

    private IEnumerable<FileImage> Images(Run run)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var image in runs.Samples(run.SuiteHash).SelectMany(s => s.Images))
            if (told.Add(image.Hash) && runs.Image(run.SuiteHash, image.Hash) is { } sent) yield return new(image.Hash, sent.MediaType, sent.Width, sent.Height, sent.Bytes.ToArray());
    }

    /// <summary>For readers of the file alone; whoever reads the trials works them out anew.</summary>
    private static void Totals(Utf8JsonWriter json, RunReport report)
    {
        json.WriteStartArray("totals");
        foreach (var model in report.Models)
        {
            json.WriteStartObject();
            json.WriteString("model", model.Name);
            if (model.Overall is { } overall) Score(json, overall);
            json.WriteStartArray("categories");
            foreach (var (category, score) in report.Items.Categories.Zip(model.ByCategory))
            {
                json.WriteStartObject();
                json.WriteString("category", category.Name);
                Score(json, score);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Figure(json, "latency_ms_p50", model.Speed.P50);
            Figure(json, "latency_ms_p95", model.Speed.P95);
            Figure(json, "input_tokens_p50", model.Spending.InputTokens);
            Figure(json, "output_tokens_p50", model.Spending.OutputTokens);
            json.WriteNumber("usd", model.Spending.Total);
            json.WriteNumber("trials_without_cost", model.Spending.WithoutCost);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Score(Utf8JsonWriter json, ScoreReport score)
    {
        json.WriteNumber("at_least", score.AtLeast);
        json.WriteNumber("at_most", score.AtMost);
        score.Interval.Match(i =>
        {
            json.WriteNumber("low", i.Low);
            json.WriteNumber("high", i.High);
            return true;
        }, why =>
        {
            json.WriteString("no_interval", why);
            return false;
        });
        json.WriteString("method", TranscriptForm.Word(score.Method));
        json.WriteNumber("items", score.Items);
        var tally = score.Tally;
        foreach (var (name, count) in (ReadOnlySpan<(string, int)>)[("passed", tally.Passed), ("failed", tally.Failed), ("graded", tally.Graded), ("unscored", tally.Unscored), ("refused", tally.Refused), ("errored", tally.Errored), ("interrupted", tally.Interrupted), ("not_run", tally.NotRun)])
            json.WriteNumber(name, count);
    }

    private static void Figure(Utf8JsonWriter json, string name, Inference<double> figure)
    {
        if (figure.Match(v => (double?)v, _ => null) is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
