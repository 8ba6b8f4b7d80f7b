using System.Globalization;
using Assay.Comparison;
using Assay.Host.Comparison;
using Assay.Host.Pages.Compare;
using Assay.Host.Cli;

namespace Assay.Host.Decisions;

/// <summary>A comparison cut to a record: nothing is worked out here that the view does not say.</summary>
internal static class DecisionBuilder
{
    /// <param name="compared">On its day.</param>
    /// <param name="choice">What people made of it.</param>
    /// <param name="evals">Own runs, without their claims.</param>
    public static DecisionRecord Build(ComparisonAnswer.Compared compared, DecisionChoice choice, IReadOnlyList<DecisionEval> evals)
    {
        var view = compared.View;
        var claims = new DecisionClaims();
        var verdicts = view.Verdicts.Select(v => new DecisionVerdict(v.Pair, v.Decision, v.WinnerModel, v.Text, v.Rule, claims.Cite(v.Claims, "verdicts"))).ToArray();
        var lifecycle = Sentences(view.In("lifecycle"), "lifecycle", claims);
        var scorecard = view.Scorecard.Select(r => new DecisionRow(r.Label, r.Rule, r.Decision,
            [.. r.Cells.Select(c => new DecisionCell(c.Model, c.State, c.Display, c.Best, c.Exact, c.Note, claims.Cite(c.Claims, "scorecard")))])).ToArray();
        var cost = view.Cost.Select(c => Cost(c, claims)).ToArray();
        var tradeoffs = Sentences(view.In("tradeoffs"), "tradeoffs", claims);
        var change = Sentences(view.Switch.Directions.SelectMany(d => d.Findings.Select(f => f with { From = d.From, To = d.To })), "switch", claims);
        var benchmarks = view.Benchmarks.Shared.Select(r => Benchmark(r, claims)).ToArray();
        var told = evals.Select(e => e with { Claims = claims.Cite(ComparisonClaims.Of(view).Where(c => c.Url == DecisionEvals.Address(e.Run)), "evals") }).ToArray();
        var open = DecisionQuestions.Of(compared, told, claims);
        claims.Cite(ComparisonClaims.Of(view), part: null);
        return DecisionSealing.Seal(new()
        {
            Schema = DecisionRecord.Newest, Title = view.Title, AsOf = view.AsOf, MadeBy = $"Assay {ProgramVersion.Short}", Page = Page(compared), Command = Command(compared),
            Models = [.. view.Models.Select(m => new DecisionModel(m.Id, m.Name, m.OrganizationName, m.Lifecycle.Stage))], Baseline = view.Baseline, Traffic = view.Traffic, Decision = choice,
            Verdicts = verdicts, Lifecycle = lifecycle, Scorecard = scorecard, Cost = cost, Tradeoffs = tradeoffs, Switch = change, Benchmarks = benchmarks, Evals = told, Open = open, Claims = claims.All,
        });
    }

    private static DecisionSentence[] Sentences(IEnumerable<FindingView> findings, string part, DecisionClaims claims) =>
        [.. findings.Select(f => new DecisionSentence(f.Text, f.Rule, f.Favors, f.From, f.To, claims.Cite(f.Claims, part)))];

    private static DecisionCost Cost(CostView cost, DecisionClaims claims) => new()
    {
        Model = cost.Model, UsdPerMonth = cost.UsdPerMonth, Display = cost.Display, Offer = cost.Offer, ProviderName = cost.ProviderName, Notes = cost.Notes, Why = cost.Why, Doubt = cost.Doubt,
        Lines = [.. cost.Lines.Select(l => new DecisionBillLine(l.Kind, l.Label, l.Quantity, l.UnitPrice, l.Usd, claims.Cite(l.Claims, "cost")))], LastKnown = cost.LastKnown is { } last ? Cost(last, claims) : null,
    };

    private static DecisionBenchmark Benchmark(BenchmarkRowView row, DecisionClaims claims) => new(
        row.Benchmark, row.Name, string.Join(" · ", new[] { row.Category, row.Metric, row.Version, row.Settings }.OfType<string>()) is { Length: > 0 } variant ? variant : null,
        [.. row.Results.OfType<BenchmarkResultView>().Select(r => new DecisionResult(r.Model, r.Display, BenchmarksViewBuilder.Beside(r), r.Best, claims.Cite(r.Claims, "benchmarks")))]);

    private static string Page(ComparisonAnswer.Compared compared)
    {
        var t = compared.Traffic;
        var baseline = compared.View.Baseline == compared.Models[0].Id ? "" : $"&baseline={Uri.EscapeDataString(compared.View.Baseline)}";
        return PairModel.PathOf(compared.Models) + string.Create(CultureInfo.InvariantCulture,
            $"?in={t.InputTokens}&out={t.OutputTokens}&requests={t.Requests}&cached={t.CachedShare}&batch={t.BatchShare}&images={t.ImagesPerRequest}&asof={compared.View.AsOf}") + baseline;
    }

    private static string Command(ComparisonAnswer.Compared compared)
    {
        var (t, standard) = (compared.Traffic, TrafficProfile.Default);
        (string Option, decimal Value, decimal Usual)[] options =
        [
            ("--input-tokens", t.InputTokens, standard.InputTokens), ("--output-tokens", t.OutputTokens, standard.OutputTokens), ("--requests", t.Requests, standard.Requests),
            ("--cached", t.CachedShare, standard.CachedShare), ("--batch", t.BatchShare, standard.BatchShare), ("--images-per-request", t.ImagesPerRequest, standard.ImagesPerRequest),
        ];
        var traffic = options.Where(o => o.Value != o.Usual).Select(o => string.Create(CultureInfo.InvariantCulture, $" {o.Option} {o.Value:0.############################}"));
        var baseline = compared.View.Baseline == compared.Models[0].Id ? "" : $" --baseline {compared.View.Baseline}";
        return $"assay decide {string.Join(' ', compared.Models.Select(m => m.Id))}{string.Concat(traffic)}{baseline} --as-of {compared.View.AsOf}";
    }
}
