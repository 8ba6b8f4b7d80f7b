using Assay.Adapters.Runs;
using Assay.Adapters.Storage;
using Assay.Adapters.Storage.Runs;
using Assay.Adapters.Suites;
using Assay.Evaluation;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary>Runs over HTTP: start, follow, stop, go on with.</summary>
public static class EvalRunApi
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1/evals").WithTags("Evals");
        api.MapPost("/runs", Start).WithName("StartRun").WithSummary("Starts a run of a suite of the data folder or of those that came with the program. A cap on spend is needed unless all models are free. Answers at once; follow the run by its events.")
            .Produces<RunningView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .Sends(new() { Suite = Parameters.Suite.Example, Models = ["openai/gpt-4o-mini", "openai/gpt-4o"], MaxCost = 1 }, AssayJson.Default.EvalAsk);
        api.MapPost("/runs/{run}/resume", Resume).WithName("ResumeRun").WithSummary("Goes on with a run: what is missing, was interrupted or failed is asked. The body may be left out.")
            .Produces<RunningView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests).Takes(Parameters.Run).Sends(new(MaxCost: 2), AssayJson.Default.EvalResume);
        api.MapPost("/runs/{run}/stop", Stop).WithName("StopRun").WithSummary("Stops a run of this process: nothing new is sent, calls under way may end.").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).Takes(Parameters.Run);
        api.MapGet("/runs/{run}/events", Events).WithName("FollowRun").WithSummary("How far a run is, as server-sent events: progress, and end once.").ProducesEvents().ProducesProblem(StatusCodes.Status404NotFound).Takes(Parameters.Run);
    }

    private static IResult Start(EvalAsk ask, SuiteFinder suites, EvalStart start, RunStore runs, LiveRuns live, HttpContext context)
    {
        try
        {
            if (ask.Suite is not { Length: > 0 } id) return Problems.Bad([$"suite is missing. {suites.Told}"]);
            if (suites.Known(id, context.RequestAborted) is not { } suite) return Problems.NotFound($"No suite has the id '{id}'. {suites.Told}", [.. suites.Ids]);
            var (run, problems) = start.Plan(ask, suite);
            if (run is null) return Problems.Bad(problems);
            if (Uncapped(start.Estimate(run, suite.Samples()), run.Settings.MaxCost) is { } uncapped) return Problems.Bad([uncapped]);
            start.Begin(run, suite);
            return live.Start(run) is null ? Busy(runs, run) : Accepted(context, run);
        }
        catch (SuiteException e)
        {
            return Problems.Bad(e.Faults);
        }
    }

    /// <summary>Nobody sees what a program in a browser spends: without a cap only what is free is sent.</summary>
    internal static string? Uncapped(RunEstimate estimate, decimal? cap) => cap is null
        ? estimate.Models.FirstOrDefault(m => m.Usd != 0) is { } costs ? $"max_cost is missing: {costs.Model} is not known to be free. Give the US dollars that the run may cost." : null
        : estimate.Models.FirstOrDefault(m => m.NoCap is not null) is { } no ? $"max_cost cannot be held for {no.Model}: {no.NoCap!.TrimEnd('.')}. Give max_output_tokens where that is what is missing." : null;

    private static IResult Resume(string run, EvalResume? ask, RunStore runs, LiveRuns live, HttpContext context)
    {
        if (runs.Find(run) is not { } found) return NoRun(run);
        if (found.Origin is RunOrigin.Imported) return Problems.Bad([$"Run {found.Id} was read from another program's record: there is nothing to go on with."]);
        if (new EvalAsk { MaxCost = ask?.MaxCost, Concurrency = ask?.Concurrency }.Faults().ToArray() is { Length: > 0 } faults) return Problems.Bad(faults);
        var again = found with { Settings = found.Settings with { MaxCost = ask?.MaxCost ?? found.Settings.MaxCost, Concurrency = ask?.Concurrency ?? found.Settings.Concurrency } };
        if (RunLock.IsHeld(runs.Store, found.Id)) return TypedResults.Problem($"Run {found.Id} is under way. Follow it at /api/v1/evals/runs/{found.Id}/events.", statusCode: StatusCodes.Status409Conflict, title: "The run is under way");
        return live.Start(again) is null ? Busy(null, again) : Accepted(context, again);
    }

    private static IResult Stop(string run, RunStore runs, LiveRuns live)
    {
        if (runs.Find(run) is not { } found) return NoRun(run);
        if (live.Find(found.Id) is not { Ended.IsCompleted: false } going) return Problems.NotFound($"Run {found.Id} is not under way in this process.", []);
        going.Stop();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Events(string run, RunStore runs, LiveRuns live, TimeProvider time, HttpContext context)
    {
        if (runs.Find(run) is not { } found) return NoRun(run);
        await new RunStream(found, live, runs, time).Write(context);
        return Results.Empty;
    }

    private static IResult Accepted(HttpContext context, Run run)
    {
        var where = $"/api/v1/evals/runs/{run.Id}";
        context.Response.Headers.Location = where;
        return TypedResults.Accepted(where, RunningView.Of(run, new(run.Models.Count, checked(run.Samples * run.Settings.Repetitions), []), null, null));
    }

    private static IResult Busy(RunStore? runs, Run run)
    {
        // Begun and not run it would only be in the way.
        runs?.Delete(run.Id);
        return TypedResults.Problem($"{LiveRuns.Most} runs are under way, as many as may be at once. Wait for one to end, or stop one.", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many runs");
    }

    private static IResult NoRun(string run) => Problems.NotFound($"No run has the id '{run}'. Runs are listed at /evals.", []);
}

/// <summary>What may be said anew when a run goes on.</summary>
public sealed record EvalResume(decimal? MaxCost = null, int? Concurrency = null);
