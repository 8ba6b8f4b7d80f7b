using System.Text.Json;
using Assay.Calls;

namespace Assay.Adapters.Logs.Inspect;

/// <summary>What an Inspect log says before and after its samples: task, model, settings, totals.</summary>
internal sealed class InspectHeader
{
    private const int Version = 2;

    private readonly Dictionary<string, JsonElement> parts = new(StringComparer.Ordinal);

    private JsonElement this[string part] => parts.GetValueOrDefault(part);

    private JsonElement Eval => this["eval"];

    /// <summary>As written; empty until it was read.</summary>
    public string Model => Eval.Name("model") ?? "";

    public string? Status => this["status"].AsText;

    /// <summary>Samples times epochs, as the log counts them itself.</summary>
    public long? Total => this["results"].Count("total_samples");

    public IReadOnlyList<string> SampleIds => [.. Eval.Get("dataset").Items("sample_ids").Select(i => i.AsWord).OfType<string>()];

    public int Epochs => (int)Math.Min(Eval.Get("config").Count("epochs") ?? 1, LogLimits.Repetitions);

    public void Take(string part, JsonElement value) => parts[part] = value;

    /// <exception cref="LogRefusedException">It is another version, or names no model or task.</exception>
    public void Check()
    {
        if (this["version"].AsNumber is { } version and not Version) throw new LogRefusedException($"It is a log of version {version:0.#} of Inspect's format; read is version {Version}. 'inspect log convert' makes one of it.");
        if (!Eval.Says) throw new LogRefusedException("It has no 'eval', which in a log of Inspect names task and model.");
        if (Model.Length == 0) throw new LogRefusedException("Its 'eval' names no model.");
    }

    public LogAbout About(LogSource source, LogChoice choice, InspectSamples samples) => new()
    {
        Task = Eval.Name("task") ?? "inspect",
        Version = Eval.Word("task_version") ?? "not told",
        System = samples.System,
        Parameters = Parameters(),
        Repetitions = Epochs,
        Created = Eval.Time("created"),
        Origin = new("inspect", source.Name, source.Hash, Eval.Get("packages").Text("inspect_ai") is { } version ? $"inspect_ai {version}" : null),
        Scorer = choice.Scorer,
        ScorerOrder = [.. this["results"].Items("scores").Concat(Eval.Items("scorers")).Select(s => s.Text("name")).OfType<string>()],
        NothingIn = Status == "error"
            ? $"The run ended with an error{(this["error"].Text("message") is { } message ? $" ({message})" : "")}, and the log holds no samples."
            : Eval.Get("config").Flag("log_samples") == false
                ? "It was written without its samples: run Inspect without --no-log-samples."
                : "It holds no samples: only what was read of its header. Import the whole log; if it was written with --no-log-samples, run Inspect without it.",
    };

    /// <summary>What the task asked, and above it what the model was set to.</summary>
    private CallParameters Parameters()
    {
        var (plan, model) = (this["plan"].Get("config"), Eval.Get("model_generate_config"));
        return new()
        {
            MaxOutputTokens = (plan.Count("max_tokens") ?? model.Count("max_tokens")) is { } most and >= 1 and <= int.MaxValue ? (int)most : null,
            Temperature = (plan.Exact("temperature") ?? model.Exact("temperature")) is { } temperature and >= 0 and <= 2 ? temperature : null,
            TopP = (plan.Exact("top_p") ?? model.Exact("top_p")) is { } top and > 0 and <= 1 ? top : null,
            Seed = plan.Count("seed") ?? model.Count("seed"),
            ReasoningEffort = plan.Text("reasoning_effort") ?? model.Text("reasoning_effort"),
        };
    }
}
