using System.Globalization;
using System.Text;
using Assay.Adapters.Importers;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Described;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary>What people say of the answers of a run, as CSV over HTTP.</summary>
public static class EvalLabelApi
{
    /// <summary>Bytes of a file of labels: more than a hundred thousand of them.</summary>
    public const int MostBytes = 8_000_000;

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1/evals").WithTags("Evals");
        api.MapGet("/runs/{run}/labels", Out).WithName("ListLabels").WithSummary("What people say of the answers of a run, as CSV: sample, model, repetition, label (pass or fail), person.")
            .Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound).Takes(Parameters.Run);
        api.MapPost("/runs/{run}/labels", In).WithName("PutLabels").WithSummary("Keeps labels, all or none, and tells how many. Body: CSV with sample and label, and any of model, repetition, person. A person's earlier word on the same answer is replaced.")
            .Accepts<string>("text/csv").Produces<LabelsKept>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .Takes(Parameters.Run, new("by", "Who labelled, where the file has no column person.", "Ada")).SendsText("text/csv", "sample,label\nlengths-01,pass\n");
        app.MapGet("/evals/{run}/labels.csv", Out).ExcludeFromDescription();
    }

    private static IResult Out(RunReports reports, RunLabels labels, string run)
    {
        if (reports.Find(run) is not { } found) return EvalReportApi.NoRun(reports, run);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        RunLabelFile.Write(found, labels.Of(found.Run.Id), text);
        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"labels-{found.Run.Id}.csv");
    }

    private static async Task<IResult> In(RunReports reports, RunLabels labels, HttpRequest request, string run, string? by)
    {
        if (reports.Find(run) is not { } found) return EvalReportApi.NoRun(reports, run);
        if (Problems.TooLarge(request, MostBytes) is { } large) return large;
        if (request.ContentLength is not > 0) return Problems.Bad([$"The body has {request.ContentLength?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes; allowed are 1 to {MostBytes}, with their length said. Send fewer lines at a time."]);
        using var body = new MemoryStream((int)request.ContentLength.Value);
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        body.Position = 0;
        try
        {
            return TypedResults.Ok(new LabelsKept(found.Run.Id, RunLabelFile.Take(found, labels, body, "labels.csv", by)));
        }
        catch (ImportException e)
        {
            return Problems.Bad([e.Message]);
        }
    }
}

/// <param name="Labels">How many were kept.</param>
public sealed record LabelsKept(string Run, int Labels);
