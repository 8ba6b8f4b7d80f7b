using System.ComponentModel;
using Assay.Adapters.Settings;
using Assay.Adapters.Storage.Runs;
using Assay.Host.Evaluation.Exports;
using Assay.Host.Web;

namespace Assay.Host.Evaluation;

/// <summary>Runs as files to download.</summary>
internal static class EvalExportApi
{
    public static void Map(WebApplication app) => app.MapGet("/api/v1/evals/runs/{run}/export", Export).WithTags("evals").WithName("ExportRun")
        .WithSummary("A run as a file: json, csv, junit, markdown, html or inspect.").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Export(RunStore store, SettingsLocation settings, string run,
        [Description("json, csv, junit, markdown, html or inspect.")] string? format, [Description("The model, where a form holds one only and the run has several.")] string? model)
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
