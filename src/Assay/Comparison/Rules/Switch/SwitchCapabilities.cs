using Assay.Catalog;

namespace Assay.Comparison.Rules.Switch;

/// <summary>Says what is gained and lost where both sides are known, and what nobody can promise because no source speaks of the target.</summary>
internal sealed class SwitchCapabilities : SwitchRule
{
    public override string Id => "switch-capabilities";
    public override int Order => 5;

    protected override IEnumerable<Finding> Evaluate(ComparisonContext context, Model from, Model to)
    {
        if (context.IsRetired(to)) yield break;
        var gained = CapabilityWords.Where(to, c => CapabilityWords.No(from, c));
        var lost = CapabilityWords.Where(from, c => CapabilityWords.No(to, c));
        var open = CapabilityWords.Where(from, c => CapabilityWords.Open(to, c));
        if (gained.Count > 0) yield return Say(from, to, "gained", $"Gained: {CapabilityWords.List(gained)}.", CapabilityWords.Claims(gained, to, from));
        if (lost.Count > 0) yield return Say(from, to, "lost", $"Lost: {CapabilityWords.List(lost)}, which {to.Name} is said not to have.", CapabilityWords.Claims(lost, from, to));
        if (open.Count > 0) yield return Say(from, to, "unknown", $"Unknown: {from.Name} has {CapabilityWords.List(open)}, and no source says whether {to.Name} does.", CapabilityWords.Claims(open, from));
        if (gained.Count + lost.Count + open.Count > 0) yield break;
        var kept = CapabilityWords.Where(from, c => CapabilityWords.Yes(to, c));
        yield return kept.Count > 0
            ? Say(from, to, "kept", $"Kept: {CapabilityWords.List(kept)}. Nothing is known to be lost.", CapabilityWords.Claims(kept, from, to))
            : Say(from, to, "unknown", $"No capability of {from.Name} is known, so nothing can be said of gain or loss.", []);
    }
}
