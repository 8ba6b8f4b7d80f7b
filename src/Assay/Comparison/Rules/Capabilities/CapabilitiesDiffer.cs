using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Capabilities;

/// <summary>Names the capabilities in which two models differ by known values, and those on which sources disagree. Unknown is no difference.</summary>
internal sealed class CapabilitiesDiffer : PairRule
{
    public override string Id => "capabilities-differ";
    public override Section Section => Section.Capabilities;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model first, Model second)
    {
        var only = CapabilityWords.Where(first, c => CapabilityWords.No(second, c));
        var other = CapabilityWords.Where(second, c => CapabilityWords.No(first, c));
        Capability[] differ = [.. only, .. other];
        if (differ.Length > 0)
        {
            string[] sides = [.. Side(first, only), .. Side(second, other)];
            yield return Say("differ", $"By known values {first.Name} and {second.Name} differ in {Words.Plural(differ.Length, "capability", "capabilities")}: {Words.List(sides)}.",
                CapabilityWords.Claims(differ, first, second), [first, second]);
        }
        else
        {
            var both = Capability.All.Where(c => !CapabilityWords.Open(first, c) && !CapabilityWords.Open(second, c)).ToArray();
            yield return both.Length > 0
                ? Say("same", $"Where both are known, {first.Name} and {second.Name} have the same capabilities ({Words.Plural(both.Length, "row")}).", CapabilityWords.Claims(both, first, second), [first, second])
                : Say("unknown", $"No capability is known of both {first.Name} and {second.Name}.", [], [first, second]);
        }
        var disputed = Capability.All.Where(c => first.Has(c).IsDisputed || second.Has(c).IsDisputed).ToArray();
        if (disputed.Length > 0)
            yield return Say("disputed", $"Sources disagree on {Words.List([.. disputed.Select(CapabilityWords.Name)])} of {Whose(disputed, first, second)}.",
                Cited.Of(disputed.SelectMany(c => new IFact[] { first.Has(c), second.Has(c) }).Where(f => f.State is FactState.Disputed)), [first, second]);
    }

    private static string[] Side(Model model, IReadOnlyList<Capability> only) =>
        only.Count == 0 ? [] : [$"only {model.Name} has {Words.List([.. only.Select(CapabilityWords.Name)])}"];

    private static string Whose(Capability[] disputed, Model first, Model second)
    {
        string[] names = [.. new[] { first, second }.Where(m => disputed.Any(c => m.Has(c).IsDisputed)).Select(m => m.Name)];
        return Words.List(names);
    }
}
