using Assay.Catalog;

namespace Assay.Comparison.Rules.Faq;

/// <summary>A question about a pair with its answer. An answer takes no side: the verdict does.</summary>
internal abstract class FaqRule : PairRule
{
    public override Section Section => Section.Faq;

    protected Finding Answer(string decision, string question, string text, IReadOnlyList<Claim> claims, Model first, Model second) =>
        Say(decision, text, claims, [first, second], question: question);
}
