using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>One fact that a page on a model rests on, with what it is about. A struct: pages walk thousands.</summary>
/// <param name="Offer">Whose price it is; null for a fact of the model itself.</param>
/// <param name="Price">What is paid for; null for a fact of the model itself.</param>
/// <param name="Name">The label of a fact of the model; null for a price.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct PageFact(Model Model, Offer? Offer, PriceComponent? Price, string? Name, IFact Fact)
{
    /// <summary>Id of the model or the offer.</summary>
    public string Subject => Offer is null ? Model.Id : Offer.Id.ToString();

    /// <summary>"Context window", "Input price above 200K".</summary>
    public string Label => Name ?? Price!.Kind.Label + " price" + (Price.When == PriceCondition.Always ? "" : " " + Price.When.Label);

    /// <summary>Every fact of a model, and the prices of its offers: the one list for provenance, conflicts and the claims of a page.</summary>
    public static IEnumerable<PageFact> Of(Model model)
    {
        PageFact Own(string label, IFact fact) => new(model, null, null, label, fact);
        foreach (var spec in Spec.All) yield return Own(spec.Label, spec.Of(model));
        foreach (var capability in Capability.All) yield return Own(capability.Label, model.Has(capability));
        foreach (var task in VisionTask.All) yield return Own(task.Label, model.Tasks[task]);
        yield return Own("Lifecycle", model.Lifecycle.Status);
        yield return Own("Announced to end", model.Lifecycle.Deprecated);
        yield return Own("Ends", model.Lifecycle.Retires);
        yield return Own("Successor", model.Lifecycle.Successor);
        foreach (var offer in model.Offers)
            foreach (var price in offer.Prices) yield return new(model, offer, price, null, price.Price);
    }
}
