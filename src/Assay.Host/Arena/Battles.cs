using System.Security.Cryptography;
using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Calls;
using Assay.Host.Playground;
using Assay.Playground;

namespace Assay.Host.Arena;

/// <summary>A number from 0, and below 1, that nobody can tell beforehand.</summary>
public delegate double Chance();

/// <summary>Starts battles, and takes votes on them.</summary>
public sealed class Battles(PlaygroundModels models, TurnPlanner planner, TurnRunner runner, ArenaStore store, LiveVotes votes, TimeProvider time, RandomNumberGenerator random, Chance chance)
{
    /// <summary>A battle that has begun, or what is wrong with what was asked; neither where as many turns run as may.</summary>
    /// <param name="ask">As for a turn; its models are the pool to draw from, none for all.</param>
    public async Task<(Battle? Battle, IReadOnlyList<string> Problems)> Start(TurnAsk ask, string voter, CancellationToken cancellationToken)
    {
        if (ModelTasks.Find(ask.Task) is not { } task) return (null, [PlaygroundApi.NoTask(ask.Task)]);
        var pool = (ask.Models ?? []).Where(m => !string.IsNullOrWhiteSpace(m)).ToArray();
        var contenders = Contenders.Of(models, task, pool);
        if (contenders.Problems.Count > 0) return (null, contenders.Problems);
        var (left, right) = PairChoice.Draw([.. contenders.Models.Keys.Order(StringComparer.Ordinal)], votes.Current.Where(t => t.Task == task.Name()).Select(t => t.Count), () => chance());
        Contestant[] pair = [new(contenders.Models[left].Ref, left), new(contenders.Models[right].Ref, right)];
        var (plan, problems) = await planner.Plan(ask with { Models = [.. pair.Select(c => c.Ref.ToString())], Reference = null }, cancellationToken);
        if (plan is null) return (null, problems);
        Battle? battle = null;
        var run = runner.Start(plan, turn => store.Begin(
            battle = new()
            {
                Id = NewId(), Turn = turn.Id, Created = turn.Created, Task = task, Prompt = turn.Prompt, Image = turn.Images.Count > 0 ? turn.Images[0].Hash : null, Left = pair[0], Right = pair[1],
                Pool = [.. pool.Length == 0 ? [] : contenders.Models.Values.Select(c => c.Ref.ToString())], Voter = voter,
            }, plan.Images.Count > 0 ? plan.Images[0] : null));
        return (run is null ? null : battle, []);
    }

    /// <summary>The same question again, to a pair drawn anew from the same pool.</summary>
    public Task<(Battle? Battle, IReadOnlyList<string> Problems)> Again(Battle battle, string voter, CancellationToken cancellationToken) =>
        Start(new() { Task = battle.Task.Name(), Prompt = battle.Prompt, Image = battle.Image, Models = battle.Pool }, voter, cancellationToken);

    /// <summary>Counts a vote where both sides have answered. Null where it cannot be voted on; else what the voter said before, or <see cref="VoteOutcome.NotDecided"/>.</summary>
    public VoteOutcome? Vote(Battle battle, BattleView seen, string voter, VoteOutcome outcome) =>
        seen.State is "open" or "voted" ? store.Vote(battle, voter, outcome, time.GetUtcNow()) ?? VoteOutcome.NotDecided : null;

    private TurnId NewId()
    {
        var bytes = new byte[TurnId.RandomBytes];
        random.GetBytes(bytes);
        return TurnId.Create(time.GetUtcNow(), bytes);
    }
}
