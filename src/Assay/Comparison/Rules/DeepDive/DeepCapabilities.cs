using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.DeepDive;

/// <summary>The capability footprint of a model: how many are known to be there, known to be missing, and unknown.</summary>
internal sealed class DeepCapabilities : FactRule
{
    public override string Id => "deep-capabilities";
    public override Section Section => Section.DeepDive;
    public override int Order => 1;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        Capability[] yes = [.. Capability.All.Where(c => CapabilityWords.Yes(model, c))];
        Capability[] no = [.. Capability.All.Where(c => CapabilityWords.No(model, c))];
        if (yes.Length + no.Length == 0)
        {
            yield return Say(model, "unknown", $"Of the {Capability.All.Count} capabilities compared here none is known of {model.Name}.", []);
            yield break;
        }
        var open = Capability.All.Count(c => CapabilityWords.Open(model, c));
        var has = yes.Length == 0 ? "is known to have none" : $"is known to have {Words.List([.. yes.Select(CapabilityWords.Name)])}";
        var lacks = no.Length == 0 ? "" : $"; it is said to lack {Words.List([.. no.Select(CapabilityWords.Name)])}";
        var rest = open == 0 ? "" : $"; {open} {(open == 1 ? "is" : "are")} unknown";
        yield return Say(model, "footprint", $"Of the {Capability.All.Count} capabilities compared here, {model.Name} {has}{lacks}{rest}.", CapabilityWords.Claims(yes.Concat(no), model));
    }
}
