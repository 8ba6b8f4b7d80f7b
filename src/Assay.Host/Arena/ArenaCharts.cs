using System.Globalization;
using Assay.Charts;
using Assay.Units;

namespace Assay.Host.Arena;

/// <summary>The chart of a leaderboard, from its view.</summary>
public static class ArenaCharts
{
    /// <summary>Rows that it shows: more cannot be taken in, and the table has them all.</summary>
    public const int RowsShown = 30;

    /// <param name="board">One with ratings.</param>
    public static DotPlot Ratings(LeaderboardView board)
    {
        var rows = board.Rows.Take(RowsShown).ToArray();
        return new()
        {
            Id = "ratings", Title = "Points with 95 % intervals",
            Description = $"{Words.Plural(rows.Length, "model")}, the best first: from {rows[0].Name} ({Points(rows[0].Points!.Value)}) to {rows[^1].Name} ({Points(rows[^1].Points!.Value)}). Models whose intervals overlap are not told apart. The table below has the same figures.",
            Rows = [.. rows.Select(r => new DotRow(r.Name, (decimal)r.Points!.Value, Points(r.Points.Value), (decimal)r.Low!.Value, (decimal)r.High!.Value, $"{r.Name}: {Points(r.Points.Value)} points, 95 % {Points(r.Low.Value)} to {Points(r.High.Value)}, {Words.Plural(r.Votes, "vote")}"))],
            Format = v => Math.Round(v).ToString("0", CultureInfo.InvariantCulture), Axis = $"Points ({board.Scale})",
        };
    }

    /// <summary>A name that leaves room for what stands beside it.</summary>
    public static string Short(string name, int most) => name.Length <= most ? name : name[..(most - 1)] + "…";

    private static string Points(double points) => Math.Round(points, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
}
