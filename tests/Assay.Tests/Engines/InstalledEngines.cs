using Assay.Adapters.Engines.Files;
using Xunit;

namespace Assay.Tests.Engines;

/// <summary>The real files of the local engines, which <c>./test</c> installs once.</summary>
internal static class InstalledEngines
{
    /// <summary>Skips the test where they are not installed.</summary>
    public static EngineFolder Folder()
    {
        var folder = new EngineFolder(Environment.GetEnvironmentVariable(EngineFolder.Variable) is { Length: > 0 } set ? set : Path.Combine(TestData.Repository, "artifacts", "engines"));
        Assert.SkipUnless(folder.IsInstalled, $"The local engines are not in '{folder.Root}': ./test installs them where npm reaches its registry.");
        return folder;
    }
}
