using Assay.Catalog;
using Assay.Comparison;
using Assay.Host.Catalog;
using Assay.Host.Cli.Text;
using Assay.Host.Comparison;
using Assay.Units;

namespace Assay.Host.Cli.Documents;

/// <summary>Every claim behind every figure of one model: the value as quoted, who says it, where, when, of what, and why it was picked.</summary>
internal static class EvidencePart
{
    public static void Write(Document document, ModelPageView page)
    {
        document.Heading(2, "Why: every claim behind every figure");
        Facts(document, "Lifecycle", Lifecycle(page.Model.Lifecycle));
        Facts(document, "Specs", Spec.All.Select(r => (r.Label, page.Model.Specs[r.Name])));
        Facts(document, "Capabilities", Capability.All.Select(c => (c.Label, page.Model.Capabilities[c.Name])));
        Facts(document, "Vision tasks", VisionTask.All.Select(t => (t.Label, page.Model.Tasks[t.Name])));
        foreach (var offer in page.Model.Offers) Facts(document, $"Offer {offer.Id}", Terms(offer), $"{Words.Sentence(offer.Match)}.");
        foreach (var variant in page.Model.Variants) Facts(document, $"Variant {variant.Id}", Terms(variant), $"{Words.Sentence(variant.Match)}.");
        Results(document, page.Benchmarks);
    }

    private static IEnumerable<(string Label, FactView Fact)> Lifecycle(LifecycleView lifecycle) =>
        [("Status", lifecycle.Status), ("Announced to end", lifecycle.Deprecated), ("Ends", lifecycle.Retires), ("Successor", lifecycle.Successor)];

    private static IEnumerable<(string Label, FactView Fact)> Terms(OfferView offer)
    {
        foreach (var (kind, price) in offer.Prices) yield return (Label(kind), price);
        foreach (var tier in offer.Tiers)
            foreach (var (kind, price) in tier.Prices) yield return ($"{Label(kind)} {tier.Label}", price);
        yield return ("Free tier", offer.FreeTier);
        yield return ("Context window", offer.ContextWindow);
        yield return ("Max output", offer.MaxOutput);
        yield return ("Takes", offer.ModalitiesIn);
    }

    private static string Label(string kind) => (PriceKind.Find(kind)?.Label ?? kind) + " price";

    private static void Facts(Document document, string heading, IEnumerable<(string Label, FactView Fact)> facts, string? note = null)
    {
        var told = facts.Where(f => f.Fact.Claims.Count > 0).Select(f => Fact(f.Label, f.Fact)).ToArray();
        if (told.Length == 0 && note is null) return;
        document.Heading(3, heading);
        if (note is not null) document.Paragraph(note);
        document.Bullets(told);
    }

    private static BulletItem Fact(string label, FactView fact) => new(
        new($"{label}: {FactText.Of(fact, exact: true).Text}{(fact.Why is null ? "" : $"; {fact.Why}")}"), null,
        [.. fact.Claims.Select(c => ClaimLines.Of(c, mark: fact.Claims.Count > 1))]);

    private static void Results(Document document, IReadOnlyList<BenchmarkRowView> rows)
    {
        if (rows.Count == 0) return;
        document.Heading(3, "Benchmarks").Bullets(rows.SelectMany(r => r.Results.OfType<BenchmarkResultView>().Select(x =>
            new BulletItem(new($"{string.Join(" · ", new[] { r.Name, r.Category, r.Metric, r.Version, r.Settings }.Where(q => q is not null))}: {x.Display}"), null,
                [.. x.Claims.Select(c => ClaimLines.Of(c, mark: x.Claims.Count > 1))]))));
    }
}
