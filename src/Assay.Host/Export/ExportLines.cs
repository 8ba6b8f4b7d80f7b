using System.Globalization;
using Assay.Units;

namespace Assay.Host.Export;

/// <summary>How an export goes, and what came of it, in words.</summary>
internal sealed class ExportLines(TextWriter error, bool terminal, bool quiet, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5), Blink = TimeSpan.FromMilliseconds(250);
    private const string Clear = "\r\u001b[2K";

    public async Task Follow(Task going, Func<ExportStep?> now)
    {
        if (quiet) return;
        var (began, first, told) = (time.GetTimestamp(), (ExportStep?)null, false);
        while (await Task.WhenAny(going, Task.Delay(terminal ? Blink : Between, time)) != going)
        {
            if (now() is not { } step) continue;
            if (first is null) (first, began) = (step, time.GetTimestamp());
            await error.WriteAsync(terminal ? Clear + Line(step, first, time.GetElapsedTime(began)) : Line(step, first, time.GetElapsedTime(began)) + Environment.NewLine);
            await error.FlushAsync();
            told = true;
        }
        if (terminal && told) await error.WriteAsync(Clear);
    }

    /// <summary>"1,200 of 4,000 files, 1,034 a second, 3 s left".</summary>
    private static string Line(ExportStep step, ExportStep first, TimeSpan since)
    {
        var line = $"{Format.Exact(step.Done)} of {Format.Exact(step.Total)} files, {Size(step.Bytes)}";
        var rate = since.TotalSeconds > 0 ? (step.Done - first.Done) / since.TotalSeconds : 0;
        return rate <= 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line}, {rate:#,0} a second, {Math.Ceiling((step.Total - step.Done) / rate):#,0} s left");
    }

    public static string Summary(ExportView view, bool quiet)
    {
        var first = view is { Written: 0, Deleted: 0 } ? $"Nothing has changed in {view.Folder}: {Words.Plural(view.Files, "file")}, {Size(view.Bytes)}."
            : $"Wrote {Words.Plural(view.Written, "file")} of {Format.Exact(view.Files)} ({Size(view.Bytes)}) to {view.Folder}; {Format.Exact(view.Unchanged)} unchanged, {Format.Exact(view.Deleted)} deleted.";
        var second = $"{Words.Plural(view.Pages, "page")}, {Format.Exact(view.Comparisons)} of them {(view.Comparisons == 1 ? "a comparison" : "comparisons")}, as of {view.AsOf}, in {view.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s.";
        return string.Join('\n', [first, second, .. quiet ? [] : view.LeftOut.Select(l => $"Left out: {l.Address} ({l.Why})."), ""]);
    }

    private static string Size(long bytes) => bytes < 1_000_000 ? (bytes / 1e3).ToString("0.0", CultureInfo.InvariantCulture) + " KB" : (bytes / 1e6).ToString("#,0.0", CultureInfo.InvariantCulture) + " MB";
}
