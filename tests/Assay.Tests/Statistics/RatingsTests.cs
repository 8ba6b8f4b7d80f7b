using Assay.Statistics;
using Shouldly;
using Xunit;

namespace Assay.Tests.Statistics;

public sealed class RatingsTests
{
    private static readonly VoteTable Two = VoteTable.Of([new("a", "b", 300, 100, 0)]);

    private static Func<double> Seeded(int seed) => new Random(seed).NextDouble;

    private static Ratings Bootstrap(VoteTable votes, RatingScale scale, int seed = 1, int rounds = 400) =>
        RatingBootstrap.Of(votes, scale, Seeded(seed), rounds).ShouldBeEstimated();

    [Fact]
    public void Points_are_400_times_the_decimal_logarithm_of_the_odds()
    {
        var ratings = RatingSandwich.Of(Two, new("b", 1200)).ShouldBeEstimated();
        ratings.Models.Select(r => r.Model).ShouldBe(["a", "b"]);
        ratings.Models[0].Points.Value.ShouldBe(1200 + 400 * Math.Log10(3), 1e-6);
        ratings.Models[1].Points.ShouldBe(Estimate.Exact(1200));
        ratings.Scale.Words.ShouldBe("b is 1200");
        RatingScale.MeanOf1000.Words.ShouldBe("the mean of all models is 1000");
    }

    [Fact]
    public void The_sandwich_of_two_models_is_the_known_error_of_log_odds()
    {
        // The variance of log odds is 1/wins + 1/losses.
        var points = RatingSandwich.Of(Two, new("b", 0)).ShouldBeEstimated().Models[0].Points;
        (points.High - points.Value).ShouldBe(Proportion.Z95 * RatingScale.PointsPerLog * Math.Sqrt(1 / 300.0 + 1 / 100.0), 1e-6);
        (points.Value - points.Low).ShouldBe(points.High - points.Value, 1e-9);
    }

    [Fact]
    public void From_the_mean_two_models_share_the_error_of_their_distance()
    {
        var models = RatingSandwich.Of(Two, RatingScale.MeanOf1000).ShouldBeEstimated().Models;
        models.Average(r => r.Points.Value).ShouldBe(1000, 1e-9);
        (models[0].Points.High - models[0].Points.Value).ShouldBe(Proportion.Z95 * RatingScale.PointsPerLog * Math.Sqrt(1 / 300.0 + 1 / 100.0) / 2, 1e-6);
    }

    [Fact]
    public void Ties_that_agree_with_the_fit_narrow_the_sandwich()
    {
        static double Width(VoteTable votes) => RatingSandwich.Of(votes, new("b", 0)).ShouldBeEstimated().Models[0].Points is var p ? p.High - p.Low : 0;
        Width(VoteTable.Of([new("a", "b", 20, 20, 60)])).ShouldBeLessThan(Width(VoteTable.Of([new("a", "b", 50, 50, 0)])));
    }

