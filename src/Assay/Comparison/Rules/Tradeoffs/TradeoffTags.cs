using Assay.Catalog;

namespace Assay.Comparison.Rules.Tradeoffs;

/// <summary>Says what each model is tagged for and from which facts.</summary>
internal sealed class TradeoffTags : FactRule
{
    public override string Id => "tradeoff-tags";
    public override Section Section => Section.Tradeoffs;
    public override int Order => 7;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var tags = Standing.Of(model, catalog.AsOf).Tags;
        yield return tags.Count == 0
            ? Say(model, "unknown", $"{model.Name} has no tag: no confirmed fact gives one.", [])
            : Say(model, "tagged", $"{model.Name} is tagged {string.Join("; ", tags.Select(t => $"{t.Name} ({t.Reason})"))}.", [.. tags.SelectMany(t => t.Claims)]);
    }
}
