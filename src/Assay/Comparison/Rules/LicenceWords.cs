using Assay.Catalog;

namespace Assay.Comparison.Rules;

/// <summary>Licence and weights in one sentence, the same in the specifications and in the questions.</summary>
internal static class LicenceWords
{
    /// <summary><c>open-source</c>, <c>open-weights</c>, <c>closed</c>, <c>named</c> (a licence, and nothing on the weights) or <c>unknown</c>.</summary>
    public static (string Decision, string Text) Of(Model model)
    {
        var licence = model.Licence.TryGetConfirmed(out var named) ? named : null;
        var weights = model.Weights.TryGetConfirmed(out var said) ? said : null;
        var use = model.CommercialUse.TryGetConfirmed(out var commercial) ? commercial switch
        {
            "yes" => " Commercial use is allowed.",
            "no" => " Commercial use is not allowed.",
            _ => " Commercial use is subject to conditions.",
        } : "";
        return (licence, weights) switch
        {
            (null, null) => ("unknown", $"Neither licence nor weights of {model.Name} are known."),
            (_, "closed") => ("closed", $"The weights of {model.Name} are closed{(licence is null ? "" : $" (licence: {licence})")}.{use}"),
            ({ } osi, not null) when Licences.IsOpenSource(osi) => ("open-source", $"{model.Name} is open source, under {osi}.{use}"),
            ({ } other, not null) => ("open-weights", $"{model.Name} has open weights under {other}, which is not an open-source licence.{use}"),
            (null, not null) => ("open-weights", $"{model.Name} has open weights; no source we hold names the licence.{use}"),
            ({ } only, null) => ("named", $"{model.Name} comes under {only}; no source we hold says whether its weights can be downloaded.{use}"),
        };
    }
}
