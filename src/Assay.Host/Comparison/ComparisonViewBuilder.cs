using System.Collections.Frozen;
using Assay.Catalog;
using Assay.Comparison;
using Assay.Comparison.Cost;
using Assay.Host.Catalog;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Host.Comparison;

/// <summary>Turns a <see cref="ModelComparison"/> into what surfaces show. No decisions here: those are the rules'.</summary>
public static class ComparisonViewBuilder
{
    public static ComparisonView Build(ModelComparison comparison)
    {
        var context = comparison.Context;
        var models = comparison.Models;
        // A finding is turned into its view once, however many places show it.
        var findings = comparison.Findings.ToDictionary<Finding, Finding, FindingView>(f => f, View, ReferenceEqualityComparer.Instance);
        var verdicts = comparison.Verdicts.Select(View).ToArray();
        var directions = comparison.In(Section.Switch).Where(f => f.Direction is not null).GroupBy(f => f.Direction!.Value)
            .Select(g => new DirectionView(g.Key.From, g.Key.To, [.. g.Select(f => findings[f])]))
            // Away from the baseline, then back to it, model after model as on the page.
            .OrderBy(d => comparison.Models.Index().First(m => m.Item.Id == (d.From == comparison.Context.Baseline.Id ? d.To : d.From)).Index)
            .ThenBy(d => d.From != comparison.Context.Baseline.Id).ToArray();
        var other = models.First(m => !ReferenceEquals(m, context.Baseline));
        var (a, b) = models.Count == 2 ? (models[0].Id, models[1].Id) : (context.Baseline.Id, other.Id);
        IReadOnlyList<FindingView> Direction(string from, string to) => directions.FirstOrDefault(d => d.From == from && d.To == to)?.Findings ?? [];
        return new()
        {
            Title = string.Join(" vs ", models.Select(m => m.Name)),
            AsOf = context.Day.ToString("yyyy-MM-dd"),
            Baseline = context.Baseline.Id,
            Models = [.. models.Select(m => ModelView.Of(context.Catalog, m, context.CostOf(m)))],
            Traffic = View(context.Traffic),
            Cost = [.. comparison.Costs.Select(View)],
            Verdict = verdicts[0],
            Verdicts = verdicts,
            // In the order of sections already; scorecard rows have a list of their own.
            Findings = [.. comparison.Findings.Where(f => f.Section is not Section.Scorecard).Select(f => findings[f])],
            Scorecard = [.. comparison.In(Section.Scorecard).Select(f => new ScorecardRowView(f.Rule, f.Text, f.Decision, Cells(f, models)))],
            Switch = new(Direction(a, b), Direction(b, a), models.Count > 2 ? directions : []) { Directions = directions },
            Benchmarks = BenchmarksViewBuilder.Build(comparison),
            VisionEvals = BenchmarksViewBuilder.VisionEvals(models, context.Catalog),
            Faq = [.. comparison.In(Section.Faq).Where(f => f.Question is not null).Select(f => new FaqView(f.Question!, f.Text, f.Rule, findings[f].Claims))],
            Continue = [.. comparison.In(Section.Continue).Where(f => f.Target is not null).Select(f => (Finding: f, Model: context.Catalog.ById(f.Target!)))
                .Where(x => x.Model is not null).Select(x => new ContinueView(x.Model!.Id, x.Model.Name, x.Model.Slug, x.Finding.Text))],
            Provenance = ProvenanceViewBuilder.Build(comparison),
        };
    }

    private static CellView[] Cells(Finding row, IReadOnlyList<Model> models) => [.. row.Cells!.Select((c, i) => new CellView
    {
        Model = models[i].Id, State = FactView.StateName(c.State), Display = c.Display, Best = c.Best, Exact = c.Exact, Note = c.Note, Claims = ClaimView.OfFact(c.Claims),
    })];

    private static FindingView View(Finding finding) => new()
    {
        Rule = finding.Rule, Section = SectionName(finding.Section), Decision = finding.Decision, Text = finding.Text, Models = finding.Models,
        Favors = finding.Favors, From = finding.Direction?.From, To = finding.Direction?.To, Claims = ClaimView.OfSentence(finding.Claims),
    };

    /// <summary>snake_case, as in the JSON: <c>deep_dive</c>.</summary>
    public static string SectionName(Section section) => SectionNames[section];

    private static readonly FrozenDictionary<Section, string> SectionNames =
        Enum.GetValues<Section>().ToFrozenDictionary(s => s, s => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(s.ToString()));

    private static VerdictView View(Verdict verdict) => new(
        verdict.Winner is null ? null : ReferenceEquals(verdict.Winner, verdict.First) ? "A" : "B", verdict.Winner?.Id,
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Decision.ToString()), verdict.Text, verdict.Rule,
        [verdict.First.Id, verdict.Second.Id], ClaimView.OfSentence(verdict.Claims));

    public static TrafficView View(TrafficProfile traffic) => new(
        traffic.InputTokens, traffic.OutputTokens, traffic.Requests, traffic.CachedShare, traffic.BatchShare, traffic.ImagesPerRequest, Math.Round(traffic.InputShare, 4));

    public static CostView View(ModelCost cost) => cost.Best is { } best
        ? View(cost.Model.Id, best)
        : new()
        {
            Model = cost.Model.Id, UsdPerMonth = null, Lines = [], Notes = [], Why = cost.Why,
            Display = cost.LastKnown is null ? "unknown" : "no current cost", LastKnown = cost.LastKnown is { } last ? View(cost.Model.Id, last) : null,
        };

    private static CostView View(string model, Bill bill) => new()
    {
        Model = model, UsdPerMonth = bill.UsdPerMonth, Display = bill.UsdPerMonth is { } usd ? Format.Usd(usd) : "unknown",
        Offer = bill.Offer.Id.ToString(), Provider = bill.Offer.Provider.Id, ProviderName = bill.Offer.Provider.Name, Notes = bill.Notes, Why = bill.Why, Doubt = bill.Doubt?.Text,
        Lines = [.. bill.Lines.Select(l => new BillLineView(l.Kind.Name, l.Label, l.Quantity, l.Price?.Usd, l.Usd, ClaimView.OfFact(l.Claims)))],
    };
}
