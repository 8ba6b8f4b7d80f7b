using Assay.Adapters.Engines;
using Assay.Adapters.Engines.Child;
using Assay.Adapters.Engines.Files;
using Assay.Adapters.Images;
using Shouldly;
using Xunit;

namespace Assay.Tests.Engines;

/// <summary>The real engines in processes of their own, one set for all tests of a class.</summary>
public sealed class RunningEngines : IAsyncLifetime
{
    private LocalEngines? engines;

    /// <summary>Skips the test where the files are not installed.</summary>
    public LocalEngines Engines => engines ??= Make(InstalledEngines.Folder(), EngineProgram.Of("assay"), new());

    internal static LocalEngines Make(EngineFolder folder, EngineProgram program, EngineLimits limits) => new(new(folder, TimeProvider.System), program, limits, TimeProvider.System);

    public async Task<string> Text(string model, Pixels picture, double? minScore = null) =>
        (await Engines.Run(LocalModel.Find(model)!, picture, minScore, null, TestContext.Current.CancellationToken)).ShouldBeOfType<EngineOutcome.Replied>().Reply.Text;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => engines?.DisposeAsync() ?? ValueTask.CompletedTask;
}
