using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Assay.Adapters.Exports;

/// <summary>
/// A folder that exports own a part of: writes what differs, takes away what is gone, and touches nothing that another put there. A file appears whole or
/// not at all; an export that was interrupted can be repeated. <see cref="Write"/> is thread-safe.
/// </summary>
public sealed class ExportFolder : IDisposable
{
    private const string Workshop = ".assay-export.tmp";

    private readonly string root;
    private readonly SortedDictionary<string, ExportedFile?> before;
    private readonly ConcurrentDictionary<string, ExportedFile> now = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> folders = new(StringComparer.Ordinal);
    private readonly bool force, wasComplete;
    private readonly FileStream held;
    private Lazy<bool> marked = new(true);
    private long temporary, written, bytes;

    private ExportFolder(string root, ExportManifest? manifest, bool force, FileStream held) =>
        (this.root, before, wasComplete, this.force, this.held) = (root, manifest?.Files ?? new(StringComparer.Ordinal), manifest?.Complete ?? false, force, held);

    public int Files => now.Count;
    public long Written => Interlocked.Read(ref written);
    public long BytesWritten => Interlocked.Read(ref bytes);

    /// <param name="path">Made where it does not exist.</param>
    /// <param name="force">Whether a folder that holds other things may be used; what is in the way of a page is then written over.</param>
    /// <exception cref="ExportRefusedException">It holds other things, or another export is writing into it.</exception>
    public static ExportFolder Open(string path, bool force)
    {
        var at = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(at)) throw new ExportRefusedException($"'{path}' is a file: name a folder.");
        var workshop = Path.Combine(at, Workshop);
        var manifest = ExportManifest.Read(at);
        if (manifest is null && !force && Directory.Exists(at) && Directory.EnumerateFileSystemEntries(at).Any(e => e != workshop))
            throw new ExportRefusedException($"'{path}' is not empty, and no export made it: name another folder, or give --force to write between what is there.");
        Directory.CreateDirectory(workshop);
        FileStream lockFile;
        try
        {
            lockFile = new(Path.Combine(workshop, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new ExportRefusedException($"Another export is writing into '{path}': wait for its end, or name another folder.");
        }
        foreach (var left in Directory.EnumerateFiles(workshop).Where(f => Path.GetFileName(f) != "lock")) File.Delete(left);
        return new(at, manifest, force, lockFile);
    }

    /// <summary>Says what is going to be written, so that an export that is interrupted leaves no file behind that nobody knows.</summary>
    /// <exception cref="ExportRefusedException">A file of somebody else is in the way.</exception>
    public void Begin(IEnumerable<string> paths)
    {
        var meant = new SortedDictionary<string, ExportedFile?>(before, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!MayBeWritten(path)) throw new ArgumentException($"'{path}' is no path within a folder.", nameof(paths));
            if (!meant.TryAdd(path, null)) continue;
            if (!force && Path.Exists(FullPath(path)))
                throw new ExportRefusedException($"'{FullPath(path)}' is in the way, and no export made it: move it, name another folder, or give --force to write over it.");
        }
        // Before the first file that changes, and never for an export that changes nothing.
        marked = new(() =>
        {
            WriteManifest(new(ExportManifest.Version, Complete: false, meant));
            return true;
        });
    }

    /// <summary>Whether a path, parted by <c>/</c>, stays in the folder and can be the name of a file.</summary>
    public static bool MayBeWritten(string path) =>
        path.Length > 0 && path.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && System.Text.Encoding.UTF8.GetByteCount(part) <= 255
            && part.AsSpan().IndexOfAny('\\', '\0') < 0 && part.AsSpan().IndexOfAnyInRange('\u0001', '\u001f') < 0) && !path.StartsWith(Workshop, StringComparison.Ordinal) && path != ExportManifest.Name;

    /// <summary>Writes a file, unless it is there already with the same bytes: then it keeps its date.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Write(string path, ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        var file = new ExportedFile(content.Length, Convert.ToHexStringLower(hash));
        now[path] = file;
        if (IsThere(path, file, content) || !marked.Value) return false;
        Put(path, content);
        Interlocked.Increment(ref written);
        Interlocked.Add(ref bytes, content.Length);
        return true;
    }

    /// <summary>As the list says; after an export that was interrupted, as the bytes say.</summary>
    private bool IsThere(string path, ExportedFile file, ReadOnlySpan<byte> content)
    {
        if (!before.TryGetValue(path, out var known) || (wasComplete && known != file)) return false;
        var there = new FileInfo(FullPath(path));
        return there.Exists && there.Length == file.Size && (wasComplete || content.SequenceEqual(File.ReadAllBytes(there.FullName)));
    }

    private void Put(string path, ReadOnlySpan<byte> content)
    {
        var full = FullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        // Told only once it is there: another thread may write its next file.
        if (!folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            folders.TryAdd(folder, true);
        }
        var part = Path.Combine(root, Workshop, Interlocked.Increment(ref temporary).ToString(System.Globalization.CultureInfo.InvariantCulture));
        // A new one: a file that is opened to be emptied is written to the disk at once when it is closed.
        using (var handle = File.OpenHandle(part, FileMode.CreateNew, FileAccess.Write, FileShare.None)) RandomAccess.Write(handle, content, 0);
        File.Move(part, full, overwrite: true);
    }

    /// <summary>Deletes what earlier exports wrote and this one did not, and writes down what there is.</summary>
    /// <returns>How many files were deleted.</returns>
    public int Finish()
    {
        var deleted = 0;
        foreach (var gone in before.Keys.Where(p => !now.ContainsKey(p)))
        {
            var full = FullPath(gone);
            if (File.Exists(full) && marked.Value)
            {
                File.Delete(full);
                deleted++;
            }
            for (var folder = Path.GetDirectoryName(full)!; folder.Length > root.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!) Directory.Delete(folder);
        }
        if (Written > 0 || deleted > 0 || !wasComplete || before.Count != now.Count)
            WriteManifest(new(ExportManifest.Version, Complete: true, new(now.ToDictionary(f => f.Key, f => (ExportedFile?)f.Value), StringComparer.Ordinal)));
        return deleted;
    }

    private void WriteManifest(ExportManifest manifest) => Put(ExportManifest.Name, manifest.ToBytes());

    private string FullPath(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    public void Dispose()
    {
        held.Dispose();
        var workshop = Path.Combine(root, Workshop);
        if (Directory.Exists(workshop)) Directory.Delete(workshop, recursive: true);
    }
}
