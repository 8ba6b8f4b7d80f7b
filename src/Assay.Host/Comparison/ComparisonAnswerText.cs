using Assay.Host.Catalog;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Mcp;
using Assay.Units;

namespace Assay.Host.Comparison;

/// <summary>A comparison in a page of text: what a decision rests on, each sentence with its sources.</summary>
internal static class ComparisonAnswerText
{
    private const int FromEach = 4;

    public static Document Of(ComparisonView view)
    {
        var document = new Document(view.Title).Heading(1, view.Title);
        foreach (var verdict in view.Verdicts) document.Paragraph(new(Cited.Sentence($"Verdict, {verdict.Decision.Replace('_', ' ')}: {verdict.Text}", verdict.Claims), Tone.Strong));
        document.Paragraph($"{string.Join(", ", view.Models.Select(m => $"{m.Name} is {m.Id}"))}. As of {view.AsOf}. {CostPart.Traffic(view.Traffic)}");
        Sentences(document, view, "Lifecycle", "lifecycle");
        document.Table(new([new(""), .. view.Models.Select(m => new Column(m.Name))], [.. view.Scorecard.Select(r => new Row([new(r.Label), .. r.Cells.Select(c => Cell(c))]))]));
        Sentences(document, view, "Trade-offs", "tradeoffs");
        foreach (var cost in view.Cost) document.Bullets([Bill(view, cost)]);
        foreach (var direction in view.Switch.Directions.Take(2))
            document.Paragraph($"{ComparisonDocument.NameOf(view, direction.From)} → {ComparisonDocument.NameOf(view, direction.To)}:").Bullets(direction.Findings.Take(FromEach).Select(f => (BulletItem)Cited.Sentence(f.Text, f.Claims)));
        Sentences(document, view, "Benchmarks", "benchmarks");
        Sentences(document, view, "Vision evals", "vision_evals");
        if (view.Provenance.Conflicts.Count > 0) document.Paragraph($"Sources disagree on {Words.Plural(view.Provenance.Conflicts.Count, "figure")} of these models.");
        return document.Paragraph(new(FactText.Legend, Tone.Quiet));
    }

    /// <summary>With the source, as there is room for one.</summary>
    private static Phrase Cell(CellView cell)
    {
        var text = FactText.Of(cell);
        return cell.Claims.Count == 0 ? text : text with { Text = $"{text.Text} [{Cited.Sources(cell.Claims, 1)}]" };
    }

    private static BulletItem Bill(ComparisonView view, CostView cost) =>
        Cited.Sentence(cost.UsdPerMonth is null ? $"{ComparisonDocument.NameOf(view, cost.Model)}: {cost.Display}. {Words.Sentence(cost.Why ?? "no route has a price")}." : $"{ComparisonDocument.NameOf(view, cost.Model)}: {cost.Display} a month by {cost.ProviderName}, offer {cost.Offer}.{(cost.Doubt is { } doubt ? " " + doubt : "")}", [.. cost.Lines.SelectMany(l => l.Claims).Distinct()]);

    private static void Sentences(Document document, ComparisonView view, string words, string section)
    {
        var all = view.In(section).ToArray();
        if (all.Length > 0) document.Paragraph($"{words}{(all.Length > FromEach ? $" ({FromEach} of {all.Length})" : "")}:").Bullets(all.Take(FromEach).Select(f => (BulletItem)Cited.Sentence(f.Text, f.Claims)));
    }
}
