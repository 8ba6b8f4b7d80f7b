using Xunit;

namespace Assay.Tests;

/// <summary>Where the files of tests are.</summary>
internal static class TestData
{
    public static string Repository { get; } = Above(AppContext.BaseDirectory, folder => File.Exists(Path.Combine(folder, "Assay.slnx")))
        ?? throw new InvalidOperationException("The tests run outside the repository: Assay.slnx is in no folder above them.");

    public static string Folder => Path.Combine(Repository, "tests", "Assay.Tests", "Data");

    /// <summary>The shared development data, which is beside a checkout and never in it; skips the test where it is not to be had.</summary>
    public static string Shared(string name)
    {
        var found = Above(Repository, folder => Directory.Exists(Path.Combine(folder, "shared", "data", name)));
        // A worktree may be elsewhere: the variable says where the folder "shared" is.
        found ??= Environment.GetEnvironmentVariable("ASSAY_SHARED") is { Length: > 0 } said ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(said)) : null;
        Assert.SkipWhen(found is null, $"shared/data/{name} is in no folder above the repository: the real snapshot is not to be had here.");
        return Path.Combine(found!, "shared", "data", name);
    }

    /// <summary>Compares with a committed text; ASSAY_UPDATE_GOLDEN=1 writes it anew.</summary>
    public static void ShouldBeGolden(string actual, string name)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("ASSAY_UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual, ignoreLineEndingDifferences: true);
    }

    private static string? Above(string folder, Func<string, bool> isIt)
    {
        for (var above = (string?)folder; above is not null; above = Path.GetDirectoryName(above))
            if (isIt(above)) return above;
        return null;
    }
}

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assay-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
