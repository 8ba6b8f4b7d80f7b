using System.Globalization;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Host.Playground;
using Assay.Units;
using Spectre.Console;

namespace Assay.Host.Evaluation;

/// <summary>Shows a run while it goes: a table that is written over on a terminal, a line now and then elsewhere.</summary>
internal sealed class RunLines(TextWriter to, bool terminal, bool quiet, int width, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5), Blink = TimeSpan.FromMilliseconds(250);

    public Task Follow(Task going, Func<RunningView?> now) => quiet ? going : terminal ? Table(going, now) : Lines(going, now);

    /// <summary>The same with one line: written over on a terminal.</summary>
    public Task Follow(Task going, Func<string?> now) => quiet ? going : terminal ? OneLine(going, now) : Lines(going, now);

    private Task Lines(Task going, Func<RunningView?> now) => Lines(going, () => now() is { } view ? Line(view) : null);

    private async Task Lines(Task going, Func<string?> now)
    {
        while (await Task.WhenAny(going, Task.Delay(Between, time)) != going)
        {
            if (now() is not { } line) continue;
            await to.WriteLineAsync(line);
            await to.FlushAsync();
        }
    }

    private async Task OneLine(Task going, Func<string?> now)
    {
        while (await Task.WhenAny(going, Task.Delay(Blink, time)) != going)
        {
            if (now() is not { } line) continue;
            await to.WriteAsync($"\r{RunTable.Cut(line, width - 1)}\e[K");
            await to.FlushAsync();
        }
        await to.WriteAsync("\r\e[K");
        await to.FlushAsync();
    }

    private Task Table(Task going, Func<RunningView?> now)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(to) });
        console.Profile.Width = width;
        return console.Live(new Text("")).AutoClear(true).StartAsync(async live =>
        {
            while (await Task.WhenAny(going, Task.Delay(Blink, time)) != going)
                if (now() is { } view) live.UpdateTarget(new Rows(((string?[])[.. RunTable.Lines(view, width), Line(view), Notice]).OfType<string>().Select(l => new Text(l))));
        });
    }

    /// <summary>Said below the figures while they are written over: a line of its own would be written through.</summary>
    public string? Notice { get; private set; }

    /// <summary>Says something beside the figures.</summary>
    public void Say(string words)
    {
        if (terminal && !quiet) Notice = words;
        else to.WriteLine(words);
    }

    /// <summary>"120 of 800 done, 3 without an answer, 12.3 a second, 55 s left, $0.12".</summary>
    private static string Line(RunningView v)
    {
        var parts = new List<string> { $"{Format.Exact(v.Ended)} of {Format.Exact(v.Trials)} done" };
        if (v.Models.Sum(m => m.Errored) is > 0 and var errored) parts.Add($"{Format.Exact(errored)} without an answer");
        if (v.Models.Sum(m => m.Waiting) is > 0 and var waiting) parts.Add($"{Format.Exact(waiting)} waiting to be asked again");
        if (v.Rate is { } rate) parts.Add($"{rate.ToString(rate < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture)} a second");
        if (v.SecondsLeft is { } left) parts.Add($"{LaneText.Time(left * 1000)} left");
        parts.Add(Cost(v));
        return string.Join(", ", parts);
    }

    /// <summary>Of one model. What cannot be told is not $0.</summary>
    internal static string Cost(decimal usd, int unknown) => unknown == 0 ? Format.Usd(usd) : usd == 0 ? "not known" : $"{Format.Usd(usd)} and more";

    internal static string Cost(RunningView v) => v.UnknownCost > 0 && v.Usd == 0 ? "cost not known" : Format.Usd(v.Usd) + (v.UnknownCost > 0 ? $" and what {Words.Plural(v.UnknownCost, "trial")} cost, which cannot be told" : "");

    /// <summary>"81 (75–86 %)".</summary>
    internal static string Passed(RunningModel m) => m.Low is null ? $"{m.Passed}" : string.Create(CultureInfo.InvariantCulture, $"{m.Passed} ({m.Low * 100:0}–{m.High * 100:0} %)");
}
