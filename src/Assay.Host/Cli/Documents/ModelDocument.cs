using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>One model as a document.</summary>
public static class ModelDocument
{
    /// <param name="why">With every claim behind every figure.</param>
    public static Document Of(ModelPageView page, bool why)
    {
        var model = page.Model;
        var document = new Document(model.Name).Heading(1, model.Name).Paragraph(Header(model));
        Lifecycle(document.Heading(2, "Lifecycle"), model.Lifecycle);
        document.Heading(2, "Specs").Table(Specs(model));
        Capabilities(document.Heading(2, "Capabilities"), model);
        document.Heading(2, "Monthly cost").Paragraph(CostPart.Traffic(page.Traffic));
        CostPart.Bill(document, page.Cost);
        OffersPart.Write(document.Heading(2, $"Offers, cheapest first ({model.Offers.Count})"), model);
        OffersPart.WriteVariants(document, model);
        document.Heading(2, "Benchmarks");
        if (page.Benchmarks.Count > 0) document.Table(BenchmarksPart.Of(page.Benchmarks));
        else document.Paragraph("No result of a benchmark is known.");
        document.Heading(2, "Vision evals");
        if (page.VisionEvalsNotRun is { } none) document.Paragraph(none);
        BenchmarksPart.VisionEvals(document, [model], page.VisionEvals);
        if (model.ClaimsOfRank.Count > 0) document.Heading(2, "Claims of rank").Bullets(model.ClaimsOfRank.Select(c => ClaimLines.Of(c, mark: false)));
        if (page.History is { } history) HistoryPart.Write(document, history);
        if (why) EvidencePart.Write(document, page);
        ProvenancePart.Write(document, page.Provenance);
        return document.Paragraph(new(FactText.Legend, Tone.Quiet));
    }

    private static string Header(ModelView model) =>
        $"{model.Id}, by {model.OrganizationName}.{(model.Aliases.Count > 0 ? $" Also called {string.Join(", ", model.Aliases)}." : "")}";

    private static void Lifecycle(Document document, LifecycleView lifecycle)
    {
        var items = new List<BulletItem> { $"Stage: {(lifecycle.Stage == "unknown" ? "? unknown" : lifecycle.Stage)}" };
        foreach (var (label, fact) in new[] { ("Announced to end", lifecycle.Deprecated), (lifecycle.Stage == "retired" ? "Ended" : "Ends", lifecycle.Retires), ("Successor", lifecycle.Successor) })
            if (fact.State != "unknown") items.Add(new(new($"{label}: {FactText.Of(fact).Text}")));
        document.Bullets(items);
    }

    private static Block.Table Specs(ModelView model) => new(
        [new("Spec"), new("Value")], [.. Spec.All.Select(r => new Row([new(r.Unit is "GB" ? $"{r.Label}, GB" : r.Label), FactText.Of(model.Specs[r.Name], exact: true)]))]);

    /// <summary>By state, so that what is known is not lost among what is not.</summary>
    private static void Capabilities(Document document, ModelView model)
    {
        var all = Capability.All.Select(c => (c.Label, Fact: model.Capabilities[c.Name])).Concat(VisionTask.All.Select(t => (Label: $"{t.Label} (task)", Fact: model.Tasks[t.Name]))).ToArray();
        var groups = new (string Label, Tone Tone, Func<FactView, bool> Is)[]
        {
            ("✓ Yes", Tone.Yes, f => f is { State: "known", Unconfirmed: false }),
            ("✗ No", Tone.No, f => f is { State: "no", Unconfirmed: false }),
            ("† Unconfirmed", Tone.Plain, f => f is { State: "known" or "no", Unconfirmed: true }),
            ("≠ Disputed", Tone.Disputed, f => f.State == "disputed"),
            ("– Not applicable", Tone.Quiet, f => f.State == "not_applicable"),
            ("? Unknown", Tone.Unknown, f => f.State == "unknown"),
        };
        document.Bullets(groups.Select(g => (g, Members: all.Where(c => g.Is(c.Fact)).ToArray())).Where(x => x.Members.Length > 0)
            .Select(x => new BulletItem(new($"{x.g.Label}: {string.Join(", ", x.Members.Select(m => Member(m.Label, m.Fact)))}", x.g.Tone))));
    }

    private static string Member(string label, FactView fact) => fact.State == "disputed" || fact.Unconfirmed ? $"{label} ({FactText.Of(fact).Text})" : label;
}
