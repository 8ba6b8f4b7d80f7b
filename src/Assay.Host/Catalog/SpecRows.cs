using Assay.Catalog;

namespace Assay.Host.Catalog;

/// <summary>The rows of the specification table, in order: JSON key, label, unit and fact.</summary>
public static class SpecRows
{
    public sealed record Row(string Key, string Label, string? Unit, Func<Model, IFact> Fact);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("released", "Released", null, m => m.Released),
        new("context_window", "Context window", "tokens", m => m.ContextWindow),
        new("max_input", "Max input", "tokens", m => m.MaxInput),
        new("max_output", "Max output", "tokens", m => m.MaxOutput),
        new("parameters_total", "Parameters, total", "parameters", m => m.ParametersTotal),
        new("parameters_active", "Parameters, active", "parameters", m => m.ParametersActive),
        new("architecture", "Architecture", null, m => m.Architecture),
        new("modalities_in", "Takes", null, m => m.ModalitiesIn),
        new("modalities_out", "Gives", null, m => m.ModalitiesOut),
        new("licence", "Licence", null, m => m.Licence),
        new("weights", "Weights", null, m => m.Weights),
        new("commercial_use", "Commercial use", null, m => m.CommercialUse),
        new("knowledge_cutoff", "Knowledge cutoff", null, m => m.KnowledgeCutoff),
        new("family", "Family", null, m => m.Family),
        new("vram_gb", "GPU memory", "GB", m => m.VramGb),
    ];
}
