using Assay.Evaluation;

namespace Assay.Adapters.Logs;

/// <summary>What a log holds, ready to be kept.</summary>
/// <param name="Run">Its samples name images by the hash of their bytes.</param>
/// <param name="Images">Those images by that hash.</param>
/// <param name="SuiteHash">Null to have it made of what the log says of its samples.</param>
public sealed record LogRun(ImportedRun Run, LogImages Images, string? SuiteHash = null) : IDisposable
{
    /// <summary>The run can be read no more: its texts may lie where its images do.</summary>
    public void Dispose() => Images.Dispose();
}
