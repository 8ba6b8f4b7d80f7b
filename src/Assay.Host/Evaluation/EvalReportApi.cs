using System.Globalization;
using Assay.Evaluation;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary>Runs and their samples over HTTP.</summary>
public static class EvalReportApi
{
    private static readonly Parameter OfSuite = Parameters.Suite with { Means = "Only runs of this suite." };

    private static readonly Parameter[] OfSamples =
    [
        Parameters.Run, new("category", "A category of the suite.", "Reading"), new("difficulty", "A difficulty of the suite.", "easy"), new("model", "A model of the run; with state, its trials alone.", "openai/gpt-4o"),
        new("state", "How a trial ended.", TrialState.Passed.Name()) { Allowed = [.. TrialWords.All.Select(s => s.Name())] }, new("passed_by", "A model that passed all; with failed_by, that has the higher score.", "openai/gpt-4o"),
        new("failed_by", "A model that failed one.", "openai/gpt-4o-mini"), new("q", "Words that question, target or a reply must hold.", "three"), Parameters.PageOfOwn, Parameters.Scoring,
    ];

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1/evals").WithTags("Evals");
        api.MapGet("/runs", List).WithName("ListRuns").WithSummary("Lists runs, newest first, and the suites they are of.").Produces<EvalListView>().ProducesProblem(StatusCodes.Status400BadRequest).Takes(OfSuite, Parameters.PageOfOwn);
        api.MapGet("/runs/{run}", One).WithName("GetRun").WithSummary("A run: scores with intervals, pairs with their tests, times, tokens, cost.")
            .Produces<EvalRunView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes([Parameters.Run, .. Parameters.RunPair]);
        api.MapGet("/runs/{run}/samples", Samples).WithName("ListSamples").WithSummary("Samples of a run with how each trial ended.")
            .Produces<EvalSampleListView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes(OfSamples);
        api.MapGet("/runs/{run}/samples/{sample}", Sample).WithName("GetSample").WithSummary("A sample with every reply, its score and why.")
            .Produces<EvalSampleView>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).Takes(Parameters.Run, Parameters.Sample, Parameters.Scoring);
        app.MapGet("/evals.json", List).Twin<EvalListView>("RunsPage", "Runs and suites.").Takes(OfSuite, Parameters.PageOfOwn);
        app.MapGet("/evals/suites/{suite}.json", Suite).Twin<EvalSuitePageView>("SuitePage", "The page of a suite that can be run.", missing: true, refuses: false).Takes(Parameters.Suite);
        app.MapGet("/evals/{run}.json", One).Twin<EvalRunView>("RunPage", "The page of a run.", missing: true).Takes([Parameters.Run, .. Parameters.RunPair]);
        app.MapGet("/evals/{run}/samples.json", Samples).Twin<EvalSampleListView>("SamplesPage", "The samples of a run.", missing: true).Takes(OfSamples);
        app.MapGet("/evals/{run}/samples/{sample}.json", Sample).Twin<EvalSampleView>("SamplePage", "The page of a sample.", missing: true).Takes(Parameters.Run, Parameters.Sample, Parameters.Scoring);
        app.MapGet("/evals/{run}/images/{hash}", Image).ExcludeFromDescription();
        app.MapGet("/evals/{run}/trials/{model:int}-{sample:int}-{repetition:int}/{side:regex(^(request|reply)$)}", Raw).ExcludeFromDescription();
    }

    internal static IResult NoRun(RunReports reports, string run) => Problems.NotFound(EvalRunQuery.NoRun(reports, run) + " Runs are listed at /evals.", []);

    /// <summary>Page and suite of a list; null with a sentence where the page is none.</summary>
    internal static EvalListView? ReadList(RunReports reports, KnownSuites known, IQueryCollection query, out string? problem)
    {
        var (page, text, suite) = (1, query["page"].ToString(), query["suite"].ToString().Trim());
        problem = text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > Parameters.LastPage) ? $"page '{text}' is not a page: write 1 or more." : null;
        return problem is null ? EvalRunList.Of(reports, known, suite.Length > 0 ? suite : null, page) : null;
    }

    private static IResult List(RunReports reports, KnownSuites known, HttpRequest request)
    {
        if (ReadList(reports, known, request.Query, out var problem) is not { } list) return Problems.Bad([problem!]);
        PageLinks.Set(request.HttpContext, list.Page, list.Pages);
        return TypedResults.Ok(list);
    }

    private static IResult Suite(KnownSuites known, string suite) => known.Find(suite) is { } found ? TypedResults.Ok(found) : Problems.NotFound($"No suite has the id '{suite}'. Suites are listed at /evals.", []);

    private static IResult One(RunReports reports, EvalRunViewBuilder views, HttpRequest request, string run)
    {
        var query = EvalRunQuery.From(reports, run, request.Query);
        if (query.Run is not { } found) return NoRun(reports, run);
        if (query.Problems.Count > 0) return Problems.Bad(query.Problems);
        return TypedResults.Ok(views.Of(found, query.Pair, query.Against is { } against ? views.Against(found, against, query.ById) : null));
    }

    private static IResult Samples(RunReports reports, EvalSamples samples, HttpRequest request, string run)
    {
        var query = EvalRunQuery.From(reports, run, request.Query);
        if (query.Run is not { } found) return NoRun(reports, run);
        var asked = SampleQuery.From(request.Query, found);
        return query.Problems.Count + asked.Problems.Count > 0 ? Problems.Bad([.. query.Problems, .. asked.Problems]) : TypedResults.Ok(samples.List(found, asked));
    }

    private static IResult Sample(RunReports reports, EvalSamples samples, HttpRequest request, string run, string sample)
    {
        var query = EvalRunQuery.From(reports, run, request.Query);
        if (query.Run is not { } found) return NoRun(reports, run);
        if (query.Problems.Count > 0) return Problems.Bad(query.Problems);
        return samples.One(found, sample) is { } view ? TypedResults.Ok(view) : Problems.NotFound($"Run {found.Run.Id} has no sample '{Uri.UnescapeDataString(sample)}'. Its samples are listed at /evals/{found.Run.Id}#samples.", []);
    }

    private static IResult Image(RunReports reports, HttpContext context, string run, string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower) || reports.Store.Find(run) is not { } found || reports.Store.Image(found.SuiteHash, hash) is not { } image) return TypedResults.NotFound();
        // The address names the content: it never changes.
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(image.Bytes, image.MediaType);
    }

    /// <summary>As plain text, whatever it claims to be.</summary>
    private static IResult Raw(RunReports reports, string run, int model, int sample, int repetition, string side)
    {
        if (reports.Store.Find(run) is not { } found) return NoRun(reports, run);
        if (reports.Store.Exchange(found.Id, new TrialKey(model, sample, repetition)) is not { } exchange) return Problems.NotFound($"No bytes are kept of trial {model}-{sample}-{repetition} of run {found.Id}: nothing was sent, or it was imported.", []);
        var bytes = side == "request" ? exchange.Request : exchange.Reply;
        return bytes is { } sent ? TypedResults.Bytes(sent, "text/plain; charset=utf-8") : Problems.NotFound($"No reply came for trial {model}-{sample}-{repetition} of run {found.Id}.", []);
    }
}
