using System.Globalization;
using Assay.Adapters.Engines.Files;

namespace Assay.Host.Cli;

/// <summary>Tells of an installation while it runs: one line that changes on a terminal, each tenth of the way elsewhere.</summary>
internal sealed class InstallText(TextWriter error, bool terminal, bool quiet) : IProgress<InstallStep>, IDisposable
{
    private const string Clear = "\r\u001b[2K";

    private string? last;

    public void Report(InstallStep value)
    {
        if (quiet) return;
        var percent = value.Done is { } done ? $" ({(done * 100).ToString("0", CultureInfo.InvariantCulture)} %)" : "";
        var step = terminal ? value.Words + percent : $"{value.Words.Split(':')[0]}{(value.Done is { } part ? (int)(part * 10) : "")}";
        if (step == last) return;
        last = step;
        if (terminal) error.Write(Clear + value.Words + percent);
        else error.WriteLine(value.Words + percent);
        error.Flush();
    }

    /// <summary>Leaves the terminal's line empty for the answer.</summary>
    public void Dispose()
    {
        if (terminal && last is not null) error.Write(Clear);
        last = null;
    }
}
