using Assay.Calls;
using Assay.Host.Cli.Text;
using Assay.Host.Playground;
using Assay.Playground;
using Spectre.Console;

namespace Assay.Host.Cli;

/// <summary>The course of a turn as a table that is written over while it runs, and wiped when it is done: the answer itself follows.</summary>
internal sealed class LaneTable(TurnView shown, TextWriter to, int width)
{
    private const int Tail = 60;

    private readonly string[] states = [.. shown.Lanes.Select(_ => "waiting")];
    private readonly string[] tails = [.. shown.Lanes.Select(_ => "")];

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
            tails[lane.Place] = all.Length > Tail ? all[^Tail..] : all;
            states[lane.Place] = "answering";
        }
        else if (LaneWords.Of(lane.What) is { } words) states[lane.Place] = lane.What is CallEvent.Progress { Done: { } done } ? $"{words} {done:0 %}" : words;
    }

    private Table Draw()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn("model").AddColumn("state").AddColumn("words");
        foreach (var lane in shown.Lanes) table.AddRow(Markup.Escape(lane.Name), Markup.Escape(states[lane.Place]), Markup.Escape(tails[lane.Place]));
        return table;
    }
}
