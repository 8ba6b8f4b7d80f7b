using Assay.Catalog;
using Assay.Units;

namespace Assay.Comparison.Rules.Lead;

/// <summary>Says what a model is: maker, release, weights, size, what goes in and out, window. Only what is confirmed, and no adjective.</summary>
internal sealed class LeadModel : FactRule
{
    public override string Id => "lead-model";
    public override Section Section => Section.Lead;

    protected override IEnumerable<Finding> Evaluate(CatalogSnapshot catalog, Model model)
    {
        var used = new List<IFact>();
        var kind = "a model";
        if (model.Weights.TryGetConfirmed(out var weights))
        {
            kind = weights == "open" ? "an open-weights model" : "a closed model";
            used.Add(model.Weights);
        }
        var text = $"{model.Name} is {kind} from {model.Organization.Name}{Size(model, used)}{Release(model, used)}.{Surface(model, used)}";
        yield return used.Count > 0
            ? Say(model, "described", text, Cited.Of(used))
            : Say(model, "unknown", $"Of {model.Name} from {model.Organization.Name} no source we hold says more than the name.", []);
    }

    private static string Size(Model model, List<IFact> used)
    {
        if (!model.ParametersTotal.TryGetConfirmed(out var total)) return "";
        used.Add(model.ParametersTotal);
        if (!model.ParametersActive.TryGetConfirmed(out var active) || active >= total) return $" with {Format.Count(total)} parameters";
        used.Add(model.ParametersActive);
        return $" with {Format.Count(total)} parameters, {Format.Count(active)} of them active for a token";
    }

    private static string Release(Model model, List<IFact> used)
    {
        if (!model.Released.TryGetConfirmed(out var released)) return "";
        used.Add(model.Released);
        return $", released {Words.On(released)}";
    }

    private static string Surface(Model model, List<IFact> used)
    {
        var parts = new List<string>();
        if (model.ModalitiesIn.TryGetConfirmed(out var takes) && takes.Count > 0)
        {
            parts.Add("takes " + Modalities.Names(takes));
            used.Add(model.ModalitiesIn);
        }
        if (model.ModalitiesOut.TryGetConfirmed(out var gives) && gives.Count > 0)
        {
            parts.Add("returns " + Modalities.Names(gives));
            used.Add(model.ModalitiesOut);
        }
        if (model.ContextWindow.TryGetConfirmed(out var window))
        {
            parts.Add($"has a context window of {window} tokens");
            used.Add(model.ContextWindow);
        }
        return parts.Count == 0 ? "" : $" It {Words.List(parts)}.";
    }
}
