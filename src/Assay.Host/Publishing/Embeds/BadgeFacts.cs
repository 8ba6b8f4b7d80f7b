using Assay.Comparison;
using Assay.Drawing.Published;
using Assay.Host.Catalog;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Publishing.Embeds;

/// <summary>What badges say, cut from the views of their pages.</summary>
internal static class BadgeFacts
{
    /// <summary>The row that decides which is cheaper.</summary>
    private const string CostRow = "score-cost";

    /// <summary>What a badge of a model can be of, apart from benchmarks by their id.</summary>
    public static IReadOnlyList<string> Names { get; } = ["cost", "price", "lifecycle", "context", .. Spec.All.Select(NameOf)];

    /// <param name="what">One of <see cref="Names"/>, or the id of a benchmark.</param>
    /// <param name="isBenchmark">Whether a benchmark has this id: a model without a result on it is unknown, not an error.</param>
    /// <param name="link">The whole address of the model's page.</param>
    /// <returns>Null where nothing is called so.</returns>
    public static Badge? Of(ModelPageView view, string what, Func<string, string?> isBenchmark, string link)
    {
        var said = what switch
        {
            "cost" => ($"cost a month at {Format.Count(view.Traffic.InputTokens)} in, {Format.Count(view.Traffic.OutputTokens)} out", Short.Of(view.Cost)),
            "price" => ("price of 1M tokens", Price(view)),
            "lifecycle" => ("lifecycle", Stage(view.Model.Lifecycle)),
            "context" => ("context window", Short.Of(view.Model.Specs["context_window"])),
            _ when Spec.All.FirstOrDefault(s => NameOf(s) == what) is { } spec => (spec.Noun, Short.Of(view.Model.Specs[spec.Name])),
            _ => Score(view, what, isBenchmark),
        };
        return said is ({ } label, { } value) ? new($"{view.Model.Name} · {label}", value, view.Provenance.AsOf, link) : null;
    }

    /// <summary>Which of them is the cheapest.</summary>
    /// <param name="link">The whole address of the comparison.</param>
    public static Badge Of(ComparisonView view, string link)
    {
        var names = view.Models.Select(m => m.Name).ToArray();
        var label = names.Length == 2 ? $"{names[0]} or {names[1]}" : $"{names.Length} models, {names[0]} among them";
        return new(label, $"{(names.Length == 2 ? "cheaper" : "cheapest")}: {Cheapest(view)}", view.AsOf, link);
    }

    private static string Cheapest(ComparisonView view)
    {
        var cells = view.Scorecard.Single(r => r.Rule == CostRow).Cells;
        string Name(CellView cell) => view.Models.Single(m => m.Id == cell.Model).Name;
        string Cost(CellView cell) => cell.Display + Short.Doubt(view.Cost.Single(c => c.Model == cell.Model));
        if (cells.Where(c => c.Best).ToArray() is { Length: > 0 } best) return $"{Words.List([.. best.Select(Name)])}, {Cost(best[0])}";
        if (cells.Any(c => c.State == "unknown")) return "unknown";
        // What cannot be called any more has no cost to compare.
        return cells.Where(c => c.State != "not_applicable").ToArray() switch
        {
            [] => "none can be called",
            [var only] => $"{Name(only)}, the only one that can be called",
            var several => $"the same, {Cost(several[0])}",
        };
    }

    private static string Price(ModelPageView view)
    {
        if (view.Cost.Offer is not { } id || view.Model.Offers.FirstOrDefault(o => o.Id == id) is not { } offer) return view.Cost.Display;
        return $"{Short.Of(offer.Prices["input"])} in, {Short.Of(offer.Prices["output"])} out{Short.Doubt(view.Cost)}";
    }

    private static string Stage(LifecycleView lifecycle) =>
        lifecycle.Stage + (lifecycle.Retires is { State: "known" or "disputed" } end && PartialDate.TryParse(end.Display, out var date) ? $", {(lifecycle.Stage == "retired" ? "ended" : "ends")} {Words.On(date)}" : "");

    private static (string?, string?) Score(ModelPageView view, string benchmark, Func<string, string?> isBenchmark)
    {
        if (isBenchmark(benchmark) is not { } name) return default;
        // Over all categories, where there is such a result.
        var row = view.Benchmarks.Where(b => b.Benchmark == benchmark).OrderBy(b => b.Category is not null).FirstOrDefault();
        if (row is not { Results: [{ } result, ..] }) return (name, "unknown");
        return (string.Join(", ", new[] { row.Name, row.Version, row.Category }.OfType<string>()), result.Display + (result.Claims[0].Unconfirmed ? ", unconfirmed" : ""));
    }

    private static string NameOf(Spec spec) => spec.Name.Replace('_', '-');
}
