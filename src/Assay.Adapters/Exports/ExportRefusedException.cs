namespace Assay.Adapters.Exports;

/// <summary>The folder cannot be exported to. The message names it, what is allowed and the fix.</summary>
public sealed class ExportRefusedException(string message) : Exception(message);
