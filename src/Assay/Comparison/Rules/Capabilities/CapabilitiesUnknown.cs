using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Capabilities;

/// <summary>Names the capabilities of a model of which no confirmed statement is known. Silent where there is none.</summary>
internal sealed class CapabilitiesUnknown : FactRule
{
    public override string Id => "capabilities-unknown";
    public override Section Section => Section.Capabilities;
    public override int Order => 2;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        string[] open = [.. Capability.All.Where(c => CapabilityWords.Open(model, c)).Select(CapabilityWords.Name)];
        if (open.Length == 0) yield break;
        yield return open.Length == Capability.All.Count
            ? Say(model, "unknown", $"No capability of {model.Name} is known either way.", [])
            : Say(model, "unknown", $"Of {model.Name}, {open.Length} of {Capability.All.Count} capabilities {(open.Length == 1 ? "is" : "are")} unknown, which is not a no: {Words.List(open)}.", []);
    }
}
