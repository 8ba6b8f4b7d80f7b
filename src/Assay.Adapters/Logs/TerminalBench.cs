using Assay.Calls;

namespace Assay.Adapters.Logs;

/// <summary>
/// <c>results.json</c> of a run of Terminal-Bench (https://www.tbench.ai). A trial whose tests ran has their verdict, also where the agent was stopped at its
/// time limit, which is part of the task; one without a verdict of the tests failed as a call. The agent's terminal is recorded elsewhere: there is no reply.
/// </summary>
public sealed class TerminalBench : ILogReader
{
    private const string About = "run_metadata.json";

    public string Id => "terminal-bench";

    public string Expects => "results.json of Terminal-Bench, with run_metadata.json beside it or --model";

    public bool Recognises(LogSource source) => source.Head.Contains("\"is_resolved\"", StringComparison.Ordinal) && source.Head.Contains("\"task_id\"", StringComparison.Ordinal);

    public bool IsPart(LogSource source) => source.Name == About && source.Has("results.json");

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        var metadata = source.Beside(About) is { } bytes ? LogJson.Whole(About, bytes) : default;
        var model = choice.Model ?? ModelOf(metadata.Name("agent_name"), metadata.Name("model_name"))
            ?? throw new LogRefusedException($"It does not name the agent and its model; {About}, which does, is not beside it. Say which it was with --model NAME.");
        var builder = new LogBuilder();
        builder.Note("the record holds no replies: what an agent did is in recordings beside it, which are not read");
        DateTimeOffset? created = null;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var piece in JsonPieces.Read(source.Name, source.Open(), "results"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (piece.Path != "results[]") continue;
            if (piece.Value.Name("task_id") is not { } id)
            {
                builder.Note("a result that names no task: left out");
                continue;
            }
            var result = piece.Value;
            if (result.Time("trial_started_at") is { } started && (created is null || started < created)) created = started;
            var repetition = seen[id] = seen.GetValueOrDefault(id) + 1;
            builder.Add(
                new() { Place = 0, Id = id, Category = LogBuilder.NoCategory, Input = result.Text("instruction") ?? "", Target = [.. result.Get("parser_results").Members.Select(t => t.Name).Order(StringComparer.Ordinal)] },
                Trial(result, model, repetition - 1));
        }
        return [builder.Build(new()
        {
            Task = metadata.Name("dataset_name") ?? "terminal-bench",
            Version = metadata.Word("dataset_version") ?? "not told",
            Created = created,
            Origin = new("terminal-bench", source.Name, source.Hash, null),
            Scorer = choice.Scorer,
            NothingIn = "It holds no results of single tasks.",
        })];
    }

    private static string? ModelOf(string? agent, string? model) => (agent, model) switch
    {
        (null, null) => null,
        ({ } some, null) => some,
        (null, { } some) => some,
        _ => $"{agent} with {model}",
    };

    private static DraftTrial Trial(System.Text.Json.JsonElement result, string model, int repetition)
    {
        var (mode, tests) = (result.Text("failure_mode"), result.Get("parser_results"));
        var judged = tests.ValueKind is System.Text.Json.JsonValueKind.Object && result.Flag("is_resolved") is not null;
        var (began, ended) = (result.Time("agent_started_at"), result.Time("agent_ended_at"));
        var failed = tests.Members.Where(t => t.Value.AsText != "passed").Select(t => t.Name).ToArray();
        return new()
        {
            Model = model,
            Repetition = repetition,
            Outcome = judged ? new CallOutcome.Replied("", StopReason.Unknown) { StopWord = mode } : DraftTrial.Failure(mode),
            Started = began ?? result.Time("trial_started_at"),
            Duration = began is { } from && ended is { } to && to > from ? to - from : null,
            Usage = Inspect.InspectUsage.Of(System.Text.Json.JsonElement.Parse($"{{\"input_tokens\":{result.Count("total_input_tokens") ?? 0},\"output_tokens\":{result.Count("total_output_tokens") ?? 0}}}")),
            Scores = judged ? [new("is_resolved", null, result.Flag("is_resolved"), (failed.Length == 0 ? "All of its tests passed." : $"Tests that did not pass: {string.Join(", ", failed)}.") + (mode is null or "unset" or "none" ? "" : $" The agent ended with '{mode}'."))] : [],
        };
    }
}
