using Assay.Catalog;

namespace Assay.Comparison;

/// <summary>A row of the specification table.</summary>
/// <param name="Name">As in JSON: <c>context_window</c>.</param>
/// <param name="Label">As on the page.</param>
/// <param name="Of">The fact of a model.</param>
/// <param name="Unit"><c>tokens</c>, <c>parameters</c> or <c>GB</c>; null where the value needs none.</param>
public sealed record Spec(string Name, string Label, Func<Model, IFact> Of, string? Unit = null)
{
    /// <summary>As in a sentence: "context window", "release date".</summary>
    public string Noun => Name switch
    {
        "released" => "release date",
        "parameters_total" => "parameter count",
        "parameters_active" => "count of active parameters",
        "modalities_in" => "list of inputs",
        "modalities_out" => "list of outputs",
        "vram_gb" => "GPU memory",
        _ => char.ToLowerInvariant(Label[0]) + Label[1..],
    };

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<Spec> All { get; } =
    [
        new("released", "Released", m => m.Released),
        new("context_window", "Context window", m => m.ContextWindow, "tokens"),
        new("max_input", "Max input", m => m.MaxInput, "tokens"),
        new("max_output", "Max output", m => m.MaxOutput, "tokens"),
        new("parameters_total", "Parameters, total", m => m.ParametersTotal, "parameters"),
        new("parameters_active", "Parameters, active", m => m.ParametersActive, "parameters"),
        new("architecture", "Architecture", m => m.Architecture),
        new("modalities_in", "Modalities in", m => m.ModalitiesIn),
        new("modalities_out", "Modalities out", m => m.ModalitiesOut),
        new("licence", "Licence", m => m.Licence),
        new("weights", "Weights", m => m.Weights),
        new("commercial_use", "Commercial use", m => m.CommercialUse),
        new("knowledge_cutoff", "Knowledge cutoff", m => m.KnowledgeCutoff),
        new("family", "Family", m => m.Family),
        new("vram_gb", "GPU memory", m => m.VramGb, "GB"),
    ];
}
