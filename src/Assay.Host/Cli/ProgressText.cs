using System.Globalization;
using Assay.Adapters.Sync;
using Assay.Units;

namespace Assay.Host.Cli;

/// <summary>Tells of a sync while it runs: one line that changes on a terminal, one line for each step elsewhere.</summary>
public sealed class ProgressText(TextWriter error, bool terminal, bool quiet) : IProgress<SyncStep>, IDisposable
{
    private const string Clear = "\r\u001b[2K";

    private (string Feed, string Stage, string Detail) last;
    private bool open;

    public void Report(SyncStep value)
    {
        if (quiet) return;
        if (terminal)
        {
            error.Write(Clear + Line(value));
            error.Flush();
            open = true;
            return;
        }
        // Elsewhere a step is told once, not with every part that comes.
        if (value.Stage != "fetching" && (value.Feed, value.Stage, value.Detail) != last) error.WriteLine(Line(value));
        last = (value.Feed, value.Stage, value.Detail);
    }

    /// <summary>Leaves the terminal's line empty for the answer.</summary>
    public void Dispose()
    {
        if (open) error.Write(Clear);
        open = false;
    }

    private static string Line(SyncStep step) => step.Stage switch
    {
        "fetching" => $"{step.Feed}: {Megabytes(step.Bytes)}{(step.Of is { } of ? " of " + Megabytes(of) : "")}",
        _ => Visible.Of($"{step.Feed}: {step.Stage} {step.Detail}").TrimEnd(),
    };

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
