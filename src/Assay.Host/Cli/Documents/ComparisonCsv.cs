using System.Globalization;
using Assay.Comparison;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;

namespace Assay.Host.Cli.Documents;

/// <summary>The facts of a comparison, one a row, each with the source of the value that was picked.</summary>
public static class ComparisonCsv
{
    public static readonly IReadOnlyList<string> Header =
        ["section", "model", "property", "state", "value", "unit", "display", "source", "url", "as_of", "retrieved", "rank", "scope", "quoted", "unconfirmed", "claims", "also_said"];

    public static string Of(ComparisonView view) => Csv.Write(Header, Rows(view));

    private static IEnumerable<IReadOnlyList<string?>> Rows(ComparisonView view)
    {
        foreach (var model in view.Models)
        {
            var lifecycle = model.Lifecycle;
            foreach (var (name, fact) in new[] { ("status", lifecycle.Status), ("deprecated", lifecycle.Deprecated), ("retires", lifecycle.Retires), ("successor", lifecycle.Successor) })
                yield return Fact("lifecycle", model.Id, name, fact);
        }
        // Worked out from several claims: no single one is the source.
        foreach (var row in view.Scorecard)
            foreach (var cell in row.Cells) yield return Line("scorecard", cell.Model, row.Rule, cell.State, Settled(cell.State) ? cell.Exact ?? cell.Display : null, null, cell.Display, []);
        foreach (var cost in view.Cost)
            foreach (var row in Cost(cost)) yield return row;
        foreach (var model in view.Models)
            foreach (var row in Model(model)) yield return row;
        foreach (var row in view.Benchmarks.Shared.Concat(view.Benchmarks.OnlyA).Concat(view.Benchmarks.OnlyB).Concat(view.Benchmarks.OnlyOthers))
            foreach (var result in row.Results.OfType<BenchmarkResultView>())
                yield return Line("benchmarks", result.Model, string.Join(" · ", new[] { row.Benchmark, row.Category, row.Metric, row.Version, row.Settings }.Where(q => q is not null)), "known", Number(result.Value), row.Unit, result.Display, result.Claims);
    }

    private static IEnumerable<IReadOnlyList<string?>> Cost(CostView cost)
    {
        static string State(decimal? value) => value is null ? "unknown" : "known";
        foreach (var line in cost.Lines)
            yield return Line("cost", cost.Model, $"{cost.Offer} {line.Kind}", State(line.Usd), Number(line.Usd), "usd_per_month", line.Usd is { } usd ? Units.Format.Usd(usd) : "unknown", line.Claims);
        yield return Line("cost", cost.Model, "total", State(cost.UsdPerMonth), Number(cost.UsdPerMonth), "usd_per_month", cost.Display, []);
    }

    private static IEnumerable<IReadOnlyList<string?>> Model(ModelView model)
    {
        foreach (var row in Spec.All) yield return Fact("specs", model.Id, row.Name, model.Specs[row.Name]);
        foreach (var offer in model.Offers)
        {
            foreach (var (kind, price) in offer.Prices) yield return Fact("offers", model.Id, $"{offer.Id} price.{kind}", price);
            foreach (var tier in offer.Tiers)
                foreach (var (kind, price) in tier.Prices) yield return Fact("offers", model.Id, $"{offer.Id} price.{kind}{tier.Suffix}", price);
            foreach (var (name, fact) in new[] { ("free_tier", offer.FreeTier), ("context_window", offer.ContextWindow), ("max_output", offer.MaxOutput) })
                if (fact.Claims.Count > 0) yield return Fact("offers", model.Id, $"{offer.Id} {name}", fact);
        }
        foreach (var capability in Capability.All) yield return Fact("capabilities", model.Id, capability.Name, model.Capabilities[capability.Name]);
        foreach (var task in VisionTask.All) yield return Fact("vision_tasks", model.Id, task.Name, model.Tasks[task.Name]);
    }

    private static IReadOnlyList<string?> Fact(string section, string model, string property, FactView fact) =>
        Line(section, model, property, fact.State, Plain(fact.Value), fact.Unit, fact.Display, fact.Claims);

    private static IReadOnlyList<string?> Line(string section, string model, string property, string state, string? value, string? unit, string display, IReadOnlyList<ClaimView> claims)
    {
        var picked = claims.Count > 0 ? claims[0] : null;
        var others = claims.Skip(1).Select(c => c.Display).Where(d => d != picked!.Display).Distinct(StringComparer.Ordinal);
        return
        [
            section, model, property, state, value, unit, display, picked?.Source, picked?.Url, picked?.AsOf, picked?.Retrieved, picked?.Rank, picked?.Scope, picked?.Quoted,
            picked?.Unconfirmed == true ? "yes" : "no", claims.Count.ToString(CultureInfo.InvariantCulture), string.Join("; ", others),
        ];
    }

    private static bool Settled(string state) => state is "known" or "disputed" or "no";

    private static string? Number(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string? Plain(object? value) => value switch
    {
        null => null,
        true => "yes",
        false => "no",
        decimal number => Number(number),
        string[] items => string.Join("; ", items),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
