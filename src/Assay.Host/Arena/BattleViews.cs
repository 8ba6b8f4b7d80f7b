using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Calls;
using Assay.Host.Playground;
using Assay.Playground;

namespace Assay.Host.Arena;

/// <summary>Battles to what a voter may see of them.</summary>
public sealed class BattleViews(TurnRunner runner, ArenaStore store, TurnViewBuilder turns)
{
    /// <param name="voter">Who looks.</param>
    public BattleView Of(Battle battle, string voter)
    {
        var turn = runner.Look(battle.Turn);
        var running = runner.Runs(battle.Turn);
        var vote = store.VoteOf(battle.Id, voter);
        var state = turn is null ? "gone" : running ? "running" : turn.Lanes.Any(l => l.Transcript?.Outcome is not CallOutcome.Replied) ? "void" : vote is null ? "open" : "voted";
        var shown = state is "voted" or "void";
        return new()
        {
            Id = battle.Id.Text, Created = battle.Created, Task = battle.Task.Name(), Prompt = battle.Prompt, State = state, Words = InWords(state, turn, vote), Vote = vote?.Name(),
            Image = turn is { Images: [var i, ..] } ? new(i.Hash, i.MediaType, i.Width, i.Height, i.Length) : null,
            Left = Side(turn?.Lanes[0], running, shown), Right = Side(turn?.Lanes[1], running, shown),
        };
    }

    /// <summary>A side before the vote, as its lane stands.</summary>
    public SideView Blind(Lane lane, bool running) => Side(lane, running, shown: false);

    private SideView Side(Lane? lane, bool running, bool shown)
    {
        if (lane is null) return new() { Side = "?", State = "failed" };
        var side = new SideView { Side = lane.Place == 0 ? "a" : "b", State = lane.Transcript is null ? running ? "running" : "failed" : "failed" };
        var view = turns.Of(lane, running);
        if (lane.Transcript is { Outcome: CallOutcome.Replied reply }) side = Fill(side with { State = "replied" }, view, reply);
        return shown ? side with { Model = view } : side;
    }

    private static SideView Fill(SideView side, LaneView view, CallOutcome.Replied reply)
    {
        var note = Note(reply);
        return view.Reading switch
        {
            { State: "found", Labels.Count: > 0 } labels => side with { Note = note, Labels = [.. labels.Labels.Select(l => l with { Score = Rounded(l.Score) })] },
            { State: "found" } boxes => side with { Note = note, Boxes = [.. ComparedView.Shown(boxes, ReadingQuery.UsualScore).Select(Rounded)] },
            { State: "nothing" } => side with { Note = "The model says that there is nothing.", Boxes = view.Reading.Boxes },
            { State: "unreadable" } => side with { Note = "Cannot be read as what was asked for; this is the reply.", Text = reply.Text },
            _ => side with { Note = note, Text = reply.Text },
        };
    }

    /// <summary>Without the provider's own word for it, which would tell who it is.</summary>
    private static string? Note(CallOutcome.Replied reply) => reply.Stop switch
    {
        StopReason.Length => "Cut: the model reached its limit of output.",
        StopReason.ContentFilter => "Held back by a filter.",
        StopReason.Refusal => "The model declined." + (reply.RefusalText is { Length: > 0 } said && reply.Text.Length == 0 ? $" It says: “{said}”" : ""),
        _ => reply.Text.Length == 0 ? "Done, and no text came." : null,
    };

    // Digits beyond those that a reader can judge by tell one program from another.
    private static double? Rounded(double? score) => score is { } s ? Math.Round(s, 2) : null;

    private static BoxView Rounded(BoxView b) => b with { Score = Rounded(b.Score), X0 = Math.Round(b.X0, 3), Y0 = Math.Round(b.Y0, 3), X1 = Math.Round(b.X1, 3), Y1 = Math.Round(b.Y1, 3) };

    private static string InWords(string state, Turn? turn, VoteOutcome? vote) => state switch
    {
        "running" => "Both are asked. The names are told after your vote.",
        "open" => "Which answer is better? The names are told after your vote.",
        "voted" => vote switch
        {
            VoteOutcome.Left => "You voted for the left one, A.",
            VoteOutcome.Right => "You voted for the right one, B.",
            VoteOutcome.Tie => "You voted for a tie.",
            _ => "You voted that both are bad.",
        },
        "void" => $"{(turn!.Lanes.Count(l => l.Transcript?.Outcome is not CallOutcome.Replied) == 1 ? "One of the two" : "Neither")} brought {(turn.Lanes.Count(l => l.Transcript?.Outcome is not CallOutcome.Replied) == 1 ? "no answer" : "an answer")}, so there is nothing to vote on: a failed call is not a loss. Go on with the next battle.",
        _ => "The answers of this battle were deleted, so it can be voted on no longer. Go on with the next battle.",
    };
}
