using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Arena;
using Assay.Calls;
using Assay.Catalog;
using Assay.Catalog.Conflicts;
using Assay.Catalog.History;
using Assay.Comparison;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Catalog.History;
using Assay.Host.Comparison;
using Assay.Host.Evaluation;
using Assay.Host.Playground;
using Microsoft.OpenApi;

namespace Assay.Host.Described;

/// <summary>Fields that hold one word of a closed list or a number of a range: lists and ranges are those of the code that makes or checks them.</summary>
internal static class FieldLimits
{
    private static readonly IReadOnlyList<string> States = [.. Enum.GetValues<FactState>().Select(FactView.StateName)];
    private static readonly IReadOnlyList<string> Tasks = [.. ModelTasks.All.Select(t => t.Name())];
    private static readonly IReadOnlyList<string> Votes = [.. VoteOutcomes.All.Select(v => v.Name())];

    private static readonly Dictionary<(Type, string), IReadOnlyList<string>> Words = new()
    {
        [(typeof(FactView), nameof(FactView.State))] = States, [(typeof(CellView), nameof(CellView.State))] = States,
        [(typeof(VerdictView), nameof(VerdictView.Decision))] = Snake<VerdictDecision>(),
        [(typeof(FindingView), nameof(FindingView.Section))] = Snake<Section>(),
        [(typeof(LifecycleView), nameof(LifecycleView.Stage))] = Snake<LifecycleStage>(),
        [(typeof(OfferConflictView), nameof(OfferConflictView.Class))] = [.. ConflictKind.All.Select(k => k.Name)], [(typeof(ConflictClassView), nameof(ConflictClassView.Class))] = [.. ConflictKind.All.Select(k => k.Name)],
        [(typeof(ChangeView), nameof(ChangeView.Kind))] = [.. Enum.GetValues<ChangeKind>().Where(k => k is not ChangeKind.NotDecided).Select(k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()))],
        [(typeof(EvalTrialView), nameof(EvalTrialView.State))] = [.. TrialWords.All.Select(s => s.Name())],
        [(typeof(TurnAsk), nameof(TurnAsk.Task))] = Tasks, [(typeof(TurnView), nameof(TurnView.Task))] = Tasks, [(typeof(BattleView), nameof(BattleView.Task))] = Tasks,
        [(typeof(VoteAsk), nameof(VoteAsk.Vote))] = Votes, [(typeof(BattleView), nameof(BattleView.Vote))] = Votes,
    };

    private static readonly Dictionary<(Type, string), (decimal? Least, decimal? Most)> Ranges = new()
    {
        [(typeof(EvalAsk), nameof(EvalAsk.Repetitions))] = (1, EvalAsk.MostRepetitions), [(typeof(EvalAsk), nameof(EvalAsk.Concurrency))] = (1, EvalAsk.MostAtOnce), [(typeof(EvalResume), nameof(EvalResume.Concurrency))] = (1, EvalAsk.MostAtOnce),
        [(typeof(EvalAsk), nameof(EvalAsk.MaxCost))] = (0, EvalAsk.MostUsd), [(typeof(EvalResume), nameof(EvalResume.MaxCost))] = (0, EvalAsk.MostUsd),
        [(typeof(TurnAsk), nameof(TurnAsk.Temperature))] = (0, TurnPlanner.Hottest), [(typeof(TurnAsk), nameof(TurnAsk.MaxOutputTokens))] = (1, null),
        [(typeof(EvalAsk), nameof(EvalAsk.Temperature))] = (0, EvalAsk.Hottest), [(typeof(EvalAsk), nameof(EvalAsk.MaxOutputTokens))] = (1, null),
    };

    public static void On(PropertyInfo property, OpenApiSchema schema)
    {
        var key = (property.DeclaringType!, property.Name);
        if (Words.TryGetValue(key, out var words))
        {
            schema.Enum = [.. words.Select(w => (JsonNode)JsonValue.Create(w))];
            if (schema.Type?.HasFlag(JsonSchemaType.Null) == true) schema.Enum.Add(JsonNullSentinel.JsonNull);
        }
        if (Ranges.TryGetValue(key, out var range)) (schema.Minimum, schema.Maximum) = (range.Least?.ToString(CultureInfo.InvariantCulture), range.Most?.ToString(CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<string> Snake<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()))];
}
