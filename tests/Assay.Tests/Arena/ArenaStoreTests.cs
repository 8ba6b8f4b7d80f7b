using System.Security.Cryptography;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Arena;
using Assay.Adapters.Storage.Turns;
using Assay.Arena;
using Assay.Calls;
using Assay.Playground;
using Assay.Tests.Playground;
using Shouldly;
using Xunit;

namespace Assay.Tests.Arena;

public sealed class ArenaStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly ArenaStore arena;
    private readonly TurnStore turns;

    public ArenaStoreTests()
    {
        var store = Store.Open(folder.In("assay.db"));
        (arena, turns) = (new(store), new(store));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_battle_comes_back_as_it_was_put_in()
    {
        var image = Image();
        var battle = Battle(1) with { Image = image.Hash, Pool = ["p/a", "p/b", "p/c"] };
        arena.Begin(battle, image);
        var found = arena.Find(battle.Id)!;
        (found with { Pool = [] }).ShouldBe(battle with { Pool = [] });
        found.Pool.ShouldBe(battle.Pool);
        arena.Find(battle.Turn).ShouldBeNull();
    }

    [Fact]
    public void A_voter_has_one_vote_on_a_battle_and_another_voter_has_one_too()
    {
        var battle = Battle(1);
        arena.Begin(battle, null);
        arena.Vote(battle, "v1", VoteOutcome.Left, Noon).ShouldBeNull();
        arena.Vote(battle, "v1", VoteOutcome.Right, Noon).ShouldBe(VoteOutcome.Left);
        arena.Vote(battle, "v2", VoteOutcome.BothBad, Noon).ShouldBeNull();
        arena.VoteOf(battle.Id, "v1").ShouldBe(VoteOutcome.Left);
        arena.VoteOf(battle.Id, "v3").ShouldBeNull();
        arena.Sum(0, arena.Newest()).ShouldBe([new("chat", "m/a", "m/b", 1, 0, 0, 1)]);
        arena.Sum(1, arena.Newest()).ShouldBe([new("chat", "m/a", "m/b", 0, 0, 0, 1)]);
    }

    [Fact]
    public async Task A_voter_who_votes_twice_at_once_has_one_vote()
    {
        var battle = Battle(1);
        arena.Begin(battle, null);
        var counted = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => arena.Vote(battle, "v1", i % 2 == 0 ? VoteOutcome.Left : VoteOutcome.Tie, Noon))));
        counted.Count(c => c is null).ShouldBe(1);
        arena.Newest().ShouldBe(1);
    }

    [Fact]
    public void The_turn_of_a_battle_is_in_no_list_until_its_voter_has_voted()
    {
        var battle = Battle(1);
        arena.Begin(battle, null);
        Answer(battle, "one", "two");
        turns.List(new(), 1, 10).Total.ShouldBe(0);
        turns.List(new(Model: "p/a"), 1, 10).Turns.ShouldBeEmpty();
        (arena.Hides(battle.Turn, null), arena.Hides(battle.Turn, "v1")).ShouldBe((true, true));
        arena.Vote(battle, "v1", VoteOutcome.Tie, Noon);
        turns.List(new(Voter: "v1"), 1, 10).Total.ShouldBe(1);
        turns.List(new(Voter: "v2"), 1, 10).Total.ShouldBe(0);
        turns.List(new(), 1, 10).Total.ShouldBe(0);
        (arena.Hides(battle.Turn, "v1"), arena.Hides(battle.Turn, "v2"), arena.Hides(Battle(9).Turn, null)).ShouldBe((false, true, false));
    }

    [Fact]
    public void A_battle_with_a_failed_side_hides_nothing_once_both_have_ended()
    {
        var battle = Battle(1);
        arena.Begin(battle, null);
        Answer(battle, "one", null);
        arena.Hides(battle.Turn, null).ShouldBeFalse();
        turns.List(new(), 1, 10).Total.ShouldBe(1);
    }

    [Fact]
    public void An_image_goes_with_its_turn_and_the_vote_stays()
    {
        var image = Image();
        var battle = Battle(1) with { Image = image.Hash };
        arena.Begin(battle, image);
        Answer(battle, "one", "two", image);
        arena.Vote(battle, "v1", VoteOutcome.Left, Noon);
        turns.Delete(battle.Turn).ShouldBeTrue();
        turns.Image(image.Hash).ShouldBeNull();
        arena.Find(battle.Id)!.Image.ShouldBeNull();
        arena.Newest().ShouldBe(1);
    }

    private void Answer(Battle battle, string first, string? second, CallImage? image = null)
    {
        CallImage[] images = image is null ? [] : [image];
        turns.Begin(new() { Id = battle.Turn, Created = battle.Created, Task = battle.Task, Prompt = battle.Prompt, Images = [.. images.Select(i => i.Sent)], Lanes = [new(0, battle.Left.Ref), new(1, battle.Right.Ref)] }, images);
        foreach (var (place, text) in (ReadOnlySpan<(int, string?)>)[(0, first), (1, second)])
        {
            var transcript = ScriptedModels.Replied(ScriptedModels.Request("p/a"), text ?? "");
            turns.End(battle.Turn, place, text is null ? transcript with { Outcome = new CallOutcome.Failed(new(FailureKind.TimedOut, "Too late."), null) } : transcript);
        }
    }

    internal static Battle Battle(byte n) => new()
    {
        Id = TurnId.Create(Noon, [n, 0, 0, 0, 0, 0, 0, 0, 0, 1]), Turn = TurnId.Create(Noon, [n, 0, 0, 0, 0, 0, 0, 0, 0, 2]), Created = Noon, Task = ModelTask.Chat, Prompt = "Hello", Left = new(new("p", "a"), "m/a"), Right = new(new("p", "b"), "m/b"), Voter = "v1",
    };

    private static CallImage Image()
    {
        byte[] bytes = [0x89, 0x50, 7];
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "image/png", 4, 3, bytes);
    }
}
