using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>Reads the bytes of a snapshot from where the caller says it is.</summary>
internal static class SnapshotPath
{
    /// <summary>One file, whatever it is called on disk; or the folder that holds it under its own name.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="name">The source's own name of the file, under which it is kept.</param>
    /// <exception cref="ImportException">There is no such file, or it cannot be read.</exception>
    public static SnapshotFiles File(string path, string name) => Read(path, () =>
    {
        var file = Directory.Exists(path) ? Path.Combine(path, name) : path;
        if (!System.IO.File.Exists(file)) throw new ImportException($"There is no file '{file}': name {name}, or the folder that holds it.");
        return new([new(name, System.IO.File.ReadAllBytes(file))]);
    });

    /// <summary>The .json files of a folder and those below it that are wanted, named by their way from the folder.</summary>
    /// <exception cref="ImportException">There is no such folder, it cannot be read, or none of the files is there.</exception>
    public static SnapshotFiles Folder(string path, string expects, Func<string, bool> wanted) => Read(path, () =>
    {
        if (!Directory.Exists(path)) throw new ImportException($"There is no folder '{path}': name {expects}.");
        var files = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(f => wanted(f.Name))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new SnapshotFile(f.Name, System.IO.File.ReadAllBytes(f.File)))
            .ToArray();
        return files.Length > 0 ? new(files) : throw new ImportException($"The folder '{path}' holds none of the files: name {expects}.");
    });

    private static SnapshotFiles Read(string path, Func<SnapshotFiles> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
