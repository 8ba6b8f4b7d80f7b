namespace Assay.Host.Evaluation.Exports;

/// <summary>A form that a run can be written in.</summary>
/// <param name="Name">As commands and addresses write it.</param>
/// <param name="Model">Place of the model, for the one format that holds one only; null for all.</param>
public sealed record ExportFormat(string Name, string MediaType, string Extension, int? Model = null);
