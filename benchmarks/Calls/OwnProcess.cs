using System.Diagnostics;

namespace Assay.Bench.Calls;

/// <summary>A part of a measurement in a process of its own: this program once more. It ends when its standard input does, as with its parent.</summary>
internal static class OwnProcess
{
    /// <summary>The process, and the address that it writes when it is ready.</summary>
    public static async Task<(Process Process, string Address)> StartAsync(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return (process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"'{string.Join(' ', arguments)}' did not start."));
    }
}
