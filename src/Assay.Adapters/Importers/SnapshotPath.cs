using Assay.Adapters.Storage;

namespace Assay.Adapters.Importers;

/// <summary>Reads the bytes of a snapshot from where the caller says it is.</summary>
internal static class SnapshotPath
{
    /// <summary>One file, whatever it is called on disk; or the folder that holds it under its own name.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="name">The source's own name of the file, under which it is kept.</param>
    /// <exception cref="ImportException">There is no such file, or it cannot be read.</exception>
    public static SnapshotFiles File(string path, string name, string? expects = null) => Read(path, () =>
    {
        var file = Directory.Exists(path) ? Path.Combine(path, name) : path;
        if (!System.IO.File.Exists(file)) throw new ImportException($"There is no file '{file}': name {expects ?? name + ", or the folder that holds it"}.");
        return new([new(name, Bytes(file, ImportLimits.SnapshotBytes))]);
    });

    /// <summary>Some files of one folder by their own names; those that are not there are left out.</summary>
    public static SnapshotFiles Files(string folder, IEnumerable<(string Name, string As)> names) =>
        Read(folder, () => All(names.Select(n => (File: Path.Combine(folder, n.Name), Name: n.As)).Where(f => System.IO.File.Exists(f.File))));

    /// <summary>The .json files of a folder and those below it that are wanted, named by their way from the folder.</summary>
    /// <exception cref="ImportException">There is no such folder, it cannot be read, or none of the files is there.</exception>
    /// <param name="path">The folder.</param>
    /// <param name="expects">What it has to be, for messages.</param>
    /// <param name="wanted">By the way from the folder.</param>
    /// <param name="pattern">Of names of files.</param>
    public static SnapshotFiles Folder(string path, string expects, Func<string, bool> wanted, string pattern = "*.json") => Read(path, () =>
    {
        if (!Directory.Exists(path)) throw new ImportException($"There is no folder '{path}': name {expects}.");
        var files = All(Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(f => wanted(f.Name)));
        return files.Files.Count > 0 ? files : throw new ImportException($"The folder '{path}' holds none of the files: name {expects}.");
    });

    private static SnapshotFiles All(IEnumerable<(string File, string Name)> wanted)
    {
        var files = new List<SnapshotFile>();
        var left = ImportLimits.SnapshotBytes;
        foreach (var (file, name) in wanted)
        {
            if (files.Count == ImportLimits.Files) throw new ImportException($"There are more than {ImportLimits.Files:#,0} files: '{file}' is one too many. No snapshot has so many; name the folder itself.");
            files.Add(new(name, Bytes(file, left)));
            left -= files[^1].Bytes.Length;
        }
        return new(files);
    }

    private static byte[] Bytes(string file, long most)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        // Not every file knows its length: a pipe is counted as it is read.
        var bytes = stream is { CanSeek: true, Length: > 0 } && stream.Length <= most ? new byte[stream.Length] : null;
        if (bytes is not null)
        {
            stream.ReadExactly(bytes);
            return bytes;
        }
        return Counted(stream, most) ?? throw new ImportException(
            $"'{file}' is too large: the files of a snapshot have at most {ImportLimits.SnapshotBytes:#,0} bytes together. No source publishes so much; see whether it is the right file.");
    }

    private static byte[]? Counted(FileStream stream, long most)
    {
        if (stream.CanSeek && stream.Length > most) return null;
        using var all = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            if (all.Length + read > most) return null;
            all.Write(part, 0, read);
        }
        return all.ToArray();
    }

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