    [Fact]
    public void Bootstrap_and_sandwich_agree_on_many_votes()
    {
        var votes = ArenaVotes.Drawn(models: 12, votes: 20_000, seed: 5, out _);
        var sandwich = RatingSandwich.Of(votes, RatingScale.MeanOf1000).ShouldBeEstimated().Models;
        var bootstrap = Bootstrap(votes, RatingScale.MeanOf1000).Models;
        bootstrap.Select(r => r.Model).ShouldBe(sandwich.Select(r => r.Model));
        foreach (var (b, s) in bootstrap.Zip(sandwich))
        {
            b.Points.Value.ShouldBe(s.Points.Value, 1e-6);
            ((b.Points.High - b.Points.Low) / (s.Points.High - s.Points.Low)).ShouldBeInRange(0.8, 1.2);
        }
    }

    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        int held = 0, all = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var votes = ArenaVotes.Drawn(models: 8, votes: 3000, seed, out var logs);
            foreach (var r in RatingSandwich.Of(votes, new(null, 0)).ShouldBeEstimated().Models)
            {
                var truth = RatingScale.PointsPerLog * logs[votes.Models.IndexOf(r.Model)];
                all++;
                if (r.Points.Low <= truth && truth <= r.Points.High) held++;
            }
        }
        ((double)held / all).ShouldBeInRange(0.90, 0.99);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_gives_others()
    {
        Bootstrap(Two, RatingScale.MeanOf1000, seed: 9).Models.ShouldBe(Bootstrap(Two, RatingScale.MeanOf1000, seed: 9).Models);
        Bootstrap(Two, RatingScale.MeanOf1000, seed: 9).Models.ShouldNotBe(Bootstrap(Two, RatingScale.MeanOf1000, seed: 10).Models);
    }

    [Fact]
    public void A_hundred_rounds_over_120_models_and_a_million_votes_all_have_an_answer()
    {
        var ratings = Bootstrap(ArenaVotes.Drawn(models: 120, votes: 1_000_000, seed: 3, out _), RatingScale.MeanOf1000, rounds: 100);
        (ratings.Rounds, ratings.WithoutAnswer).ShouldBe((100, 0));
        ratings.Models.ShouldAllBe(r => r.Points.High - r.Points.Low > 1 && r.Points.High - r.Points.Low < 40);
        ratings.Models.Sum(r => r.Votes).ShouldBe(2_000_000);
    }

    [Fact]
    public void Models_whose_intervals_overlap_share_ranks()
    {
        var ratings = RatingSandwich.Of(VoteTable.Of([new("good", "fair", 51, 49, 0), new("good", "poor", 95, 5, 0), new("fair", "poor", 94, 6, 0)]), RatingScale.MeanOf1000).ShouldBeEstimated();
        ratings.Models.Select(r => (r.Model, r.BestRank, r.WorstRank)).ShouldBe([("good", 1, 2), ("fair", 1, 2), ("poor", 3, 3)]);
    }

    [Fact]
    public void Too_few_links_refuse_the_bootstrap_and_say_in_how_many_rounds() =>
        RatingBootstrap.Of(VoteTable.Of([new("a", "b", 1, 2, 0)]), RatingScale.MeanOf1000, Seeded(1)).ShouldBeNotEnough().ShouldMatch("^In \\d+ of 200 rounds");

    [Fact]
    public void Ties_alone_have_no_interval()
    {
        var ties = VoteTable.Of([new("a", "b", 0, 0, 50)]);
        RatingSandwich.Of(ties, RatingScale.MeanOf1000).ShouldBeNotEnough().ShouldContain("Every vote is a tie");
        RatingBootstrap.Of(ties, RatingScale.MeanOf1000, Seeded(1)).ShouldBeNotEnough().ShouldContain("Every vote is a tie");
    }

    [Fact]
    public void An_anchor_without_votes_is_named() => RatingSandwich.Of(Two, new("c", 1000)).ShouldBeNotEnough().ShouldContain("'c' has no votes");

    [Fact]
    public void Too_few_rounds_are_refused() => Should.Throw<ArgumentOutOfRangeException>(() => RatingBootstrap.Of(Two, RatingScale.MeanOf1000, Seeded(1), rounds: 39));

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(140)]
    [InlineData(90_000)]
    public void Drawn_votes_scatter_as_counts_do(int wins)
    {
        // Both ways of drawing, for small counts and for great ones, against the known error of log odds.
        var points = RatingBootstrap.Of(VoteTable.Of([new("a", "b", wins, wins, 0)]), new("b", 0), Seeded(7), rounds: 4000).ShouldBeEstimated().Models.Single(r => r.Model == "a").Points;
        var expected = 2 * Proportion.Z95 * RatingScale.PointsPerLog * Math.Sqrt(2.0 / wins);
        // Log odds of few votes scatter a little more than their first approximation.
        ((points.High - points.Low) / expected).ShouldBeInRange(0.92, wins < 100 ? 1.25 : 1.08);
        Math.Abs(points.High + points.Low).ShouldBeLessThan(0.15 * expected, "draws lean to neither side");
    }
}
