using System.Text.Json.Serialization;
using Assay.Host.Benchmarks;
using Assay.Host.Catalog;
using Assay.Host.Catalog.History;
using Assay.Host.Catalog.Conflicts;
using Assay.Host.Comparison;

namespace Assay.Host.Web;

/// <summary>The one JSON context of every surface: snake_case, source-generated.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = false)]
[JsonSerializable(typeof(ComparisonView))]
[JsonSerializable(typeof(CostListView))]
[JsonSerializable(typeof(ModelPageView))]
[JsonSerializable(typeof(ProviderPageView))]
[JsonSerializable(typeof(OffersOfNoModelView))]
[JsonSerializable(typeof(ModelListView))]
[JsonSerializable(typeof(BenchmarkListView))]
[JsonSerializable(typeof(BenchmarkPageView))]
[JsonSerializable(typeof(ConflictListView))]
[JsonSerializable(typeof(StartView))]
[JsonSerializable(typeof(Search.SearchView))]
[JsonSerializable(typeof(Search.SuggestionsView))]
[JsonSerializable(typeof(Sync.SourcesView))]
[JsonSerializable(typeof(ChangesView))]
[JsonSerializable(typeof(LifecycleRadarView))]
[JsonSerializable(typeof(Decisions.DecisionRecord))]
[JsonSerializable(typeof(Decisions.DecisionCheckView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(Export.NamesView))]
[JsonSerializable(typeof(Export.PriceSheetView))]
[JsonSerializable(typeof(Playground.TurnAsk))]
[JsonSerializable(typeof(Playground.TurnView))]
[JsonSerializable(typeof(Playground.TurnListView))]
[JsonSerializable(typeof(Playground.ModelChoicesView))]
[JsonSerializable(typeof(Arena.BattleView))]
[JsonSerializable(typeof(Arena.SideView))]
[JsonSerializable(typeof(Arena.VoteAsk))]
[JsonSerializable(typeof(Arena.LeaderboardView))]
[JsonSerializable(typeof(Arena.ArenaView))]
[JsonSerializable(typeof(Evaluation.EvalListView))]
[JsonSerializable(typeof(Evaluation.EvalRunView))]
[JsonSerializable(typeof(Evaluation.EvalSampleListView))]
[JsonSerializable(typeof(Evaluation.EvalSampleView))]
[JsonSerializable(typeof(Evaluation.EvalGateView))]
[JsonSerializable(typeof(Evaluation.LabelsKept))]
[JsonSerializable(typeof(Evaluation.EvalSuitePageView))]
[JsonSerializable(typeof(Evaluation.RunningView))]
[JsonSerializable(typeof(Evaluation.RunEstimate))]
[JsonSerializable(typeof(Evaluation.RescoreView))]
[JsonSerializable(typeof(Evaluation.EvalAsk))]
[JsonSerializable(typeof(Evaluation.EvalResume))]
[JsonSerializable(typeof(Publishing.Embeds.OEmbedView))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(string[]))]
public sealed partial class AssayJson : JsonSerializerContext;
