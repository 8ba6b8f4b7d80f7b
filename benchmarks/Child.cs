using System.Diagnostics;
using System.Globalization;

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
    public static void Run(string program, params string[] args) => Measure(program, args);

    /// <summary>As <see cref="Run"/>, with what it wrote, how long it took and the most memory it had.</summary>
    public static ChildRun Measure(string program, params string[] args)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Start(program, args);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0;
        // Told of a living process only; the peak of a process that has just ended is lost with it.
        while (!process.WaitForExit(5)) peak = Math.Max(peak, Memory(process.Id, "VmHWM"));
        process.WaitForExit();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{program} {string.Join(' ', args)}' ended with {process.ExitCode}: {error.Result}");
        return new(took, peak, output.Result);
    }

    /// <summary>Milliseconds that all cores together spent on a process, as the shell tells them of its children.</summary>
    public static double Processor(string program, params string[] args)
    {
        using var process = Start("/bin/sh", ["-c", "\"$0\" \"$@\" >/dev/null && times", program, .. args]);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{program} {string.Join(' ', args)}' ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
        // The last line is of the children, user and system: 0m0.110s 0m0.030s.
        return output.Trim().Split('\n')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Sum(t => t.TrimEnd('s').Split('m') is [var minutes, var seconds] ? (double.Parse(minutes, CultureInfo.InvariantCulture) * 60 + double.Parse(seconds, CultureInfo.InvariantCulture)) * 1000 : 0);
    }

    /// <summary>Megabytes of a living process: <c>VmRSS</c> now, <c>VmHWM</c> at most; 0 where the system does not tell.</summary>
    public static int Memory(int process, string what)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith(what, StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    public static string NewFolder()
    {
        var folder = Path.Combine(Path.GetTempPath(), "assay-bench-" + Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What a process did.</summary>
/// <param name="Milliseconds">From its start to its end.</param>
/// <param name="PeakMegabytes">The most memory it had; 0 where the system does not tell.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record ChildRun(double Milliseconds, int PeakMegabytes, string Output);
