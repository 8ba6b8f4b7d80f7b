using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Benchmark results: rows that can be compared first, then those only one model has.</summary>
internal static class BenchmarksPart
{
    public static void Write(Document document, ComparisonView view)
    {
        ComparisonDocument.Sentences(document.Heading(2, "Benchmarks"), view, "benchmarks");
        var single = view.Benchmarks.OnlyA.Concat(view.Benchmarks.OnlyB).Concat(view.Benchmarks.OnlyOthers).ToArray();
        if (view.Benchmarks.Shared.Count > 0) document.Heading(3, "Measured in the same way").Table(Shared(view.Models, view.Benchmarks.Shared));
        if (single.Length > 0) document.Heading(3, "Results that only one model has").Table(Single(single, id => ComparisonDocument.NameOf(view, id)));
    }

    /// <summary>A table for each group of results made in the same way.</summary>
    public static void VisionEvals(Document document, IReadOnlyList<ModelView> models, IReadOnlyList<VisionEvalGroupView> groups)
    {
        foreach (var group in groups)
        {
            var how = string.Join("; ", new[] { group.Version, group.Settings }.Where(q => q is not null));
            document.Heading(3, $"{group.Name}, as run by {group.By}{(how.Length > 0 ? $" ({how})" : "")}").Table(new(
                [new(""), .. models.Select(m => new Column(m.Name))],
                [.. VisionEvalRows.Of(group).Select(r => new Row([new(r.Label), .. r.Texts.Select((t, i) => t is null ? new Phrase(group.Models[i] is null ? "? not run" : "? not told", Tone.Unknown) : new Phrase(t))]))]));
        }
    }

    /// <summary>All results of one model.</summary>
    public static Block.Table Of(IReadOnlyList<BenchmarkRowView> rows) => new(
        [new("Benchmark"), new("Result", Number: true), new("Measured by")],
        [.. rows.SelectMany(r => r.Results.OfType<BenchmarkResultView>().Select(x => new Row([new(Label(r)), Value(x), new(By(x))])))]);

    private static Block.Table Shared(IReadOnlyList<ModelView> models, IReadOnlyList<BenchmarkRowView> rows) => new(
        [new("Benchmark"), .. models.Select(m => new Column(m.Name))],
        [.. rows.Select(r => new Row([new(Label(r)), .. r.Results.Select(x => x is null ? new Phrase("? no such result known", Tone.Unknown) : Value(x))], Measured(r)))], "Notes");

    private static Block.Table Single(IReadOnlyList<BenchmarkRowView> rows, Func<string, string> nameOf) => new(
        [new("Benchmark"), new("Model"), new("Result", Number: true), new("Measured by")],
        [.. rows.SelectMany(r => r.Results.OfType<BenchmarkResultView>().Select(x => new Row([new(Label(r)), new(nameOf(x.Model)), Value(x), new(By(x))])))]);

    private static string Label(BenchmarkRowView row) => string.Join(" · ", new[] { row.Name, row.Category, row.Metric, row.Version, row.Settings }.Where(q => q is not null));

    private static Phrase Value(BenchmarkResultView result)
    {
        var text = result.Display;
        if (BenchmarksViewBuilder.Beside(result) is { } beside) text += $" ({beside})";
        if (result.Claims is [{ Unconfirmed: true }, ..]) text += " † unconfirmed";
        return result.Best ? new(text + " (ahead)", Tone.Strong) : new(text);
    }

    private static string By(BenchmarkResultView result) => string.Join(", ", new[] { result.MeasuredBy ?? "not told", result.Date }.Where(t => t is not null));

    private static string Measured(BenchmarkRowView row)
    {
        var by = row.Results.OfType<BenchmarkResultView>().Select(By).Distinct(StringComparer.Ordinal).ToArray();
        return "measured by " + Words.List(by);
    }
}
