using Assay.Adapters.Importers;
using Assay.Evaluation;

namespace Assay.Adapters.Storage.Runs;

/// <summary>
/// Labels as comma-separated values with a heading: <c>sample</c> and <c>label</c> (<c>pass</c> or <c>fail</c>); <c>model</c>, <c>repetition</c> (from 1) and <c>person</c>
/// where they do not follow from the run or the command; <c>note</c>, why.
/// </summary>
public static class LabelFile
{
    private const int MostFaults = 20;

    private static readonly string[] Columns = ["sample", "label", "model", "repetition", "person", "note"];

    /// <param name="name">Of the file, for messages.</param>
    /// <param name="run">Whose answers they are of.</param>
    /// <param name="place">The place of a sample by its id; null where the suite has none.</param>
    /// <param name="person">Where the file has no such column; null for <c>a person</c>.</param>
    /// <exception cref="ImportException">What cannot be read, each fault with its line; nothing is taken then.</exception>
    public static IReadOnlyList<HumanLabel> Read(Stream stream, string name, Run run, Func<string, int?> place, string? person)
    {
        using var records = new CsvRecords(stream, name);
        if (!records.Next()) throw new ImportException($"{name}: the file is empty; it needs a heading with sample and label.");
        var heading = Enumerable.Range(0, records.Fields).Select(i => records[i].ToString().Trim().ToLowerInvariant()).ToArray();
        if (!heading.Contains("sample") || !heading.Contains("label") || heading.Except(Columns, StringComparer.Ordinal).Any() || heading.Distinct(StringComparer.Ordinal).Count() != heading.Length)
            throw new ImportException($"{name}:1: the heading is '{Units.Visible.Line(string.Join(',', heading), 200)}'; allowed are sample, label, and any of model, repetition, person, note, each once.");
        var (labels, faults, seen) = (new List<HumanLabel>(), new List<string>(), new HashSet<(TrialKey, string)>());
        while (records.Next())
        {
            string? Field(string column) => Array.IndexOf(heading, column) is >= 0 and var at && at < records.Fields && records[at].Trim() is { IsEmpty: false } text ? text.ToString() : null;
            if (records.Fields != heading.Length) faults.Add($"{name}:{records.Line}: {records.Fields} fields where the heading has {heading.Length}.");
            else if (Fault(Field, run, place, person, out var label) is { } fault) faults.Add($"{name}:{records.Line}: {fault}");
            else if (!seen.Add((label!.Key, label.Person))) faults.Add($"{name}:{records.Line}: a second label of the same person for the same answer.");
            else labels.Add(label);
            if (faults.Count == MostFaults) break;
        }
        return faults.Count == 0 ? labels : throw new ImportException(faults);
    }

    private static string? Fault(Func<string, string?> field, Run run, Func<string, int?> place, string? person, out HumanLabel? label)
    {
        label = null;
        if (field("sample") is not { } sample) return "no sample; give its id.";
        if (place(sample) is not { } at) return $"the suite has no sample '{Units.Visible.Line(sample, 100)}'.";
        var model = field("model") is { } named ? run.Models.ToList().IndexOf(named) : run.Models.Count == 1 ? 0 : -1;
        if (model < 0) return $"{(field("model") is { } other ? $"the run has no model '{Units.Visible.Line(other, 100)}'" : "no model")}; allowed: {string.Join(", ", run.Models)}.";
        var repetition = 1;
        if (field("repetition") is { } text && (!int.TryParse(text, out repetition) || repetition < 1 || repetition > run.Settings.Repetitions)) return $"'{Units.Visible.Line(text, 40)}' is no repetition of this run; allowed: 1 to {run.Settings.Repetitions}.";
        if (field("label") is not ("pass" or "fail")) return $"'{Units.Visible.Line(field("label") ?? "", 40)}' is no label; allowed: pass, fail.";
        var note = field("note")?.Trim();
        if (HumanLabel.NoteFault(note) is { } tooLong) return tooLong;
        label = new(new(model, at, repetition - 1), Units.Visible.Line(field("person") ?? person ?? "a person", HumanLabel.LongestPerson), field("label") == "pass") { Note = note };
        return null;
    }
}
