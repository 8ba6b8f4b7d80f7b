using Assay.Comparison;
using Assay.Host.Cli.Documents;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Host.Mcp;
using Assay.Units;

namespace Assay.Host.Catalog;

/// <summary>One model in a page of text, each figure with its source and date.</summary>
internal static class ModelAnswer
{
    private const int OffersShown = 4, ResultsShown = 6, ConflictsShown = 4;

    public static Document Of(ModelPageView page)
    {
        var model = page.Model;
        var document = new Document(model.Name).Heading(1, model.Name)
            .Paragraph($"{model.Id}, by {model.OrganizationName}. As of {page.Provenance.AsOf}. Stage: {model.Lifecycle.Stage}.");
        document.Bullets(Ends(model.Lifecycle));
        var known = Spec.All.Where(s => model.Specs[s.Name].State is not ("unknown" or "not_applicable")).ToArray();
        document.Table(new([new("Spec"), new("Value"), new("Source, date")], [.. known.Select(s => new Row([new(s.Label), Cited.Of(model.Specs[s.Name]), new(Cited.Source(model.Specs[s.Name]))]))]));
        Capabilities(document, model);
        Cost(document, page.Cost, page.Traffic);
        Offers(document, model);
        Results(document, page);
        if (page.Provenance.Conflicts.Count > 0) document.Paragraph($"Sources disagree on {Words.List([.. page.Provenance.Conflicts.Take(ConflictsShown).Select(c => $"{c.Property} of {c.Subject}")])}{(page.Provenance.Conflicts.Count > ConflictsShown ? $" and {page.Provenance.Conflicts.Count - ConflictsShown} more" : "")}.");
        return document.Paragraph(new(FactText.Legend, Tone.Quiet));
    }

    private static IEnumerable<BulletItem> Ends(LifecycleView lifecycle) =>
        new[] { ("Announced to end", lifecycle.Deprecated), ("Ends", lifecycle.Retires), ("Successor", lifecycle.Successor) }.Where(l => l.Item2.State != "unknown")
            .Select(l => (BulletItem)$"{l.Item1}: {FactText.Of(l.Item2).Text} [{Cited.Source(l.Item2)}]");

    private static void Capabilities(Document document, ModelView model)
    {
        var all = Assay.Catalog.Capability.All.Select(c => (c.Label, Fact: model.Capabilities[c.Name])).ToArray();
        string Told((string Label, FactView Fact) c) => $"{c.Label} [{Cited.Source(c.Fact)}]";
        void Say(string words, Func<FactView, bool> which, Func<(string Label, FactView Fact), string> tell)
        {
            if (all.Where(c => which(c.Fact)).Select(tell).ToArray() is { Length: > 0 } those) document.Paragraph($"{words}: {string.Join(", ", those)}.");
        }
        Say("Can", f => f is { State: "known", Unconfirmed: false }, Told);
        Say("Cannot", f => f is { State: "no", Unconfirmed: false }, Told);
        Say("Disputed or unconfirmed", f => f.State == "disputed" || f is { Unconfirmed: true }, c => $"{c.Label}: {FactText.Of(c.Fact).Text} [{Cited.Source(c.Fact)}]");
        Say("Nobody says", f => f.State == "unknown", c => c.Label);
    }

    /// <summary>The bill of the cheapest route, or why there is none.</summary>
    public static void Cost(Document document, CostView cost, TrafficView traffic)
    {
        document.Paragraph($"Cost: {(cost.UsdPerMonth is null ? $"{cost.Display}. {Words.Sentence(cost.Why ?? "no route has a price")}." : $"{cost.Display} a month by {cost.ProviderName}, offer {cost.Offer}.")} {CostPart.Traffic(traffic)}");
        document.Bullets(cost.Lines.Select(l => (BulletItem)Cited.Sentence($"{l.Label}: {Format.Count(l.Quantity)} × {(l.UnitPrice is { } price ? Format.Usd(price) : "?")} = {(l.Usd is { } usd ? Format.Usd(usd) : "?")}", l.Claims)));
        foreach (var note in cost.Notes.Concat(cost.Doubt is { } doubt ? [doubt] : Array.Empty<string>())) document.Paragraph(note);
    }

    private static void Offers(Document document, ModelView model)
    {
        document.Paragraph($"{Words.Plural(model.Offers.Count, "route")}{(model.Offers.Count > OffersShown ? $", the first {OffersShown}" : "")}:");
        document.Table(new([new("Provider"), new("Input, $/1M"), new("Output, $/1M"), new("A month"), new("Source, date")],
            [.. model.Offers.Take(OffersShown).Select(o => new Row([new(o.ProviderName), FactText.Of(o.Prices["input"]), FactText.Of(o.Prices["output"]), new(o.UsdPerMonth is { } usd ? Format.Usd(usd) : "?"), new(Cited.Source(o.Prices["input"]))]))]));
    }

    private static void Results(Document document, ModelPageView page)
    {
        if (page.Benchmarks.Count == 0) return;
        document.Paragraph($"{Words.Plural(page.Benchmarks.Count, "benchmark result")}{(page.Benchmarks.Count > ResultsShown ? $", the first {ResultsShown}" : "")}:");
        document.Bullets(page.Benchmarks.Take(ResultsShown).SelectMany(r => r.Results.OfType<BenchmarkResultView>().Select(x => (BulletItem)Cited.Sentence($"{string.Join(" · ", new[] { r.Name, r.Category, r.Version }.Where(q => q is not null))}: {x.Display}{(BenchmarksViewBuilder.Beside(x) is { } beside ? $" ({beside})" : "")}", x.Claims))));
    }
}
