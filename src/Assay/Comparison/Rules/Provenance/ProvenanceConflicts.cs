using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Provenance;

/// <summary>Counts the facts of the page on which sources disagree, prices included.</summary>
internal sealed class ProvenanceConflicts : IComparisonRule
{
    public string Id => "provenance-conflicts";
    public Section Section => Section.Provenance;
    public int Order => 2;

    public IEnumerable<Finding> Evaluate(ComparisonContext context)
    {
        IFact[] disputed = [.. context.Canonical.SelectMany(PageClaims.Facts).Where(f => f.State is FactState.Disputed)];
        var all = context.Canonical.SelectMany(PageClaims.Facts).FirstOrDefault(f => f.Claims.Count > 0);
        yield return new()
        {
            Rule = Id, Section = Section, Models = [.. context.Models.Select(m => m.Id)],
            Decision = disputed.Length > 0 ? "conflicts" : all is null ? "unknown" : "none",
            Claims = disputed.Length > 0 ? Cited.Of(disputed) : all is null ? [] : Cited.Of(all),
            Text = disputed.Length == 0
                ? "No fact of this page is disputed among the sources we hold."
                : $"Sources disagree on {Words.Plural(disputed.Length, "fact")} of this page; each is shown with both values and the one the policy picks.",
        };
    }
}
