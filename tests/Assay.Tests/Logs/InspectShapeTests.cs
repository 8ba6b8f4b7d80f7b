using System.Text.Json.Nodes;
using Assay.Adapters.Images;
using Assay.Adapters.Logs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Host.Evaluation.Exports;
using Shouldly;
using Xunit;

namespace Assay.Tests.Logs;

/// <summary>Logs that we write for Inspect against logs that Inspect wrote: what both have is of one kind, what is missing is known, and reading ours back gives the same run.</summary>
public sealed class InspectShapeTests : IDisposable
{
    /// <summary>Objects whose keys are names of things, not of the format.</summary>
    private static readonly string[] Maps = ["model_usage", "metadata", "packages", "params", "model_args", "task_args", "task_attribs", "attachments", "metrics", "store", "scores"];

    /// <summary>Where the format allows several kinds.</summary>
    private static readonly string[] Either = ["samples[].id", "samples[].input", "samples[].target", "samples[].messages[].content", "samples[].output.choices[].message.content", "samples[].scores.*.value", "samples[].choices", "samples[].metadata.*"];

    /// <summary>
    /// What we have nothing to write of: what happened inside, tools, files, where the task's program lies, what older versions wrote, texts that stand apart (ours stand where they
    /// belong), and keys that the strictest form of the format does not allow.
    /// </summary>
    private static readonly string[] NotOurs =
    [
        "samples[].events", "samples[].transcript", "samples[].messages[].tool", "samples[].messages[].source", "samples[].messages[].id", "samples[].messages[].function", "samples[].messages[].error", "samples[].messages[].internal", "samples[].messages[].model",
        "samples[].uuid", "samples[].started_at", "samples[].completed_at", "samples[].total_time", "samples[].working_time", "samples[].role_usage", "samples[].input[]", "samples[].messages[].content[]", "samples[].error_retries", "samples[].timelines",
        "samples[].output.completion", "samples[].output.time", "samples[].output.choices[].logprobs", "samples[].output.choices[].message.", "samples[].scores.*.history", "samples[].output.fallback", "samples[].attachments.*", "samples[].model_usage.*.reasoning_tokens", "samples[].output.usage.reasoning_tokens", "samples[].scores.*.metadata.",
        "eval.", "plan.", "results.", "stats.", "reductions", "location", "etag", "invalidated", "tags", "log_updates",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly ImageWork work = new(null);
    private readonly RunStore runs;

    public InspectShapeTests() => runs = new(Store.Open(folder.In("assay.db")));

    public void Dispose()
    {
        work.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("log_formats.json")]
    [InlineData("log_images.json")]
    [InlineData("2025-05-12T20-28-26-04-00_security-guide.json")]
    public async Task A_log_of_ours_has_the_form_of_a_real_one_and_reads_back_as_the_same_run(string file)
    {
        var path = Path.Combine(TestData.Shared("evallogs"), "inspect", file);
        var outcome = await new LogImport(runs, new(work)).Import(new(path), null, new(), TestContext.Current.CancellationToken);
        var run = runs.Find(outcome.Runs.Single().Id)!;
        var ours = Export(run);
        var (real, written) = (Shape(JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!), Shape(JsonNode.Parse(ours)!));

        written.Where(p => p.Value != "null" && real.TryGetValue(p.Key, out var kind) && kind != "null" && kind != p.Value && !Either.Contains(p.Key)).Select(p => $"{p.Key}: {p.Value}, in Inspect's {real[p.Key]}").ShouldBeEmpty("what both have is of one kind");
        real.Keys.Where(k => !written.ContainsKey(k) && !NotOurs.Any(n => k == n.TrimEnd('.') || k.StartsWith(n, StringComparison.Ordinal) && !Written(k))).ShouldBeEmpty("what a real log has and ours lacks is known");

        var back = LogReading.One(folder.Write("back.json", ours));
        LogReading.Told(back).ShouldBe(LogReading.Told(LogReading.One(path)));
        var kept = runs.Trials(run.Id, [.. back.Trials.Select(t => t.Key)]);
        back.Trials.Select(Result).ShouldBe(kept.Select(Result));
    }

    /// <summary>The heart of the format, which is never passed over.</summary>
    private static bool Written(string key) => key is "eval.model" or "eval.task" or "eval.created" or "eval.dataset.samples" or "plan.steps" or "results.scores" or "stats.model_usage";

    private static string Result(RecordedTrial t) => $"{t.Key} {LogReading.Word(t)} {(t.Score as Score.Scored)?.Value} {(t.Outcome as CallOutcome.Replied)?.Text} {t.Usage?.Input} {t.Usage?.Output}";

    private string Export(Run run)
    {
        var (asked, problem) = RunExport.Asked("inspect", null, run);
        asked.ShouldNotBeNull(problem);
        using var output = new MemoryStream();
        new RunExport(runs, [folder.Path]).Write(run, asked, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>Each path with the kind of what stands there; "null" only where nothing else does.</summary>
    private static SortedDictionary<string, string> Shape(JsonNode root)
    {
        var shape = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(root, "");
        return shape;

        void Add(JsonNode? node, string path)
        {
            var kind = node switch { null => "null", JsonObject => "object", JsonArray => "list", _ => node.GetValueKind() switch { System.Text.Json.JsonValueKind.String => "text", System.Text.Json.JsonValueKind.Number => "number", _ => "flag" } };
            if (path.Length > 0 && (!shape.TryGetValue(path, out var known) || known == "null")) shape[path] = kind;
            if (node is JsonObject members)
            {
                var isMap = Maps.Contains(path.Split('.')[^1]);
                foreach (var (key, value) in members) Add(value, path.Length == 0 ? key : $"{path}.{(isMap ? "*" : key)}");
            }
            else if (node is JsonArray items)
            {
                foreach (var item in items) Add(item, path + "[]");
            }
        }
    }
}
