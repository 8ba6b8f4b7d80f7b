using Assay.Calls;
using Assay.Host.Cli.Text;
using Assay.Host.Playground;
using Assay.Playground;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Assay.Host.Cli;

/// <summary>The course of a turn, a line for each model, written over while it runs, and wiped when it is done: the answer itself follows.</summary>
internal sealed class LaneTable(TurnView shown, TextWriter to, int width)
{
    private const int Gap = 2;

    private readonly string[] states = [.. shown.Lanes.Select(_ => "waiting")];
    private readonly string[] tails = [.. shown.Lanes.Select(_ => "")];
    private readonly int names = Math.Min(width / 3, shown.Lanes.Max(l => Cells(l.Name)));

    public Task Follow(TurnRun turn)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(to) });
        console.Profile.Width = width;
        return console.Live(Draw()).AutoClear(true).StartAsync(async live =>
        {
            await foreach (var what in turn.Follow())
            {
                if (what is not TurnEvent.OfLane lane) continue;
                Take(lane);
                live.UpdateTarget(Draw());
            }
        });
    }

    private void Take(TurnEvent.OfLane lane)
    {
        if (lane.What is CallEvent.Text text)
        {
            var all = Document.Safe(tails[lane.Place] + text.Piece).Replace('\n', ' ').Replace('\t', ' ');
            tails[lane.Place] = all.Length > width ? all[^width..] : all;
            states[lane.Place] = "answering";
        }
        else if (LaneWords.Of(lane.What) is { } words)
        {
            // The share comes first, so that a narrow line does not cut it off.
            states[lane.Place] = lane.What is CallEvent.Progress { Done: { } done } ? $"{done:0 %} {words}" : words;
            tails[lane.Place] = "";
        }
    }

    /// <summary>One line each, however long the words are: a table that grows and shrinks cannot be read.</summary>
    private Rows Draw() => new(shown.Lanes.Select((lane, place) =>
    {
        var name = Beginning(lane.Name, names);
        var line = $"{name}{new string(' ', names - Cells(name) + Gap)}{states[place]}{new string(' ', Gap)}";
        return new Spectre.Console.Text(tails[place].Length == 0 ? Beginning(line.TrimEnd(), width - 1) : line + End(tails[place], width - 1 - Cells(line)));
    }));

    private static string Beginning(string text, int most)
    {
        if (Cells(text) <= most) return text;
        while (Cells(text) >= most) text = text[..^1];
        return text + "…";
    }

    private static string End(string text, int most)
    {
        while (text.Length > 0 && Cells(text) > most) text = text[1..];
        return text;
    }

    /// <summary>Columns of the terminal: letters of some alphabets take two.</summary>
    private static int Cells(string text) => new Segment(text).CellCount();
}
