using Assay.Adapters.Importers;
using Assay.Adapters.Storage.Runs;
using Assay.Evaluation;
using Assay.Host.Cli.Text;
using Assay.Units;

namespace Assay.Host.Evaluation;

/// <summary>Labels of a run out as a file and in again.</summary>
internal static class RunLabelFile
{
    /// <summary>The columns of <see cref="LabelFile"/>, whole: what is written can be read into another copy of the run.</summary>
    public static void Write(ReportedRun run, IReadOnlyList<HumanLabel> labels, TextWriter output) => Csv.Write(output, ["sample", "model", "repetition", "label", "person", "note"],
        labels.Select(l => (IReadOnlyList<string?>)[run.Report.Items.Ids[l.Key.Sample], run.Run.Models[l.Key.Model], Format.Exact(l.Key.Repetition + 1), l.Passed ? "pass" : "fail", l.Person, l.Note]), own: 4);

    /// <summary>Keeps the labels of a file, all or none.</summary>
    /// <param name="by">Who labelled, where the file does not say; null for "a person".</param>
    /// <returns>How many.</returns>
    /// <exception cref="ImportException">What cannot be read, or is said of an answer that the run does not have.</exception>
    public static int Take(ReportedRun run, RunLabels labels, Stream file, string name, string? by)
    {
        var read = LabelFile.Read(file, name, run.Run, run.Report.Items.Find, by);
        if (labels.Put(run.Run.Id, read) is not [var first, ..] without) return read.Count;
        throw new ImportException($"{Words.Plural(without.Count, "label")} of answers that run {run.Run.Id} does not have, the first for sample '{run.Report.Items.Ids[first.Key.Sample]}' of {run.Run.Models[first.Key.Model]}: its call brought none. Take those lines out. Nothing was kept.");
    }
}
