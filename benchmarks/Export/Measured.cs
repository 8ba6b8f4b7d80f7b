using System.Diagnostics;

namespace Assay.Bench.Export;

/// <summary>What a process took.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="Processor">Of all its threads.</param>
/// <param name="PeakMegabytes">The most memory it had; 0 where nobody looked.</param>
internal sealed record Measured(double Seconds, TimeSpan Processor, int PeakMegabytes)
{
    public static Measured Of(string program, string[] arguments, string? folder = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' could not be started.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (peak, processor) = (0, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, Child.Memory(process.Id, "VmHWM"));
            processor = process.TotalProcessorTime;
        }
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}: {error.Result}{output.Result}");
        return new(took, processor, peak);
    }
}
