using System.Globalization;
using Assay.Adapters.Storage;

namespace Assay.Adapters.Runs;

/// <summary>
/// Holds a run for one process. The system gives a file's lock back when its process ends, however it ends: no lock is left behind by one that was killed.
/// </summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <exception cref="StoreException">Another process has the run, or the folder cannot be written.</exception>
    public static RunLock Take(Store store, string run)
    {
        var path = PathOf(store, run);
        // Who only looks whether the run is held has its lock for a moment.
        for (var looks = 0; ; looks++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                File.WriteAllText(path + ".pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
                return new(held);
            }
            catch (IOException) when (looks < 4 && IsHeld(store, run))
            {
                Thread.Sleep(20);
            }
            catch (IOException e) when (IsHeld(store, run))
            {
                throw new StoreException($"Run {run} is under way in another process{Owner(path)}. Wait for it to end, or stop it there, then try again.", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StoreException($"The lock '{path}' cannot be written ({e.Message}). The data folder must be writable by this user.", e);
            }
        }
    }

    /// <summary>Whether some process, this one too, has the run.</summary>
    public static bool IsHeld(Store store, string run)
    {
        try
        {
            using var probe = new FileStream(PathOf(store, run), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Removes what is left of a lock, with its run.</summary>
    internal static void Forget(Store store, string run)
    {
        try
        {
            File.Delete(PathOf(store, run));
            File.Delete(PathOf(store, run) + ".pid");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty file is in nobody's way.
        }
    }

    private static string PathOf(Store store, string run) => Path.Combine(Path.GetDirectoryName(store.Path)!, "runs", run + ".lock");

    private static string Owner(string path)
    {
        try
        {
            return $" ({File.ReadAllText(path + ".pid")})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
