using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Calls;
using Assay.Evaluation;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>
/// What lm-evaluation-harness writes with <c>--log_samples --output_path DIR</c> (https://github.com/EleutherAI/lm-evaluation-harness): a file of samples for each task, and the
/// results beside them, which name the model. Results alone hold totals.
/// </summary>
public sealed partial class LmEvalSamples : ILogReader
{
    private static readonly string[] NoMetrics = ["doc_id", "doc", "target", "arguments", "resps", "filtered_resps", "filter", "metrics", "doc_hash", "prompt_hash", "target_hash"];

    public string Id => "lm-eval";

    public string Expects => "samples_TASK_….jsonl of lm-evaluation-harness with its results_….json beside it";

    public bool Recognises(LogSource source) => IsSamples(source) || IsResults(source);

    public bool IsPart(LogSource source) => IsResults(source) && SamplesBeside(source).Any();

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        if (!IsResults(source)) return [Task(source, choice, cancellationToken)];
        var samples = SamplesBeside(source).ToArray();
        if (samples.Length == 0) throw new LogRefusedException(TotalsOnly(source));
        return [.. samples.Select(s => Task(s, choice, cancellationToken))];
    }

    private static bool IsSamples(LogSource source) => source.Head.Contains("\"doc_id\"", StringComparison.Ordinal) && source.Head.Contains("\"filtered_resps\"", StringComparison.Ordinal);

    private static bool IsResults(LogSource source) => !source.IsFolder && ResultsHead().IsMatch(source.Head) && !source.Head.Contains("\"prompts\"", StringComparison.Ordinal);

    /// <summary>Files of samples of the same moment: the name ends alike.</summary>
    private static IEnumerable<LogSource> SamplesBeside(LogSource results) => Moment(results.Name) is { } moment
        ? Directory.EnumerateFiles(results.Folder, $"samples_*_{moment}.jsonl").Order(StringComparer.Ordinal).Select(p => new LogSource(p)).Where(IsSamples)
        : [];

    private static string? Moment(string name) => MomentPattern().Match(name) is { Success: true } match ? match.Value : null;

    private static string TotalsOnly(LogSource source)
    {
        var whole = LogJson.Whole(source.Name, source.Whole());
        var tasks = whole.Get("results").Members.Count();
        // Before 0.4 the option had another name.
        var option = whole.Get("lm_eval_version").Says || whole.Get("configs").Says ? "run lm_eval with --log_samples --output_path DIR, which writes samples_….jsonl beside it" : "run the harness with --write_out --output_base_path DIR; or a newer one with --log_samples --output_path DIR, whose samples_….jsonl can be read";
        return $"It holds totals of {LogText.Count(tasks, "task")} and no trials: {option}.";
    }

    private static LogRun Task(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        var results = Results(source);
        var model = choice.Model ?? results.Name("model_name") ?? ModelIn(results.Get("config")) ?? throw new LogRefusedException("It does not name the model; results_….json of the same run, which does, is not beside it. Copy it there, or say which it was with --model NAME.");
        var task = TaskOf(source.Name);
        var templated = results.Get("chat_template").Says;
        var builder = new LogBuilder();
        if (templated) builder.Note("asked in the model's own chat template: a sample shows the row of the data set, without the template");
        var metrics = new List<string>();
        string? filter = null;
        foreach (var (_, line) in JsonLines.Read(source.Name, source.Open()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Name("doc_id") is not { } id)
            {
                builder.Note("a line without a doc_id: left out");
                continue;
            }
            // Each filter of a task tells every sample anew.
            filter ??= line.Text("filter") ?? "none";
            if ((line.Text("filter") ?? "none") != filter)
            {
                builder.Note($"answers read in another way ({Visible.Line(line.Text("filter") ?? "none", 60)} instead of {Visible.Line(filter, 60)}) stand beside: they are not taken", id);
                continue;
            }
            if (metrics.Count == 0) metrics.AddRange(line.Get("metrics").Texts);
            builder.Add(Sample(line, id, templated), Trial(line, model));
        }
        var config = results.Get("configs").Get(task);
        return builder.Build(new()
        {
            Task = task,
            Version = (results.Get("versions").Word(task) ?? "not told") + (results.Get("n-shot").Count(task) is { } shots ? $", {shots.ToString(CultureInfo.InvariantCulture)}-shot" : ""),
            System = results.Text("system_instruction"),
            Parameters = Parameters(config.Get("generation_kwargs")),
            Created = results.Time("date"),
            Origin = new("lm-eval", source.Name, source.Hash, results.Text("lm_eval_version") is { } version ? $"lm_eval {version}" : null),
            Scorer = choice.Scorer,
            ScorerOrder = ["exact_match", "acc", .. metrics],
            NothingIn = "The file holds no samples.",
        });
    }

    private static JsonElement Results(LogSource source)
    {
        if (Moment(source.Name) is not { } moment || source.Beside($"results_{moment}.json") is not { } bytes) return default;
        return LogJson.Whole($"results_{moment}.json", bytes);
    }

    private static string? ModelIn(JsonElement config) => config.Get("model_args") switch
    {
        { ValueKind: JsonValueKind.Object } args => args.Name("pretrained") ?? args.Name("model"),
        var args => args.AsText?.Split(',').Select(a => a.Split('=', 2)).FirstOrDefault(a => a is ["pretrained" or "model" or "engine" or "path", { Length: > 0 }])?[1],
    };

    private static string TaskOf(string name)
    {
        var bare = Path.GetFileNameWithoutExtension(name);
        if (bare.StartsWith("samples_", StringComparison.Ordinal)) bare = bare["samples_".Length..];
        return MomentPattern().Replace(bare, "").TrimEnd('_') is { Length: > 0 } task ? task : "lm-eval";
    }

    private static Sample Sample(JsonElement line, string id, bool templated)
    {
        var asked = Arguments(line).ToArray();
        var prompt = asked is [var first, ..] ? LogText.Prompt(Parsed(first.First)) : "";
        // Several arguments are one question put with each of the answers there are.
        var options = asked.Length > 1 ? asked.Select(a => a.Second.AsText?.Trim()).OfType<string>().ToArray() : [];
        var target = line.Get("target").Texts;
        if (options.Length > 0 && target is [var one] && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < options.Length) target = [options[place]];
        return new()
        {
            Place = 0,
            Id = id,
            Category = LogText.Category(line.Get("doc")),
            Input = templated || prompt.Length == 0 ? line.Get("doc").AsAnything ?? prompt : LogText.WithOptions(prompt, options, ")"),
            Target = target,
        };
    }

    /// <summary>Chat messages stand in the prompt as JSON text.</summary>
    private static JsonElement Parsed(JsonElement prompt)
    {
        if (prompt.AsText is not { } text || !text.StartsWith("[{\"role\"", StringComparison.Ordinal)) return prompt;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return prompt;
        }
    }

    /// <summary>Since 0.4.2 an object of objects, before a list of lists: prompt, and continuation or settings.</summary>
    private static IEnumerable<(JsonElement First, JsonElement Second)> Arguments(JsonElement line) => line.Get("arguments") switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(a => a.ValueKind is JsonValueKind.Array ? (a.EnumerateArray().FirstOrDefault(), a.EnumerateArray().Skip(1).FirstOrDefault()) : (a, default)),
        var some => some.Members.Select(a => (a.Value.Get("arg_0"), a.Value.Get("arg_1"))),
    };

    private static DraftTrial Trial(JsonElement line, string model)
    {
        var (read, reply) = Replies(line);
        return new()
        {
            Model = model,
            Outcome = reply is null ? DraftTrial.Failure("The record holds no reply for it.") : new CallOutcome.Replied(reply, reply.Length == 0 ? StopReason.Empty : StopReason.Unknown),
            Scores = [.. line.Members.Where(m => !NoMetrics.Contains(m.Name)).Select(m => new DraftScore(m.Name, m.Value.ValueKind switch { JsonValueKind.True => 1, JsonValueKind.False => 0, _ => m.Value.AsNumber }, null, $"{m.Name}: {Visible.Line(m.Value.AsAnything ?? "null", 200)}.", read))],
        };
    }

    /// <summary>What was read, and what was written; where each answer was only weighed, the likeliest stands for both.</summary>
    private static (string? Read, string? Reply) Replies(JsonElement line)
    {
        var (filtered, raw) = (line.Items("filtered_resps").ToArray(), line.Items("resps").ToArray());
        if (Weighed(filtered) is { } best) return Arguments(line).Skip(best).Select(a => a.Second.AsText?.Trim()).FirstOrDefault() is { } likeliest ? (likeliest, likeliest) : (null, null);
        return (Flat(filtered), Flat(raw) ?? Flat(filtered));
    }

    private static string? Flat(JsonElement[] replies) => replies is [var first, ..] ? first.ValueKind is JsonValueKind.Array ? first.EnumerateArray().FirstOrDefault().AsAnything : first.AsAnything : null;

    /// <summary>The place of the greatest log-likelihood, where replies are pairs of one and a flag.</summary>
    private static int? Weighed(JsonElement[] replies)
    {
        var weights = replies.Select(r => r.ValueKind is JsonValueKind.Array && r.GetArrayLength() == 2 ? Number(r[0]) : null).ToArray();
        if (weights.Length == 0 || weights.Any(w => w is null)) return null;
        return Array.IndexOf(weights, weights.Max());
    }

    // Written as text since the files are made for tables of one type.
    private static double? Number(JsonElement value) => value.AsNumber ?? (double.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    private static CallParameters Parameters(JsonElement settings) => new()
    {
        MaxOutputTokens = settings.Count("max_gen_toks") is { } most and >= 1 and <= int.MaxValue ? (int)most : null,
        Temperature = settings.Exact("temperature") is { } temperature and >= 0 and <= 2 ? temperature : null,
    };

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}(?:\.\d+)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MomentPattern();

    [GeneratedRegex("""^\s*\{\s*"results"\s*:\s*\{\s*"[^"]+"\s*:\s*\{[^{}]*(?:"alias"|_stderr|"acc)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ResultsHead();
}
