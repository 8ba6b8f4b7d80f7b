using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assay.Calls;
using Assay.Units;

namespace Assay.Adapters.Logs;

/// <summary>
/// The JSON that promptfoo writes with <c>--output results.json</c> (https://www.promptfoo.dev/docs/configuration/outputs), version 3 of its results. A
/// sample is a test with one prompt; a model is a provider; the same test once more is a repetition. Its configuration, which may hold keys, is not kept.
/// </summary>
public sealed class PromptfooResults : ILogReader
{
    // ResultFailureReason of promptfoo: the call itself failed.
    private const int CallFailed = 2;

    public string Id => "promptfoo";

    public string Expects => "results.json of promptfoo (--output results.json)";

    public bool Recognises(LogSource source) => source.Head.Contains("\"evalId\"", StringComparison.Ordinal)
        || source.Head.Contains("\"results\"", StringComparison.Ordinal) && source.Head.Contains("\"prompts\"", StringComparison.Ordinal) && source.Head.Contains("\"provider\"", StringComparison.Ordinal);

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var (builder, tests) = (new LogBuilder(), new Tests());
        foreach (var piece in JsonPieces.Read(source.Name, source.Open(), "results.results"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (piece.Path == "results.results[]") Take(piece, tests, builder);
            else parts[piece.Path] = piece.Value;
        }
        var version = parts.GetValueOrDefault("results.version").AsNumber;
        if (version is not 3) throw new LogRefusedException($"Its results are of version {version?.ToString("0.#", CultureInfo.InvariantCulture) ?? "unknown"}; read is version 3. Export it with a promptfoo of 0.100 or later.");
        var config = parts.GetValueOrDefault("config");
        return [builder.Build(new()
        {
            Task = config.Name("description") ?? "promptfoo",
            Parameters = Parameters(config),
            Created = parts.GetValueOrDefault("results").Time("timestamp") ?? At(parts, "results.timestamp"),
            Origin = new("promptfoo", source.Name, source.Hash, parts.GetValueOrDefault("metadata").Text("promptfooVersion") is { } by ? $"promptfoo {by}" : null),
            Scorer = choice.Scorer,
            ScorerOrder = ["assertions"],
            NothingIn = "It holds no results of single tests: export with --output results.json.",
        })];
    }

    private static DateTimeOffset? At(Dictionary<string, JsonElement> parts, string path) =>
        parts.GetValueOrDefault(path).AsText is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static void Take(JsonPiece piece, Tests tests, LogBuilder builder)
    {
        var result = piece.Value;
        if (ModelOf(result) is not { } model || result.Count("testIdx") is not { } test)
        {
            builder.Note("a result that names no provider or no test: left out", piece.Number.ToString(CultureInfo.InvariantCulture));
            return;
        }
        var asserts = result.Get("testCase").Items("assert").Concat(result.Get("testCase").Items("assert").SelectMany(a => a.Items("assert"))).Where(a => a.Text("type") is not "assert-set").ToArray();
        var prompt = result.Get("prompt").Text("raw") ?? "";
        var (id, repetition) = tests.Of(model, test, result.Text("promptId") ?? prompt, $"{prompt}\n{result.Get("vars").AsAnything}\n{string.Join('\n', asserts.Select(a => a.Compact))}");
        builder.Add(
            new() { Place = 0, Id = id, Category = LogText.Category(result.Get("testCase").Get("metadata")), Input = prompt, Target = [.. asserts.Select(Wanted)] },
            Trial(result, model, repetition));
    }

    /// <summary>The label where there is one: ids of one's own providers are paths of their maker's machine.</summary>
    private static string? ModelOf(JsonElement result) => result.Get("provider") switch
    {
        { ValueKind: JsonValueKind.String } => result.Name("provider"),
        var provider => provider.Name("label") ?? provider.Name("id"),
    };

    private static string Wanted(JsonElement assert) => $"{assert.Text("type") ?? "assertion"}: {assert.Get("value").AsAnything ?? ""}".TrimEnd(' ', ':');

    private static DraftTrial Trial(JsonElement result, string model, int repetition)
    {
        var (response, cached) = (result.Get("response"), result.Get("response").Flag("cached") == true);
        return new()
        {
            Model = model,
            Repetition = repetition,
            Outcome = Outcome(result, response),
            Duration = result.Milliseconds("latencyMs"),
            Usage = UsageOf(response.Get("tokenUsage")) ?? UsageOf(result.Get("tokenUsage")),
            Cost = response.Exact("cost") is { } cost and >= 0 and <= LogLimits.Usd ? new(cost, "As promptfoo recorded it.") : null,
            Cached = cached,
            Scores = [.. Scores(result)],
        };
    }

    private static CallOutcome Outcome(JsonElement result, JsonElement response)
    {
        var output = response.Get("output");
        // 'error' also holds the reason of an assertion that failed; only where no reply came is it that of the call.
        if (result.Number("failureReason") is CallFailed || !output.Says) return DraftTrial.Failure(response.Text("error") ?? result.Text("error"));
        var text = output.AsAnything!;
        return new CallOutcome.Replied(text, response.Flag("isRefusal") == true ? StopReason.Refusal : Stop(response.Text("finishReason"), text)) { StopWord = response.Text("finishReason") };
    }

    private static StopReason Stop(string? word, string text) => word switch
    {
        "length" => StopReason.Length,
        "content_filter" => StopReason.ContentFilter,
        "tool_calls" => StopReason.ToolCalls,
        "stop" when text.Length > 0 => StopReason.Complete,
        _ => text.Length == 0 ? StopReason.Empty : StopReason.Unknown,
    };

    private static IEnumerable<DraftScore> Scores(JsonElement result)
    {
        if (result.Flag("success") is { } passed)
            yield return new("assertions", result.Number("score") is >= 0 and <= 1 and var score ? score : passed ? 1 : 0, passed, result.Get("gradingResult").Text("reason") is { Length: > 0 } why ? why : passed ? "All assertions passed." : "An assertion failed.");
        foreach (var named in result.Get("namedScores").Members)
            if (named.Value.AsNumber is { } value) yield return new(named.Name, value, null, $"{named.Name}: {named.Value.AsWord}.");
    }

    private static Usage? UsageOf(JsonElement usage) => usage.Count("prompt") is { } input && usage.Count("completion") is { } output && input + output > 0
        ? new() { Origin = UsageOrigin.Reported, Input = input, Output = output, Reasoning = usage.Get("completionDetails").Count("reasoning") is > 0 and var reasoning ? reasoning : null }
        : null;

    /// <summary>Told only where there is one provider, or all say the same.</summary>
    private static CallParameters Parameters(JsonElement config)
    {
        var settings = config.Items("providers").Select(p => p.Get("config")).ToArray();
        T? Same<T>(Func<JsonElement, T?> of) where T : struct => settings.Select(of).Distinct().ToArray() is [var one] ? one : null;
        return new()
        {
            Temperature = Same(s => s.Exact("temperature")) is { } temperature and >= 0 and <= 2 ? temperature : null,
            MaxOutputTokens = Same(s => s.Count("max_tokens")) is { } most and >= 1 and <= int.MaxValue ? (int)most : null,
            TopP = Same(s => s.Exact("top_p")) is { } top and > 0 and <= 1 ? top : null,
            Seed = Same(s => s.Count("seed")),
        };
    }

    /// <summary>Which tests are the same: promptfoo counts a repeated one anew.</summary>
    private sealed class Tests
    {
        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> prompts = new(StringComparer.Ordinal);
        private readonly Dictionary<(string Id, string Model), int> asked = [];

        public (string Id, int Repetition) Of(string model, long test, string prompt, string content)
        {
            var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{prompt}\n{content}")));
            if (!prompts.TryGetValue(prompt, out var number)) prompts.Add(prompt, number = prompts.Count + 1);
            if (!ids.TryGetValue(key, out var id)) ids.Add(key, id = Visible.Line($"test {test + 1}{(number > 1 ? $", prompt {number}" : "")}", LogLimits.Name));
            var repetition = asked.GetValueOrDefault((id, model));
            asked[(id, model)] = repetition + 1;
            return (id, repetition);
        }
    }
}
