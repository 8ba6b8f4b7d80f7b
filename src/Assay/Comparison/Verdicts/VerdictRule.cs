using Assay.Catalog;

namespace Assay.Comparison.Verdicts;

/// <summary>The ladder: the first step that has something to say gives the verdict. docs/rules/verdict.md says it in words.</summary>
public static class VerdictRule
{
    private static readonly Func<PairEvidence, Verdict?>[] Ladder = [RetiredVerdict.Decide, EvidencedVerdict.Decide, UndecidedVerdict.Decide];

    /// <summary>One verdict for two models; for more, one for each against the baseline, in page order.</summary>
    public static IReadOnlyList<Verdict> Decide(ComparisonContext context) =>
        context.Models.Count == 2
            ? [Of(context, context.Models[0], context.Models[1])]
            : [.. context.Models.Where(m => !ReferenceEquals(m, context.Baseline)).Select(m => Of(context, context.Baseline, m))];

    private static Verdict Of(ComparisonContext context, Model first, Model second)
    {
        // The ladder sees the pair in an order of its own, so that it cannot prefer who stands first.
        var evidence = string.CompareOrdinal(first.Id, second.Id) <= 0 ? context.EvidenceOf(first, second) : context.EvidenceOf(second, first);
        var verdict = Ladder.Select(step => step(evidence)).OfType<Verdict>().First();
        return verdict with
        {
            First = first,
            Second = second,
            Decision = verdict.Winner is null ? verdict.Decision : ReferenceEquals(verdict.Winner, first) ? VerdictDecision.FirstBetter : VerdictDecision.SecondBetter,
        };
    }
}
