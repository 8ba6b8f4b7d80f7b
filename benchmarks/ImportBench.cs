using System.Text.Json;

namespace Assay.Bench;

/// <summary>The real snapshot of models.dev, as whole processes: into a store that holds the curated catalogue, and the same bytes again.</summary>
internal static class ImportBench
{
    public static void Run(BenchRequest request)
    {
        OneList(request);
        if (request.Shared is { } shared) ListsBench.Run(request, shared);
    }

    private static void OneList(BenchRequest request)
    {
        if (request.Snapshot is not { } snapshot)
        {
            Console.WriteLine("## Import\n\nNot measured: name a snapshot with --snapshot PATH.");
            return;
        }
        var bare = Timing.Of("baseline: JSON of the file parsed, nothing else", request.Runs, () => { using var _ = JsonDocument.Parse(File.ReadAllBytes(snapshot)); });
        var version = Timing.Of("process that only prints its version", request.Runs, () => Child.Run(request.Program, "--version"));
        var folders = Enumerable.Range(0, request.Runs + 1).Select(_ => Child.NewFolder()).ToArray();
        try
        {
            // The curated catalogue is there before: what is measured is the import alone.
            foreach (var folder in folders) Child.Run(request.Program, "models", "nothing-has-this-name", "--data", folder);
            var next = 0;
            var first = Timing.Of("assay import models.dev, first time", request.Runs, () => Child.Run(request.Program, "import", "models.dev", snapshot, "--data", folders[next++]));
            var again = Timing.Of("assay import models.dev, the same bytes again", request.Runs, () => Child.Run(request.Program, "import", "models.dev", snapshot, "--data", folders[0]));
            Timing.Print("Import, whole process", [bare, version, first, again]);
        }
        finally
        {
            foreach (var folder in folders) Directory.Delete(folder, recursive: true);
        }
    }
}
