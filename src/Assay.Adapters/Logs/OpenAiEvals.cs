using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Logs;

/// <summary>
/// The record file of OpenAI's evals (https://github.com/openai/evals, evals/record.py): one event a line. A sample is what its events say together:
/// <c>sampling</c> the prompt and the reply, <c>match</c> or <c>metrics</c> the verdict, <c>error</c> a call that failed.
/// </summary>
public sealed class OpenAiEvals : ILogReader
{
    private static readonly string[] Metrics = ["correct", "accuracy", "score", "f1_score"];

    public string Id => "openai-evals";

    public string Expects => "the .jsonl record of a run of OpenAI's evals";

    public bool Recognises(LogSource source) => source.Head.Contains("\"spec\"", StringComparison.Ordinal) && source.Head.Contains("\"run_id\"", StringComparison.Ordinal)
        && (source.Head.Contains("\"completion_fns\"", StringComparison.Ordinal) || source.Head.Contains("\"eval_name\"", StringComparison.Ordinal));

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        JsonElement spec = default;
        var samples = new Dictionary<string, Events>(StringComparer.Ordinal);
        var builder = new LogBuilder();
        foreach (var (_, line) in JsonLines.Read(source.Name, source.Open()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.Get("spec").Says) spec = line.Get("spec");
            else if (line.Get("final_report").Says) continue;
            else if (line.Name("sample_id") is not { } id) builder.Note("an event that names no sample", line.Text("type"));
            else
            {
                if (!samples.TryGetValue(id, out var events)) samples.Add(id, events = new());
                events.Take(line, builder, id);
            }
        }
        if (!spec.Says) throw new LogRefusedException("It has no line with 'spec', which names the eval and the model: the beginning of the record is missing.");
        var model = choice.Model ?? ModelOf(spec) ?? throw new LogRefusedException("Its 'spec' names no model: say which it was with --model NAME.");
        foreach (var (id, events) in samples) builder.Add(events.Sample(id, builder), events.Trial(model));
        return [builder.Build(About(source, choice, spec))];
    }

    private static string? ModelOf(JsonElement spec) => spec.Items("completion_fns").Select(c => c.AsText).OfType<string>().FirstOrDefault()
        ?? spec.Name("model_name") ?? spec.Get("model_names").Items("completions").Select(c => c.AsText).OfType<string>().FirstOrDefault();

    private static LogAbout About(LogSource source, LogChoice choice, JsonElement spec) => new()
    {
        Task = spec.Name("eval_name") ?? spec.Name("base_eval") ?? "openai-evals",
        Created = spec.Time("created_at"),
        Origin = new("openai-evals", source.Name, source.Hash, null),
        Scorer = choice.Scorer,
        ScorerOrder = ["match", .. Metrics],
        NothingIn = "It holds the run's totals and no events of samples: they are written unless oaieval runs with --dry-run.",
    };

    /// <summary>What the events say of one sample; of each kind the first counts, for a later one answers another question about the same reply.</summary>
    private sealed class Events
    {
        private JsonElement sampling;
        private JsonElement match;
        private JsonElement metrics;
        private JsonElement error;

        public void Take(JsonElement line, LogBuilder builder, string id)
        {
            var data = line.Get("data");
            switch (line.Text("type"))
            {
                case "sampling": First(ref sampling, data, builder, id); break;
                case "match": First(ref match, data, builder, id); break;
                case "metrics": First(ref metrics, data, builder, id); break;
                case "error": First(ref error, data, builder, id); break;
                case "raw_sample": break;
                case var other: builder.Note($"events of the kind '{other}' are not read", id); break;
            }
        }

        public Evaluation.Sample Sample(string id, LogBuilder builder)
        {
            if (!sampling.Get("prompt").Says) builder.Note("a sample whose prompt the record does not hold", id);
            return new() { Place = 0, Id = id, Category = LogBuilder.NoCategory, Input = LogText.Prompt(sampling.Get("prompt")), Target = match.Get("expected").Texts };
        }

        public DraftTrial Trial(string model) => new() { Model = model, Outcome = Outcome(), Scores = [.. Scores()] };

        private CallOutcome Outcome()
        {
            var sampled = (sampling.Get("sampled").Says ? sampling : match).Get("sampled");
            if (!sampled.Says) return DraftTrial.Failure(error.Says ? error.Text("message") ?? error.AsAnything : "The record holds no reply for it.");
            var text = sampled.ValueKind is JsonValueKind.Array && sampled.GetArrayLength() == 1 ? sampled[0].AsAnything ?? "" : sampled.AsAnything!;
            return new CallOutcome.Replied(text, text.Length == 0 ? StopReason.Empty : StopReason.Unknown);
        }

        private IEnumerable<DraftScore> Scores()
        {
            if (match.Says)
            {
                var picked = match.Get("picked").AsAnything;
                yield return new("match", null, match.Flag("correct"), picked is null ? "The record says that nothing in the reply matched." : $"The record took '{Units.Visible.Line(picked, 200)}' from the reply.", picked);
            }
            foreach (var (name, value) in metrics.Members.Select(m => (m.Name, m.Value)))
                if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) yield return new(name, null, value.GetBoolean(), $"{name}: {value.AsWord}.");
                else if (value.AsNumber is { } number) yield return new(name, number, null, $"{name}: {value.AsWord}.");
        }

        private static void First(ref JsonElement kept, JsonElement data, LogBuilder builder, string id)
        {
            if (!kept.Says) kept = data;
            else builder.Note("several events of one kind for one sample: the first counts", id);
        }
    }
}
