using System.Globalization;
using System.Text.Json;
using Assay.Calls;
using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>
/// A run folder of HELM (https://crfm-helm.readthedocs.io): <c>run_spec.json</c>, <c>scenario_state.json</c>, <c>per_instance_stats.json</c>. A sample is the question and
/// what there is to choose from; worked examples before it and the prefixes of the adapter are how HELM asks and are told by the version.
/// </summary>
public sealed class HelmRuns : ILogReader
{
    private const string Spec = "run_spec.json";
    private const string State = "scenario_state.json";
    private const string Stats = "per_instance_stats.json";
    private static readonly string[] Parts = [Spec, State, Stats, "scenario.json", "stats.json", "instances.json", "display_predictions.json", "display_requests.json"];

    public string Id => "helm";

    public string Expects => $"a run folder of HELM ({Spec}, {State}, {Stats})";

    public bool Recognises(LogSource source) => source.IsFolder ? source.Has(State) || source.Has(Spec) : IsPart(source);

    public bool IsPart(LogSource source) => !source.IsFolder && Parts.Contains(source.Name) && (source.Has(Spec) || source.Has(State));

    public IReadOnlyList<LogRun> Read(LogSource source, LogChoice choice, CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[State, Stats])
            if (!source.Has(name)) throw new LogRefusedException($"The run folder has no {name}, so there are no trials in it{(source.Has("stats.json") ? ", only totals" : "")}: copy the whole folder of the run.");
        var spec = source.Beside(Spec) is { } bytes ? LogJson.Whole(Spec, bytes) : default;
        var adapter = spec.Get("adapter_spec");
        var builder = new LogBuilder();
        var figures = Figures(source, cancellationToken);
        foreach (var piece in JsonPieces.Read(State, source.At(State).Open(), "request_states"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (piece.Path == "adapter_spec" && !adapter.Says) adapter = piece.Value;
            else if (piece.Path == "request_states[]") Take(piece, adapter, figures, choice, builder);
        }
        return [builder.Build(new()
        {
            Task = TaskOf(spec.Name("name") ?? source.At(State).Folder.Split(System.IO.Path.DirectorySeparatorChar)[^1]),
            Version = adapter.Count("max_train_instances") is { } shots ? $"{shots}-shot" : "not told",
            System = adapter.Text("instructions")?.Trim() is { Length: > 0 } instructions ? instructions : null,
            Parameters = Parameters(adapter),
            Origin = new("helm", source.Folder.Split(System.IO.Path.DirectorySeparatorChar)[^1], source.HashOf(Spec, State, Stats), null),
            Scorer = choice.Scorer,
            ScorerOrder = Order(spec),
            NothingIn = $"{State} holds no requests.",
        })];
    }

    /// <summary>The name of a run without its model: the same scenario asked of two models is one suite.</summary>
    private static string TaskOf(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (scenario, settings) = colon < 0 ? ("", name) : (name[..(colon + 1)], name[(colon + 1)..]);
        var kept = settings.Split(',').Where(s => !s.StartsWith("model=", StringComparison.Ordinal) && !s.StartsWith("model_deployment=", StringComparison.Ordinal));
        return (scenario + string.Join(',', kept)).TrimEnd(':');
    }

    private static IReadOnlyList<string> Order(JsonElement spec) =>
        [.. spec.Items("metric_specs").SelectMany(m => m.Get("args").Items("names")).Select(n => n.AsText).OfType<string>(), "exact_match", "quasi_exact_match", "f1_score"];

    private static void Take(JsonPiece piece, JsonElement adapter, Dictionary<string, HelmFigures> figures, LogChoice choice, LogBuilder builder)
    {
        var (request, instance) = (piece.Value, piece.Value.Get("instance"));
        if (request.Get("reference_index").Says) throw new LogRefusedException($"The run asked for each answer apart (method '{adapter.Text("method")}'): what the model would have replied is in no record.");
        if ((choice.Model ?? adapter.Name("model") ?? request.Get("request").Name("model")) is not { } model) throw new LogRefusedException("It names no model: say which it was with --model NAME.");
        if (instance.Name("id") is not { } id)
        {
            builder.Note("a request whose instance has no id: left out", piece.Number.ToString(CultureInfo.InvariantCulture));
            return;
        }
        if (instance.Get("input").Get("multimedia_content").Says) builder.Note("images and sounds lie in files outside of the record, which are not read", id);
        var trial = request.Count("train_trial_index") ?? 0;
        builder.Add(Sample(request, instance, id), HelmTrial.Of(request, model, (int)Math.Min(trial, LogLimits.Repetitions), figures.GetValueOrDefault(HelmFigures.Key(id, trial, instance.Get("perturbation")))));
    }

    private static Sample Sample(JsonElement request, JsonElement instance, string id)
    {
        var letters = request.Get("output_mapping");
        var correct = instance.Items("references").Where(r => r.Items("tags").Any(t => t.AsText == "correct")).Select(r => r.Get("output").Text("text")).OfType<string>().ToArray();
        var perturbation = instance.Get("perturbation").Name("name");
        var input = instance.Get("input").Text("text") ?? "";
        return new()
        {
            Place = 0,
            Id = perturbation is null ? id : $"{id} {perturbation}",
            Category = LogBuilder.NoCategory,
            Input = letters.Says ? input + "\n" + string.Concat(letters.Members.Select(l => $"\n{l.Name}. {l.Value.AsText}")) : input,
            Target = letters.Says ? [.. letters.Members.Where(l => correct.Contains(l.Value.AsText)).Select(l => l.Name)] : correct,
            Cluster = perturbation is null ? null : id,
        };
    }

    private static CallParameters Parameters(JsonElement adapter) => new()
    {
        Temperature = adapter.Exact("temperature") is { } temperature and >= 0 and <= 2 ? temperature : null,
        MaxOutputTokens = adapter.Count("max_tokens") is { } most and >= 1 and <= int.MaxValue ? (int)most : null,
    };

    private static Dictionary<string, HelmFigures> Figures(LogSource source, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<string, HelmFigures>(StringComparer.Ordinal);
        foreach (var piece in JsonPieces.Read(Stats, source.At(Stats).Open(), ""))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (piece.Value.Name("instance_id") is { } id) figures[HelmFigures.Key(id, piece.Value.Count("train_trial_index") ?? 0, piece.Value.Get("perturbation"))] = new(piece.Value);
        }
        return figures;
    }
}
