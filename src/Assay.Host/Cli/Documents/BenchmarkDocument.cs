using Assay.Host.Benchmarks;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Benchmarks as documents.</summary>
public static class BenchmarkDocument
{
    public static Document Of(BenchmarkListView list, bool quiet)
    {
        var document = new Document("Benchmarks");
        if (list.Benchmarks.Count == 0) return document.Paragraph("No result of a benchmark is known. assay import benchmarks-csv brings in a table of them.");
        document.Table(new(
            [new("Benchmark"), new("Name"), new("Models", Number: true), new("Results", Number: true), new("Unit"), new("Newest")],
            [.. list.Benchmarks.Select(b => new Row([new(b.Id), new(b.Name), new(Format.Exact(b.Models)), new(Format.Exact(b.Results)), new(b.HigherIsBetter ? b.Unit : $"{b.Unit}, less is better"), new(b.Newest ?? "not told")]))]));
        return quiet ? document : document.Paragraph($"{Words.Plural(list.Benchmarks.Count, "benchmark")}, as of {list.AsOf}.");
    }

    public static Document Of(BenchmarkPageView page)
    {
        var document = new Document(page.Name).Heading(1, page.Name);
        document.Bullets(page.About.Where(a => a.Value.State == "known").Select(a => new BulletItem(new($"{Catalog.AboutLabels.Of(a.Key)}: {a.Value.Display}"))));
        if (page.Chosen is null) return document.Paragraph("No two models have a result that was measured in the same way.");
        document.Heading(2, page.Chosen.Title.Length == 0 ? "Scores" : $"Scores: {page.Chosen.Title}");
        document.Paragraph($"{Words.Plural(page.Chosen.Results, "result")} of {Words.Plural(page.Chosen.Models, "model")}, {(page.HigherIsBetter ? "the highest" : "the lowest")} first.");
        document.Table(new(
            [new("Model"), new("How run"), new("Score", Number: true), new("Interval", Number: true), new("Measured by")], [.. page.Scores.Select(Row)]));
        if (page.ScoreForCost.Count > 0) Costs(document.Heading(2, "Score for cost"), page);
        if (page.Variants.Count > 1)
            document.Heading(2, "Measured in other ways").Bullets(page.Variants.Where(v => v.Slug != page.Chosen.Slug).Select(v => new BulletItem(new($"{v.Slug}: {Words.Plural(v.Models, "model")}"))));
        return document;
    }

    private static Row Row(ScoreView score) => new(
    [
        score.Model is null ? new($"{score.Name} (no model of the catalogue)", Tone.Quiet) : new(score.Model), new(score.Configuration ?? ""),
        new(score.Display + (score.Claims[0].Unconfirmed ? " † unconfirmed" : "")), new(score.Interval is [var low, var high] ? $"{low:0.##}–{high:0.##}" : "not told"),
        new(string.Join(", ", new[] { score.MeasuredBy ?? "not told", score.Date }.OfType<string>())),
    ]);

    private static void Costs(Document document, BenchmarkPageView page)
    {
        document.Paragraph("Each model at its best score, and the bill of its cheapest route at the default traffic; those that no other beats in both.");
        document.Table(new(
            [new("Model"), new("Score", Number: true), new("A month", Number: true), new("Through")],
            [.. page.ScoreForCost.Where(s => s.OnFront).Select(s => new Row([new(s.NameWithConfiguration), new(s.Display), new(Format.Usd(s.UsdPerMonth)), new(s.Provider)]))]));
        if (page.WithoutCost.Count > 0) document.Paragraph(new($"Without a cost: {string.Join(", ", page.WithoutCost.Select(w => w.Model))}.", Tone.Quiet));
    }
}
