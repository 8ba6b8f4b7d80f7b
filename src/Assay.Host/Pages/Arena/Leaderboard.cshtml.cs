using Assay.Calls;
using Assay.Host.Arena;
using Assay.Host.Catalog;
using Assay.Host.Playground;
using Assay.Host.Publishing;
using Assay.Units;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assay.Host.Pages.Arena;

/// <summary>What votes say: ratings, pairs, sides.</summary>
public sealed class LeaderboardModel(Leaderboards boards) : PageModel
{
    /// <summary>Models of the matrix: a wider one cannot be read.</summary>
    private const int MostShown = 10;

    private Dictionary<(string, string), PairCell> cells = [];

    public LeaderboardView Board { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public IReadOnlyList<RatingView> Shown => [.. Board.Rows.Take(MostShown)];

    /// <summary>Our own tasks, then others that votes are on.</summary>
    public IReadOnlyList<string> Tasks => [.. ModelTasks.All.Select(t => t.Name()).Union(Board.Tasks.Select(t => t.Task).OfType<string>())];

    public void OnGet()
    {
        AskedDay.Forget(HttpContext);
        var board = boards.Of(Request.Query["task"].ToString(), out var problem);
        Problems = problem is null ? [] : [problem];
        Board = board ?? boards.Of(null, out _)!;
        cells = Board.Pairs.SelectMany(p => (((string, string) Key, PairCell Cell)[])[((p.A, p.B), new(p, Turned: false)), ((p.B, p.A), new(p, Turned: true))]).ToDictionary(c => c.Key, c => c.Cell);
        if (problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        new PageHead("Leaderboard of the arena")
        {
            Description = "Ratings of models from blind votes, with intervals, how each pair fared, and whether voters favour a side.", Canonical = "/arena/leaderboard", Json = "/arena/leaderboard.json" + Request.QueryString,
        }.On(ViewData);
    }

    public PairCell? Cell(string row, string column) => cells.GetValueOrDefault((row, column));

    public string Label(string task) => ModelTasks.Find(task) is { } known ? known.Label() : task;
}

/// <summary>How the model of a row fared against that of a column.</summary>
public sealed record PairCell(PairView Pair, bool Turned)
{
    public int Votes => Pair.AWins + Pair.BWins + Pair.Ties;
    public decimal Share => (decimal)(Turned ? 1 - Pair.Share : Pair.Share);

    public string Words =>
        $"{(Turned ? Pair.BWins : Pair.AWins)} won, {(Turned ? Pair.AWins : Pair.BWins)} lost, {Pair.Ties} neither; 95 %: {Format.Percent((decimal)(Turned ? 1 - Pair.High : Pair.Low))} to {Format.Percent((decimal)(Turned ? 1 - Pair.Low : Pair.High))}";
}
