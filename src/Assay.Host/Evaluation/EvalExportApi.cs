using Assay.Adapters.Settings;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Described;
using Assay.Host.Evaluation.Exports;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary>Runs as files to download.</summary>
internal static class EvalExportApi
{
    public static void Map(WebApplication app) => app.MapGet("/api/v1/evals/runs/{run}/export", Export).WithTags("Evals").WithName("ExportRun")
        .WithSummary("A run as a file: json, csv, junit, markdown, html or inspect.").AnswersAs(RunExport.Formats.Select(f => f.MediaType.Split(';')[0])).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .Takes(Parameters.Run, new("format", "The form.", RunExport.Formats[0].Name) { Allowed = [.. RunExport.Formats.Select(f => f.Name)], Required = true }, new("model", "The model, where a form holds one only and the run has several.", "openai/gpt-4o"));

    private static IResult Export(RunStore store, SettingsLocation settings, string run,
        string? format, string? model)
    {
        if (store.Find(run) is not { } found) return Problems.NotFound($"There is no run '{run}'.", []);
        var (asked, problem) = RunExport.Asked(format, model, found);
        if (asked is null) return Problems.Bad([problem!]);
        // By way of a file that is gone when it was sent: a large run is never held, and a fault on the way is an error and not half a file.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            new RunExport(store, [settings.DataFolder]).Write(found, asked, file);
            file.Position = 0;
            return TypedResults.Stream(file, asked.MediaType, $"assay-{found.Suite.Id}-{found.Id[..10]}.{asked.Extension}");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
