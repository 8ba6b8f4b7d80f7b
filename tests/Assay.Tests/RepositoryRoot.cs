namespace Assay.Tests;

/// <summary>Where the repository lies, found from where the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Assay.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"There is no Assay.slnx above '{AppContext.BaseDirectory}': run the tests from a checkout.");
    }
}
