using System.Diagnostics;

namespace Assay.Bench;

/// <summary>The program as a whole process.</summary>
internal static class Child
{
    public static Process Start(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"'{program}' could not be started.");
    }

    /// <summary>Runs to its end; a failure ends the benchmark, because a failed run is no timing.</summary>
    public static void Run(string program, params string[] args)
    {
        using var process = Start(program, args);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{program} {string.Join(' ', args)}' ended with {process.ExitCode}: {error.Result}");
    }

    public static string NewFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), "assay-bench-" + Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(folder);
        return folder;
    }
}
