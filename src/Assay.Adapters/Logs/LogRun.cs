using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>What a log holds, ready to be kept.</summary>
/// <param name="Run">Its samples name images by the hash of their bytes.</param>
/// <param name="Images">Files of those images by that hash, as the log has them: looked at by nobody yet.</param>
/// <param name="SuiteHash">Null to have it made of what the log says of its samples.</param>
public sealed record LogRun(ImportedRun Run, IReadOnlyDictionary<string, byte[]> Images, string? SuiteHash = null) : IDisposable
{
    /// <summary>Holds texts of the run; null where it holds them itself. Without it the run can be read no more.</summary>
    internal LogSpool? Spool { get; init; }

    public void Dispose() => Spool?.Dispose();
}
