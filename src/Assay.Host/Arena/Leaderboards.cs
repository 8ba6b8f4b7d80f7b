using System.Globalization;
using Assay.Arena;
using Assay.Calls;
using Assay.Catalog;
using Assay.Host.Catalog;
using Assay.Statistics;
using Assay.Units;

namespace Assay.Host.Arena;

/// <summary>The leaderboard of each task, worked out when it is first asked for and kept until there are new votes. Thread-safe.</summary>
public sealed class Leaderboards(LiveVotes votes, LiveCatalog live)
{
    /// <summary>Up to here the bootstrap, which is safer with few votes; beyond, the sandwich, which is exact for many and quick.</summary>
    private const int MostForBootstrap = 5_000;

    /// <summary>The same votes give the same intervals each time.</summary>
    private const int Seed = 20260701;

    private readonly Lock gate = new();
    private ((long, long) Version, Dictionary<string, Lazy<LeaderboardView>> Boards) kept = ((-1, -1), []);

    /// <summary>The leaderboard of a task, or of all votes; null where the word means no task, with what is allowed.</summary>
    public LeaderboardView? Of(string? task, out string? problem)
    {
        task = string.IsNullOrWhiteSpace(task) || task == "all" ? null : task.Trim();
        problem = null;
        Lazy<LeaderboardView>? board;
        lock (gate)
        {
            var (version, current) = (votes.Version, votes.Current);
            if (kept.Version != version) kept = (version, []);
            if (task is not null && ModelTasks.Find(task) is null && !current.Any(t => t.Task == task))
            {
                problem = $"'{task}' is not a task, and no vote is on it. Allowed: {string.Join(", ", ModelTasks.All.Select(t => t.Name()).Union(current.Select(t => t.Task).OfType<string>().Order(StringComparer.Ordinal)))}; none for all votes.";
                return null;
            }
            if (!kept.Boards.TryGetValue(task ?? "", out board)) board = kept.Boards[task ?? ""] = new(() => Make(current, task, live.Current));
        }
        return board.Value;
    }

    /// <param name="all">Votes of every task.</param>
    /// <param name="task">Which of them count; null for all.</param>
    /// <param name="catalog">For names of models.</param>
    public static LeaderboardView Make(IReadOnlyList<VoteTally> all, string? task, CatalogSnapshot catalog)
    {
        var tallies = all.Where(t => task is null || t.Task == task).ToArray();
        var table = VoteTable.Of(tallies.Select(t => t.Count));
        var sum = tallies.Sum(t => t.Votes);
        var bootstrap = sum <= MostForBootstrap;
        var ratings = bootstrap ? RatingBootstrap.Of(table, RatingScale.MeanOf1000, Chance()) : RatingSandwich.Of(table, RatingScale.MeanOf1000);
        var found = ratings.Match<Ratings?>(r => r, _ => null);
        var groups = table.Models.Length > 1 && found is null ? VoteGroups.Of(table) : [];
        return new()
        {
            Task = task, Votes = sum, Models = table.Models.Length, Tasks = [.. all.GroupBy(t => t.Task, StringComparer.Ordinal).Select(g => new TaskVotesView(g.Key, g.Sum(t => t.Votes))).OrderByDescending(t => t.Votes).ThenBy(t => t.Task, StringComparer.Ordinal)],
            Scale = found?.Scale.Words, Intervals = found is null ? null : bootstrap ? "bootstrap" : "sandwich", Why = ratings.Match<string?>(_ => null, why => sum == 0 ? "There are no votes yet." : why),
            Groups = groups.Count > 1 ? groups : [], Rows = Rows(table, found, catalog), Pairs = Pairs(table), Position = Position(tallies),
        };
    }

    private static IReadOnlyList<RatingView> Rows(VoteTable table, Ratings? ratings, CatalogSnapshot catalog)
    {
        var matrix = WinMatrix.Of(table);
        RatingView Row(string model, Rating? rating)
        {
            var place = table.Models.IndexOf(model);
            var met = Enumerable.Range(0, table.Models.Length).Select(other => matrix[place, other]).ToArray();
            var known = catalog.ById(model);
            return new()
            {
                Model = model, Name = known?.Name ?? model, Known = known is not null, Votes = met.Sum(h => h.Votes), Wins = met.Sum(h => h.Wins), Losses = met.Sum(h => h.Losses), Ties = met.Sum(h => h.Ties),
                Points = rating is null ? null : Tenth(rating.Points.Value), Low = rating is null ? null : Tenth(rating.Points.Low), High = rating is null ? null : Tenth(rating.Points.High), BestRank = rating?.BestRank, WorstRank = rating?.WorstRank,
            };
        }
        return ratings is not null ? [.. ratings.Models.Select(r => Row(r.Model, r))] : [.. table.Models.Select(m => Row(m, null)).OrderByDescending(r => r.Votes).ThenBy(r => r.Model, StringComparer.Ordinal)];
    }

    private static PairView[] Pairs(VoteTable table) =>
    [
        .. table.Pairs.Select(p =>
        {
            var share = new HeadToHead(p.FirstWins, p.SecondWins, p.Ties).Share.Match(e => e, why => throw new InvalidOperationException(why));
            return new PairView(table.Models[p.First], table.Models[p.Second], p.FirstWins, p.SecondWins, p.Ties, Math.Round(share.Value, 4), Math.Round(share.Low, 4), Math.Round(share.High, 4));
        }),
    ];

    private static PositionView Position(IReadOnlyList<VoteTally> tallies)
    {
        var bias = PositionBias.Of(tallies.Select(t => t.Count));
        var share = bias.LeftShare.Match<Estimate?>(e => e, _ => null);
        var words = bias.LeftShare.Match(e =>
        {
            var measured = $"{Format.Percent((decimal)e.Value)} of {Words.Plural(bias.Decided, "decided vote")} went to the left side (95 %: {Format.Percent((decimal)e.Low)} to {Format.Percent((decimal)e.High)})";
            return bias.P < 0.05
                ? $"Voters favour the {(e.Value > 0.5 ? "left" : "right")} side: {measured}, which even chances would bring in {PValue(bias.P!.Value)} of cases. Sides are drawn at random here, so no model gains by it; votes tell a little less than they seem to."
                : $"No sign that voters favour a side: {measured}.";
        }, why => why);
        return new(bias.LeftWins, bias.RightWins, bias.Ties, tallies.Sum(t => t.BothBad), share?.Value, share?.Low, share?.High, bias.P, words);
    }

    private static string PValue(double p) => p < 0.001 ? "less than 0.1 %" : (p * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static double Tenth(double points) => Math.Round(points, 1, MidpointRounding.AwayFromZero);

    private static Func<double> Chance()
    {
        var random = new Random(Seed);
        return random.NextDouble;
    }
}
