using System.Text.Json;
using Assay.Adapters.Storage.Arena;
using Assay.Arena;
using Assay.Calls;
using Assay.Host.Described;
using Assay.Host.Playground;
using Assay.Host.Web;
using Assay.Playground;

namespace Assay.Host.Arena;

/// <summary>The arena over HTTP: start, follow, vote, read. A program without the cookie is taken for whoever started the battle: its id is not guessed.</summary>
public static class ArenaApi
{
    internal const string NotYet = "Both sides must have answered before a vote. Wait for the end, or stop the battle.";

    private static readonly Parameter Voted = new("task", $"{string.Join(", ", ModelTasks.All.Select(t => t.Name()))}, or another task that votes are on. Default: all votes.", ModelTask.Caption.Name());

    public static void Map(WebApplication app)
    {
        var arena = app.MapGroup("/api/v1/arena").WithTags("Arena");
        arena.MapPost("/battles", Start).WithName("StartBattle").DisableAntiforgery().Accepts<TurnAsk>("application/json", "multipart/form-data")
            .WithSummary("Puts one task to two models drawn at random, names hidden; 'models' narrows those to draw from. Answers with an event stream; with 'Accept: application/json' it waits, and answers with the battle.")
            .Produces<BattleView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .Sends(PlaygroundApi.Example, AssayJson.Default.TurnAsk);
        arena.MapGet("/battles/{id}", One).WithName("GetBattle").WithSummary("A battle as this voter may see it.").Produces<BattleView>().ProducesProblem(StatusCodes.Status404NotFound).Takes(Parameters.Battle);
        arena.MapGet("/battles/{id}/events", Events).WithName("FollowBattle").WithSummary("The events of a battle that runs or ended a little while ago, from the one after Last-Event-ID on.").ProducesEvents().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone).Takes(Parameters.Battle, Parameters.After);
        arena.MapPost("/battles/{id}/vote", Vote).WithName("Vote").DisableAntiforgery().Accepts<VoteAsk>("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
            .WithSummary("Votes left, right, tie or both_bad, and tells the names. A voter's second vote on the same battle does not count, and the answer says so.")
            .Produces<BattleView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).Takes(Parameters.Battle).Sends(new VoteAsk(VoteOutcome.Left.Name()), AssayJson.Default.VoteAsk);
        arena.MapPost("/battles/{id}/stop", Stop).WithName("StopBattle").WithSummary("Stops both sides.").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).Takes(Parameters.Battle);
        arena.MapGet("/leaderboard", Board).WithName("Leaderboard").WithSummary("Ratings of models from votes, with intervals; how each pair fared; whether voters favour a side.")
            .Produces<LeaderboardView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes(Voted);
        app.MapGet("/arena/battles/{id}.json", One).Twin<BattleView>("BattlePage", "The page of a battle, as this voter may see it.", missing: true, refuses: false).Takes(Parameters.Battle);
        app.MapGet("/arena/leaderboard.json", Board).Twin<LeaderboardView>("LeaderboardPage", "Ratings from votes.").Takes(Voted);
        app.MapGet("/arena.json", (PlaygroundModels models, string? task) =>
            ModelTasks.Find(task ?? "caption") is { } found ? TypedResults.Ok(ArenaView.Of(models, found, [])) : Problems.Bad([PlaygroundApi.NoTask(task)])).Twin<ArenaView>("ArenaPage", "What the arena draws from for a task.").Takes(Parameters.Task(ModelTask.Caption.Name()));
    }

    internal static IResult NotFound(string id) => Problems.NotFound($"No battle has the id '{id}'. Start one at /arena.", []);

    private static string Viewer(HttpRequest request, Battle battle) => Voters.Of(request) ?? battle.Voter;

    private static async Task<IResult> Start(HttpContext context, Battles battles, Voters voters, TurnRunner runner, BattleViews views, TimeProvider time)
    {
        var (ask, fault) = await TurnForm.ReadForProgram(context.Request);
        if (ask is null) return fault!;
        var voter = voters.Sure(context);
        var (battle, problems) = await battles.Start(ask, voter, context.RequestAborted);
        if (problems.Count > 0) return Problems.Bad(problems);
        if (battle is null) return PlaygroundApi.Busy();
        context.Response.Headers.Location = $"/api/v1/arena/battles/{battle.Id}";
        var run = runner.Find(battle.Turn)!;
        var accepts = context.Request.Headers.Accept.ToString();
        if (accepts.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accepts.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            await run.Ended.WaitAsync(context.RequestAborted);
            return TypedResults.Ok(views.Of(battle, voter));
        }
        await new TurnStream(run, new BattleEvents(battle, views, voter).Of, time).Write(context, 0);
        return Results.Empty;
    }

    private static IResult One(HttpContext context, ArenaStore store, BattleViews views, string id)
    {
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound(id);
        // Another voter sees something else, and this one after the vote.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(views.Of(battle, Viewer(context.Request, battle)));
    }

    private static async Task<IResult> Events(HttpContext context, ArenaStore store, TurnRunner runner, BattleViews views, TimeProvider time, string id, int? after)
    {
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound(id);
        if (runner.Find(battle.Turn) is not { } run)
            return TypedResults.Problem($"The events of battle '{id}' are kept no longer: it has ended. Its answers are at /api/v1/arena/battles/{id}.", statusCode: StatusCodes.Status410Gone, title: "The battle has ended");
        var last = int.TryParse(context.Request.Headers["Last-Event-ID"], out var number) ? number : after ?? 0;
        await new TurnStream(run, new BattleEvents(battle, views, Viewer(context.Request, battle)).Of, time).Write(context, last);
        return Results.Empty;
    }

    private static async Task<IResult> Vote(HttpContext context, ArenaStore store, Battles battles, BattleViews views, string id)
    {
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound(id);
        var (word, fault) = await Read(context.Request);
        if (fault is not null) return Problems.Bad([fault]);
        if (VoteOutcomes.Find(word) is not { } outcome) return Problems.Bad([NoOutcome(word)]);
        var voter = Viewer(context.Request, battle);
        var seen = views.Of(battle, voter);
        if (battles.Vote(battle, seen, voter, outcome) is not { } before)
            return TypedResults.Problem(seen.State == "running" ? NotYet : seen.Words, statusCode: StatusCodes.Status409Conflict, title: "No vote can be taken");
        var view = views.Of(battle, voter);
        return TypedResults.Ok(before is VoteOutcome.NotDecided ? view with { Counted = true } : view with { Counted = false, Words = Repeated(before) });
    }

    internal static string NoOutcome(string? word) => $"'{word}' is not a vote. Allowed: {string.Join(", ", VoteOutcomes.All.Select(o => o.Name()))}. Send {{\"vote\": \"left\"}}.";

    internal static string Repeated(VoteOutcome before) => $"You had voted on this battle before ({before.Name()}): that vote stands, and this one does not count.";

    private static async Task<(string? Word, string? Fault)> Read(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType) return ((await request.ReadFormAsync(request.HttpContext.RequestAborted))["vote"].ToString(), null);
            if (!request.HasJsonContentType()) return (null, $"Content type '{request.ContentType}' is not taken: send {{\"vote\": \"left\"}} as application/json, or a form.");
            return ((await JsonSerializer.DeserializeAsync(request.Body, AssayJson.Default.VoteAsk, request.HttpContext.RequestAborted))?.Vote, null);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or BadHttpRequestException)
        {
            return (null, "The body is not a vote: send {\"vote\": \"left\"}, with left, right, tie or both_bad.");
        }
    }

    private static IResult Stop(ArenaStore store, TurnRunner runner, string id)
    {
        if (!TurnId.TryParse(id, out var known) || store.Find(known) is not { } battle) return NotFound(id);
        runner.Find(battle.Turn)?.Stop();
        return TypedResults.NoContent();
    }

    private static IResult Board(Leaderboards boards, string? task) =>
        boards.Of(task, out var problem) is { } board ? TypedResults.Ok(board) : Problems.Bad([problem!]);
}

/// <param name="Vote"><c>left</c>, <c>right</c>, <c>tie</c> or <c>both_bad</c>.</param>
public sealed record VoteAsk(string? Vote);
