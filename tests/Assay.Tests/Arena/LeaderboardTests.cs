using Assay.Arena;
using Assay.Host.Arena;
using Assay.Tests.Web;
using Shouldly;
using Xunit;

namespace Assay.Tests.Arena;

public sealed class LeaderboardTests
{
    private static readonly Assay.Catalog.CatalogSnapshot Catalog = Assay.Catalog.CatalogBuilder.Build(FixedClaims.Curated.LoadClaims(), Site.Today);

    [Fact]
    public void The_published_strengths_come_out_as_points_on_the_stated_anchor()
    {
        // Wins a:b of arena-rank's own test; strengths 0.640, 1.043, 0.660, 2.270.
        var board = Leaderboards.Make([Won("A", "B", 20, 30), Won("A", "D", 10, 40), Won("B", "C", 50, 30), Won("C", "D", 10, 30)], null, Catalog);
        board.Scale.ShouldBe("the mean of all models is 1000");
        board.Rows.Select(r => r.Model).ShouldBe(["D", "B", "C", "A"]);
        (board.Rows[0].Points!.Value - board.Rows[3].Points!.Value).ShouldBe(400 * Math.Log10(2.270 / 0.640), 0.5);
        board.Rows.Average(r => r.Points!.Value).ShouldBe(1000, 0.1);
        board.Rows.ShouldAllBe(r => r.Low < r.Points && r.Points < r.High && r.BestRank <= r.WorstRank);
        (board.Votes, board.Rows[0].Votes, board.Rows[0].Wins, board.Intervals).ShouldBe((220, 90, 70, "bootstrap"));
        board.Pairs.Single(p => p is { A: "A", B: "D" }).Share.ShouldBe(0.2);
    }

    [Fact]
    public void The_same_votes_give_the_same_intervals_each_time()
    {
        VoteTally[] votes = [Won("A", "B", 20, 30), Won("B", "C", 10, 12), Won("A", "C", 9, 11)];
        Leaderboards.Make(votes, null, Catalog).Rows.ShouldBe(Leaderboards.Make(votes, null, Catalog).Rows);
    }

    [Fact]
    public void Many_votes_have_intervals_from_the_sandwich() => Leaderboards.Make([Won("A", "B", 3_000, 2_500)], null, Catalog).Intervals.ShouldBe("sandwich");

    [Fact]
    public void Votes_that_do_not_hang_together_are_refused_with_the_groups_by_name()
    {
        var board = Leaderboards.Make([Won("A", "B", 5, 4), Won("C", "D", 3, 3)], null, Catalog);
        board.Why!.ShouldContain("{A, B}");
        board.Groups.Select(g => string.Join(",", g)).ShouldBe(["A,B", "C,D"], ignoreOrder: true);
        (board.Scale, board.Intervals, board.Rows[0].Points).ShouldBe((null, null, null));
        board.Rows.Sum(r => r.Votes).ShouldBe(30);
    }

    [Fact]
    public void Too_few_votes_and_none_say_so()
    {
        Leaderboards.Make([], null, Catalog).Why.ShouldBe("There are no votes yet.");
        var few = Leaderboards.Make([Won("A", "B", 1, 1)], null, Catalog);
        few.Why!.ShouldContain("More votes are needed");
        few.Groups.ShouldBeEmpty();
    }

    [Fact]
    public void Both_bad_counts_as_a_tie_and_is_told_apart()
    {
        var board = Leaderboards.Make([new("chat", "A", "B", 30, 20, 4, 6)], "chat", Catalog);
        (board.Rows[0].Ties, board.Position.Ties, board.Position.BothBad).ShouldBe((10, 10, 6));
    }

    [Fact]
    public void A_lean_to_one_side_is_told_in_words()
    {
        Leaderboards.Make([Won("A", "B", 80, 30), Won("B", "A", 80, 30)], null, Catalog).Position.Words.ShouldStartWith("Voters favour the left side: 72.7 % of 220 decided votes");
        Leaderboards.Make([Won("A", "B", 30, 20), Won("B", "A", 20, 30)], null, Catalog).Position.Words.ShouldStartWith("No sign that voters favour a side:");
    }

    [Fact]
    public void A_task_has_its_votes_alone()
    {
        VoteTally[] votes = [new("ocr", "A", "B", 10, 8, 0, 0), new("chat", "A", "B", 1, 2, 3, 4), new(null, "A", "C", 5, 5, 0, 0)];
        Leaderboards.Make(votes, "ocr", Catalog).Votes.ShouldBe(18);
        Leaderboards.Make(votes, null, Catalog).Votes.ShouldBe(38);
        Leaderboards.Make(votes, "ocr", Catalog).Tasks.ShouldBe([new("ocr", 18), new(null, 10), new("chat", 10)]);
    }

    [Fact]
    public void Names_that_mean_a_model_become_its_id_unless_votes_tell_them_apart()
    {
        var named = LiveVotes.Named([Won("gpt-4o", "some-model-of-nowhere", 1, 0)], Catalog);
        (named[0].Left, named[0].Right).ShouldBe(("openai/gpt-4o", "some-model-of-nowhere"));
        var apart = LiveVotes.Named([Won("gpt-4o", "openai/gpt-4o", 1, 0)], Catalog);
        (apart[0].Left, apart[0].Right).ShouldBe(("gpt-4o", "openai/gpt-4o"));
    }

    private static VoteTally Won(string left, string right, int wins, int losses) => new("chat", left, right, wins, losses, 0, 0);
}
