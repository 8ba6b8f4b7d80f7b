using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>A comparison as a document: every section, in the order of the page, from the one view.</summary>
public static class ComparisonDocument
{
    public static Document Of(ComparisonView view)
    {
        var document = new Document(view.Title).Heading(1, view.Title);
        foreach (var finding in view.In("lead")) document.Paragraph(finding.Text);
        Lifecycle(document, view);
        Verdict(document, view);
        document.Heading(2, "Decision scorecard").Table(Scorecard(view));
        Sentences(document.Heading(2, "Decision trade-offs"), view, "tradeoffs");
        CostPart.Write(document, view);
        Switch(document, view);
        Specs(document, view);
        Offers(document, view);
        Sentences(document.Heading(2, "Capabilities").Table(FactTables.Capabilities(view.Models)), view, "capabilities");
        Sentences(document.Heading(2, "Vision tasks").Table(FactTables.Tasks(view.Models)), view, "vision_tasks");
        BenchmarksPart.Write(document, view);
        Sentences(document.Heading(2, "Vision evals"), view, "vision_evals");
        BenchmarksPart.VisionEvals(document, view.Models, view.VisionEvals);
        DeepDive(document, view);
        document.Heading(2, "Questions");
        foreach (var item in view.Faq) document.Heading(3, item.Question).Paragraph(item.Answer);
        document.Heading(2, "Continue comparing");
        if (view.Continue.Count > 0) document.Bullets(view.Continue.Select(c => (BulletItem)$"{c.Model} · {c.Why}"));
        else document.Paragraph("No near neighbour of these models is in the catalogue.");
        ProvenancePart.Write(document, view.Provenance);
        return document.Paragraph(new(FactText.Legend, Tone.Quiet));
    }

    public static string NameOf(ComparisonView view, string id) => view.Models.First(m => m.Id == id).Name;

    private static void Lifecycle(Document document, ComparisonView view)
    {
        document.Heading(2, "Lifecycle");
        if (view.In("lifecycle").Any()) Sentences(document, view, "lifecycle");
        else document.Paragraph("No source we hold says that one of them is deprecated, retired or a preview.");
    }

    private static void Verdict(Document document, ComparisonView view)
    {
        document.Heading(2, "Verdict");
        foreach (var verdict in view.Verdicts)
        {
            var decision = verdict.Decision switch
            {
                "first_better" or "second_better" => "Pick " + NameOf(view, verdict.WinnerModel!),
                "no_difference" => "No difference",
                _ => "Cannot say",
            };
            if (view.Verdicts.Count > 1) decision += $" ({NameOf(view, verdict.Pair[0])} or {NameOf(view, verdict.Pair[1])})";
            document.Paragraph(new(decision, Tone.Strong)).Paragraph(verdict.Text);
        }
    }

    private static Block.Table Scorecard(ComparisonView view) => new(
        [new(""), .. view.Models.Select(m => new Column(m.Name))],
        [.. view.Scorecard.Select(r => new Row([new(r.Label), .. r.Cells.Select(FactText.Of)], Notes(view, r)))]);

    /// <summary>Why a cell has no value.</summary>
    private static string? Notes(ComparisonView view, ScorecardRowView row)
    {
        var notes = row.Cells.Where(c => c.State is "unknown" or "not_applicable" && c.Note is not null).GroupBy(c => c.Note!, c => NameOf(view, c.Model))
            .Select(g => g.Any(name => g.Key.StartsWith(name, StringComparison.Ordinal)) ? g.Key : $"{Words.List([.. g])}: {g.Key}").ToArray();
        return notes.Length == 0 ? null : string.Join("; ", notes);
    }

    private static void Switch(Document document, ComparisonView view)
    {
        document.Heading(2, "Switch friction");
        foreach (var direction in view.Switch.Directions.OrderBy(d => Place(view, d.From == view.Baseline ? d.To : d.From)).ThenBy(d => d.From != view.Baseline))
        {
            document.Heading(3, $"{NameOf(view, direction.From)} → {NameOf(view, direction.To)}")
                .Bullets(direction.Findings.Select(f => (BulletItem)f.Text));
        }
    }

    private static int Place(ComparisonView view, string id) => view.Models.TakeWhile(m => m.Id != id).Count();

    private static void Specs(Document document, ComparisonView view) =>
        Sentences(document.Heading(2, "Specs").Table(FactTables.Specs(view.Models)), view, "specs");

    private static void Offers(Document document, ComparisonView view)
    {
        Sentences(document.Heading(2, "Pricing and availability"), view, "offers");
        foreach (var model in view.Models) OffersPart.Write(document.Heading(3, model.Name), model);
    }

    private static void DeepDive(Document document, ComparisonView view)
    {
        document.Heading(2, "Deep dive");
        foreach (var group in view.In("deep_dive").GroupBy(f => f.Rule)) document.Paragraph(string.Join(' ', group.Select(f => f.Text)));
    }

    internal static void Sentences(Document document, ComparisonView view, string section) => document.Bullets(view.In(section).Select(f => (BulletItem)f.Text));
}
