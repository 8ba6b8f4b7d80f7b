using Assay.Adapters.Suites;
using Assay.Host.Cli;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>A table of prompts into a suite folder: what was written, mended and refused.</summary>
internal static class PromptsCsvImport
{
    public static EvalImportFormat Format { get; } = new("prompts-csv", "TABLE.csv OUT, the table and the folder that the suite is written into", (paths, run, _) => Task.FromResult(Run(paths, run)));

    private static int Run(IReadOnlyList<string> paths, CommandRun run)
    {
        if (paths.Count != 2) throw new CliException(ExitCode.Usage, $"'prompts-csv' takes two paths and was given {paths.Count}: assay eval import prompts-csv TABLE.csv OUT");
        var csv = PromptsCsv.Read(paths[0]);
        var (suite, samples) = PromptsSuite.Write(csv, paths[0], paths[1]);
        var view = new PromptsImportView(suite.Folder, suite.Hash, samples, csv.Notes, csv.Refused);
        if (run.Json) run.WriteJson(view, SuiteToolsJson.Default.PromptsImportView);
        else if (!run.Quiet) run.Write(Document(view));
        return ExitCode.Done;
    }

    private static Document Document(PromptsImportView view)
    {
        var document = new Document("Import").Paragraph(new($"{Words.Plural(view.Samples.Count, "sample")} written to {view.Folder}.", Tone.Strong));
        document.Paragraph($"Suite {view.Hash}.").Heading(3, "Scorers").Bullets(view.Samples.GroupBy(s => (s.Scorer, s.Why)).OrderByDescending(g => g.Count()).Select(g => (BulletItem)$"{Units.Format.Exact(g.Count())} × {g.Key.Scorer}: {g.Key.Why} {Lines(g.Select(s => s.Line))}"));
        if (view.Refused.Count > 0) document.Heading(3, "Refused").Bullets(view.Refused.Select(r => (BulletItem)$"line {r.Line}: {r.Why}"));
        if (view.Mended.Count > 0) document.Heading(3, "Mended").Bullets(view.Mended.Select(m => (BulletItem)m));
        return document;
    }

    private static string Lines(IEnumerable<int> lines) => lines.ToArray() is var all && all.Length <= 12 ? $"(line{(all.Length == 1 ? "" : "s")} {string.Join(", ", all)})" : $"(lines {string.Join(", ", all.Take(12))} and {Units.Format.Exact(all.Length - 12)} more; --json lists all)";
}

/// <summary>What an import of a table did.</summary>
public sealed record PromptsImportView(string Folder, string Hash, IReadOnlyList<WrittenSample> Samples, IReadOnlyList<string> Mended, IReadOnlyList<RefusedRow> Refused);
