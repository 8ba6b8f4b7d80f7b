using System.Collections.Concurrent;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Assay.Calls;

namespace Assay.Adapters.Engines;

/// <summary>
/// The models of this machine: installs their files when the first is needed, and runs each in a process of its own. Safe for use by many threads;
/// disposing it ends every process.
/// </summary>
/// <param name="installer">Brings the files.</param>
/// <param name="program">How a process is started.</param>
/// <param name="limits">What one may take.</param>
/// <param name="time">Clock of time-outs and pauses.</param>
public sealed class LocalEngines(EngineInstaller installer, EngineProgram program, EngineLimits limits, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, EngineProcess> processes = new(StringComparer.Ordinal);

    public EngineFolder Folder => installer.Folder;

    /// <summary>Of every engine that was used.</summary>
    public IReadOnlyList<EngineState> States => [.. processes.Values.Select(p => p.State).OrderBy(s => s.Model, StringComparer.Ordinal)];

    /// <summary>Lets a model look at a picture. Every failure is an outcome; only cancellation throws.</summary>
    public async Task<EngineOutcome> Run(LocalModel model, Pixels picture, double? minScore, IProgress<InstallStep>? progress, CancellationToken cancellationToken)
    {
        if (model.Lacks() is { } lack) return new EngineOutcome.Failed(new(FailureKind.Engine, $"local/{model.Name}: {lack}"));
        if (model.Files.Count > 0 && await installer.Install(progress, cancellationToken) is InstallOutcome.Failed failed)
            return new EngineOutcome.Failed(new(FailureKind.Engine, failed.Message) { MayPass = true });
        return await processes.GetOrAdd(model.Name, _ => new(model, program, installer.Folder, limits, time)).Run(picture, minScore, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values) await process.DisposeAsync();
    }
}
