using System.Text.Json;
using Assay.Adapters.Images;
using Assay.Adapters.Images.Samples;
using Assay.Adapters.Storage.Turns;
using Assay.Calls;
using Assay.Host.Described;
using Assay.Host.Web;
using Assay.Playground;

namespace Assay.Host.Playground;

/// <summary>The playground over HTTP: start, follow, stop, read and delete turns.</summary>
public static class PlaygroundApi
{
    public static void Map(WebApplication app)
    {
        var turns = app.MapGroup("/api/v1/playground").WithTags("Playground");
        turns.MapPost("/turns", Start).WithName("StartTurn").DisableAntiforgery().Accepts<TurnAsk>("application/json", "multipart/form-data")
            .WithSummary("Puts one task to one to eight models at once. Answers with an event stream of all lanes; with 'Accept: application/json' it waits, and answers with the turn.")
            .Produces<TurnView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests).Sends(Example, AssayJson.Default.TurnAsk);
        turns.MapGet("/turns", List).WithName("ListTurns").WithSummary("The history, newest first.").Produces<TurnListView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes(Parameters.Turns);
        turns.MapGet("/turns/{id}", One).WithName("GetTurn").WithSummary("A turn as it stands.").Produces<TurnView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes([Parameters.Turn, .. Parameters.Reading]);
        turns.MapGet("/turns/{id}/events", Events).WithName("FollowTurn").WithSummary("The events of a turn that runs or ended a little while ago, from the one after Last-Event-ID on.").ProducesEvents().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone).Takes(Parameters.Turn, Parameters.After);
        turns.MapPost("/turns/{id}/stop", (TurnRunner runner, string id) => Stop(runner, id, null)).WithName("StopTurn").WithSummary("Stops every lane that runs.").Produces(StatusCodes.Status204NoContent).Takes(Parameters.Turn);
        turns.MapPost("/turns/{id}/lanes/{lane:int}/stop", (TurnRunner runner, string id, int lane) => Stop(runner, id, lane)).WithName("StopLane").WithSummary("Stops one lane.").Produces(StatusCodes.Status204NoContent)
            .Takes(Parameters.Turn, new("lane", "The lane's place, from 0.", "0") { IsWhole = true, Least = 0, Most = Turn.MostLanes - 1 });
        turns.MapDelete("/turns/{id}", Delete).WithName("DeleteTurn").WithSummary("Deletes a turn with its answers and images.").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).Takes(Parameters.Turn);
        turns.MapGet("/models", (PlaygroundModels models, string? task, string? q) =>
            ModelTasks.Find(task ?? "caption") is { } found ? TypedResults.Ok(ModelChoicesView.Of(models.All, found, q)) : Problems.Bad([NoTask(task)]))
            .WithName("PlaygroundModels").WithSummary("The models for a task: which can be called, and of the others why not.").Produces<ModelChoicesView>().ProducesProblem(StatusCodes.Status400BadRequest)
            .Takes(Parameters.Task(ModelTask.Caption.Name()), new("q", "Words that name, reference or provider must hold.", "ocr"));
        app.MapGet("/playground/images/{hash}", Image).ExcludeFromDescription();
        app.MapGet("/playground/images/{hash}/small", Small).ExcludeFromDescription();
        app.MapGet("/playground/{id}.json", One).Twin<TurnView>("TurnPage", "The page of a turn.", missing: true).Takes([Parameters.Turn, .. Parameters.Reading]);
        app.MapGet("/playground/history.json", List).Twin<TurnListView>("TurnsPage", "The history of turns.").Takes(Parameters.Turns);
        app.MapGet("/playground.json", (PlaygroundModels models, string? task) =>
            ModelTasks.Find(task ?? "caption") is { } found ? TypedResults.Ok(ModelChoicesView.Of(models.All, found)) : Problems.Bad([NoTask(task)])).Twin<ModelChoicesView>("PlaygroundPage", "What the playground has to choose from for a task.").Takes(Parameters.Task(ModelTask.Caption.Name()));
        app.MapGet("/playground/samples/{id}.png", (HttpContext context, string id) => Sample(context, id)).ExcludeFromDescription();
        TurnExports.Map(app, turns);
    }

    /// <summary>A turn that needs no key.</summary>
    internal static TurnAsk Example { get; } = new() { Task = ModelTask.Ocr.Name(), Models = ["local/pp-ocr-v4-en", "local/pp-ocr-v3-en"], Image = "sample:receipt" };

    internal static string NoTask(string? task) => $"'{task}' is not a task. Allowed: {string.Join(", ", ModelTasks.All.Select(t => t.Name()))}.";

    private static async Task<IResult> Start(HttpContext context, TurnPlanner planner, TurnRunner runner, TurnViewBuilder views, TimeProvider time)
    {
        var (ask, fault) = await TurnForm.ReadForProgram(context.Request);
        if (ask is null) return fault!;
        var (plan, problems) = await planner.Plan(ask, context.RequestAborted);
        if (plan is null) return Problems.Bad(problems);
        if (runner.Start(plan) is not { } run) return Busy();
        context.Response.Headers.Location = $"/api/v1/playground/turns/{run.Turn.Id}";
        var accepts = context.Request.Headers.Accept.ToString();
        if (accepts.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accepts.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            // The turn goes on if the reader leaves: it is found in the history.
            await run.Ended.WaitAsync(context.RequestAborted);
            return TypedResults.Ok(views.Of(run.Turn, running: false));
        }
        await new TurnStream(run, new TurnTelling(views).Of, time).Write(context, 0);
        return Results.Empty;
    }

    internal const string BusyWords = "As many turns run as may run at once. Wait for one to end, or stop one.";

    internal static IResult Busy() => TypedResults.Problem(BusyWords, statusCode: StatusCodes.Status429TooManyRequests, title: "Too many turns");

    internal static IResult NotFound(string id) => Problems.NotFound($"No turn has the id '{id}'. Turns are listed at /playground/history.", []);

    private static async Task<IResult> Events(HttpContext context, TurnRunner runner, TurnStore store, TurnViewBuilder views, TimeProvider time, string id, int? after)
    {
        if (!TurnId.TryParse(id, out var known)) return NotFound(id);
        if (runner.Find(known) is not { } run)
        {
            return store.Find(known) is null ? NotFound(id)
                : TypedResults.Problem($"The events of turn '{id}' are kept no longer: it has ended. Its answers are at /api/v1/playground/turns/{id}.", statusCode: StatusCodes.Status410Gone, title: "The turn has ended");
        }
        var last = int.TryParse(context.Request.Headers["Last-Event-ID"], out var number) ? number : after ?? 0;
        await new TurnStream(run, new TurnTelling(views).Of, time).Write(context, last);
        return Results.Empty;
    }

    private static IResult One(HttpRequest request, TurnRunner runner, TurnViewBuilder views, string id)
    {
        if (!TurnId.TryParse(id, out var known) || runner.Look(known) is not { } turn) return NotFound(id);
        var query = ReadingQuery.From(request.Query, turn);
        return query.Problems.Count > 0 ? Problems.Bad(query.Problems) : TypedResults.Ok(views.Of(turn, runner.Runs(known), query));
    }

    private static IResult List(TurnStore store, TurnRunner runner, TurnViewBuilder views, HttpRequest request)
    {
        if (TurnHistory.Read(request, store, runner, views, out var problems) is not { } list) return Problems.Bad(problems);
        PageLinks.Set(request.HttpContext, list.Page, list.Pages);
        return TypedResults.Ok(list);
    }

    private static IResult Stop(TurnRunner runner, string id, int? lane)
    {
        if (!TurnId.TryParse(id, out var known) || runner.Find(known) is not { } run) return Problems.NotFound($"No turn with the id '{id}' runs.", []);
        if (lane is { } place && !run.Stop(place)) return Problems.NotFound($"Turn '{id}' has no lane {place}: lanes are 0 to {run.Turn.Lanes.Count - 1}.", []);
        if (lane is null) run.Stop();
        return TypedResults.NoContent();
    }

    private static IResult Delete(TurnRunner runner, TurnStore store, string id)
    {
        if (!TurnId.TryParse(id, out var known)) return NotFound(id);
        if (runner.Runs(known)) return TypedResults.Problem($"Turn '{id}' still runs. Stop it first.", statusCode: StatusCodes.Status409Conflict, title: "The turn runs");
        return store.Delete(known) ? TypedResults.NoContent() : NotFound(id);
    }

    private static IResult Sample(HttpContext context, string id)
    {
        if (SampleImages.Find(id) is not { } sample) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Bytes(sample.Bytes(), "image/png");
    }

    private static IResult Image(TurnStore store, HttpContext context, string hash)
    {
        return IsHash(hash) && store.Image(hash) is { } image ? Unchanging(context, image, hash) : TypedResults.NotFound();
    }

    private static async Task<IResult> Small(SmallPictures pictures, HttpContext context, string hash)
    {
        try
        {
            return IsHash(hash) && await pictures.Of(hash, context.RequestAborted) is { } image ? Unchanging(context, image, $"{hash}-{SmallPictures.LongSide}") : TypedResults.NotFound();
        }
        catch (ImageException)
        {
            // Until there is a library to make it with, the whole image does.
            return TypedResults.Redirect($"/playground/images/{hash}");
        }
    }

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    /// <summary>The address is the content: it never changes.</summary>
    private static IResult Unchanging(HttpContext context, CallImage image, string tag)
    {
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(image.Bytes, image.MediaType, entityTag: new($"\"{tag}\""));
    }
}
