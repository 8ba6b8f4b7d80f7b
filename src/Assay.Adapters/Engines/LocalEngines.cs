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

    /// <summary>Whether images can be read on this machine; until the engines' files are installed, which bring the library for it, they may not.</summary>
    public Func<bool> CanRead { get; init; } = () => true;

    /// <summary>Of every engine that was used.</summary>
    public IReadOnlyList<EngineState> States => [.. processes.Values.Select(p => p.State).OrderBy(s => s.Model, StringComparer.Ordinal)];

    /// <summary>Lets a model look at a picture. Every failure is an outcome; only cancellation throws.</summary>
    public Task<EngineOutcome> Run(LocalModel model, Pixels picture, double? minScore, IProgress<InstallStep>? progress, CancellationToken cancellationToken) =>
        Run(model, _ => Task.FromResult(picture), minScore, progress, cancellationToken);

    /// <inheritdoc cref="Run(LocalModel, Pixels, double?, IProgress{InstallStep}?, CancellationToken)"/>
    /// <param name="model">The model.</param>
    /// <param name="read">Reads the picture, once everything is installed; may throw <see cref="ImageException"/>.</param>
    /// <param name="minScore">The least score told; null for the engine's own.</param>
    /// <param name="progress">Is told how far an installation is.</param>
    /// <param name="cancellationToken">Ends the engine's process, too.</param>
    public async Task<EngineOutcome> Run(LocalModel model, Func<CancellationToken, Task<Pixels>> read, double? minScore, IProgress<InstallStep>? progress, CancellationToken cancellationToken)
    {
        if (model.Lacks() is { } lack) return new EngineOutcome.Failed(new(FailureKind.Engine, $"local/{model.Name}: {lack}"));
        switch (model.Files.Count > 0 || !CanRead() ? await installer.Install(progress, cancellationToken) : null)
        {
            case InstallOutcome.Failed failed:
                return new EngineOutcome.Failed(new(FailureKind.Engine, failed.Message) { MayPass = true });
            case InstallOutcome.Installed { New: true }:
                progress?.Report(new("Installed; the model is being loaded", null));
                break;
        }
        try
        {
            var picture = await read(cancellationToken);
            return await processes.GetOrAdd(model.Name, _ => new(model, program, installer.Folder, limits, time)).Run(picture, minScore, cancellationToken);
        }
        catch (ImageException e)
        {
            return new EngineOutcome.Failed(new(FailureKind.Engine, $"local/{model.Name}: {e.Message}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values) await process.DisposeAsync();
    }
}
