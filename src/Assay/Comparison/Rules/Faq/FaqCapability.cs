using Assay.Catalog;

namespace Assay.Comparison.Rules.Faq;

/// <summary>One question a capability that at least one of two models is known to have: both, one against a known no, or one against an unknown.</summary>
internal sealed class FaqCapability : FaqRule
{
    public override string Id => "faq-capability";
    public override int Order => 4;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        foreach (var capability in Capability.All)
        {
            var (a, b) = (CapabilityWords.Yes(first, capability), CapabilityWords.Yes(second, capability));
            if (!a && !b) continue;
            var name = CapabilityWords.Name(capability);
            var question = $"Which has {name}, {first.Name} or {second.Name}?";
            var claims = Cited.Of(first.Has(capability), second.Has(capability));
            var (has, other) = a ? (first, second) : (second, first);
            var ending = context.IsRetired(has) ? $" {has.Name} {LifecycleWords.Predicate(has.Lifecycle, context.Day)}, though." : "";
            if (a && b) yield return Answer("both", question, $"Both, by their sources: each {(capability.OfTheService ? $"has {name}, as a service around the model" : capability.Meaning)}.", claims, first, second);
            else if (CapabilityWords.No(other, capability)) yield return Answer("one", question, $"{has.Name}. A source says that {other.Name} does not have it.{ending}", claims, first, second);
            else yield return Answer("one-unknown", question, $"{has.Name} has it; for {other.Name} no source says, which is not a no.{ending}", claims, first, second);
        }
    }
}
