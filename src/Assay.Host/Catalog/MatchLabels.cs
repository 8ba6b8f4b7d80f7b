namespace Assay.Host.Catalog;

/// <summary>Kinds of decisions in the words of a page.</summary>
public static class MatchLabels
{
    public static string Of(OfferView offer) => offer.MatchKind switch
    {
        "dated" or "snapshot" => offer.Release is null ? "snapshot" : $"snapshot {offer.Release}",
        "region" => "regional route",
        "free" => "free route",
        "tee" => "in a trusted execution environment",
        "alias" => "name that moves",
        "quant" => "other precision",
        "tier" => "other class of service",
        "mode" => "a mode",
        "finetune" => "tuned by somebody else",
        "wrapper" => "product around it",
        "lora" => "takes LoRA adapters",
        "context" => "other context length",
        "moving_alias" => "name that moves",
        "nonmodel" => "not a model",
        "router" => "router",
        "ambiguous" => "ambiguous name",
        "unknown" => "unknown",
        _ => "",
    };
}
