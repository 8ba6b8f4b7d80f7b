using Assay.Catalog;

namespace Assay.Comparison.Rules.Faq;

/// <summary>Is either open source? "Open source" only for an OSI licence; else open weights under their terms, closed, or unknown.</summary>
internal sealed class FaqOpen : FaqRule
{
    public override string Id => "faq-open";
    public override int Order => 3;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var (a, b) = (LicenceWords.Of(first), LicenceWords.Of(second));
        var decision = a.Decision == "unknown" && b.Decision == "unknown" ? "unknown" : "told";
        yield return Answer(decision, $"Is {first.Name} or {second.Name} open source?", $"{a.Text} {b.Text}",
            decision == "unknown" ? [] : Cited.Of(first.Licence, first.Weights, second.Licence, second.Weights), first, second);
    }
}
