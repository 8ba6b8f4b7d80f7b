using System.Text;
using System.Text.Unicode;
using Assay.Adapters.Images;
using Assay.Adapters.Importers;
using Assay.Adapters.Importers.BenchmarkRows;
using Assay.Evaluation;
using Assay.Evaluation.Scorers;
using Assay.Units;

namespace Assay.Adapters.Suites;

/// <summary>A row that was not taken, with why.</summary>
public sealed record RefusedRow(int Line, string Why);

/// <summary>
/// A table of prompts with columns <c>file_name, prompt, answer</c> and where given <c>assessment_name, category</c>, read into samples. What was mended is
/// said, and what cannot be used is refused with the reason.
/// </summary>
public sealed class PromptsCsv
{
    private static readonly string[] Required = ["file_name", "prompt", "answer"], Optional = ["assessment_name", "category"];
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"];

    private readonly string folder;
    private readonly List<string> notes = [];
    private readonly List<RefusedRow> refused = [];
    private readonly List<PromptRow> rows = [];

    private PromptsCsv(string folder) => this.folder = folder;

    /// <summary>What was mended, one sentence each, with the lines.</summary>
    public IReadOnlyList<string> Notes => notes;

    public IReadOnlyList<RefusedRow> Refused => refused;

    internal IReadOnlyList<PromptRow> Rows => rows;

    /// <summary>Categories in the order of their first rows.</summary>
    public IReadOnlyList<string> Categories => [.. rows.Select(r => r.Category).Distinct(StringComparer.Ordinal)];

    /// <param name="path">The table; images lie beside it, or beside it in a folder named images.</param>
    /// <exception cref="ImportException">No such file, or no such table.</exception>
    public static PromptsCsv Read(string path)
    {
        if (!File.Exists(path)) throw new ImportException($"'{path}' is no file; give the table with the columns {string.Join(", ", Required)}.");
        var csv = new PromptsCsv(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var name = Path.GetFileName(path);
        var records = CsvText.Records(name, csv.AsUtf8(File.ReadAllBytes(path))).ToArray();
        if (records.Length == 0) throw new ImportException($"{name}: the table is empty; its first line names the columns {string.Join(", ", Required)}.");
        var columns = records[0].Fields.Select(f => f.Trim().ToLowerInvariant()).ToArray();
        if (Required.Where(r => !columns.Contains(r)).ToArray() is { Length: > 0 } missing) throw new ImportException($"{name}:1: the column{(missing.Length == 1 ? "" : "s")} {Words.List(missing)} {(missing.Length == 1 ? "is" : "are")} missing; the first line must name {string.Join(", ", Required)}, and may name {string.Join(", ", Optional)}.");
        if (columns.Except(Required).Except(Optional).ToArray() is { Length: > 0 } others) csv.notes.Add($"Columns that a suite has no place for are left out: {string.Join(", ", others)}.");
        foreach (var (line, fields) in records[1..]) csv.Add(line, fields, columns);
        csv.Compare();
        return csv;
    }

    private byte[] AsUtf8(byte[] bytes)
    {
        if (bytes is [0xff, 0xfe, ..]) return Decoded(Encoding.Unicode, bytes, "UTF-16");
        if (bytes is [0xfe, 0xff, ..]) return Decoded(Encoding.BigEndianUnicode, bytes, "UTF-16");
        return Utf8.IsValid(bytes) ? bytes : Decoded(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, bytes, "not UTF-8 and is read as Windows-1252");
    }

    private byte[] Decoded(Encoding encoding, byte[] bytes, string what)
    {
        notes.Add($"The file is {what}; the suite is written as UTF-8.");
        return Encoding.UTF8.GetBytes(encoding.GetString(bytes).TrimStart('\ufeff'));
    }

    private void Add(int line, IReadOnlyList<string> fields, string[] columns)
    {
        if (fields.Count != columns.Length)
        {
            refused.Add(new(line, $"it has {fields.Count} values and the first line {columns.Length} columns; a comma within a value needs quotes around it"));
            return;
        }
        string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var at ? Mended(fields[at], column, line) : "";
        var row = new PromptRow(line, Cell("file_name"), Cell("prompt"), Cell("answer"), Cell("assessment_name"), Cell("category") is { Length: > 0 } category ? category : "Uncategorised");
        var empty = new[] { ("prompt", row.Prompt), ("answer", row.Answer), ("file_name", row.FileName) }.FirstOrDefault(c => c.Item2.Length == 0).Item1;
        if (empty is not null) refused.Add(new(line, $"'{empty}' is empty; write it, or take the row away"));
        else if (Image(row.FileName, line) is { } image) rows.Add(row with { Image = image });
        else refused.Add(new(line, $"the image '{row.FileName}' is neither beside the table nor in a folder 'images' there, with this or another ending; put it there, or correct the name"));
    }

    private string Mended(string cell, string column, int line)
    {
        var mended = cell.ReplaceLineEndings("\n").Trim();
        if (mended.Length < cell.TrimEnd('\r').Length) notes.Add($"Line {line}: blanks at the ends of '{column}' taken off.");
        // UTF-8 that was once read as Windows-1252 ("â€œ" for a quote) is brought back where all of it can be.
        if (mended.Contains('â') || mended.Contains('Ã'))
        {
            var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(mended);
            if (Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes) is var text && text != mended && !text.Contains('?'))
            {
                notes.Add($"Line {line}: '{column}' was UTF-8 read as Windows-1252 and is brought back.");
                mended = text;
            }
        }
        return mended;
    }

    /// <summary>The image of a name, in the folder or in images, in any case and with any ending; null where there is none.</summary>
    private string? Image(string name, int line)
    {
        if (name.Split('/', '\\').Any(p => p == "..") || Path.IsPathRooted(name) || name.Any(char.IsControl)) return null;
        foreach (var place in (string[])["", "images"])
        {
            var full = Path.Combine(folder, place, name);
            if (File.Exists(full)) return full;
            if (Path.GetDirectoryName(full) is not { } beside || !Directory.Exists(beside)) continue;
            var stem = Path.GetFileNameWithoutExtension(name);
            var near = Directory.EnumerateFiles(beside).Where(f => Path.GetFileNameWithoutExtension(f).Equals(stem, StringComparison.OrdinalIgnoreCase) && Endings.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal).ToArray();
            if (near.Length == 0) continue;
            notes.Add($"Line {line}: '{name}' is there as '{Path.GetRelativePath(folder, near[0]).Replace('\\', '/')}'{(near.Length > 1 ? ", the first of several" : "")}.");
            return near[0];
        }
        return null;
    }

    /// <summary>Rows that stand twice are one; those that ask the same and want another answer are refused, all of them: nobody can tell which is right.</summary>
    private void Compare()
    {
        foreach (var group in rows.GroupBy(r => (r.Image, r.Prompt)).Where(g => g.Count() > 1).ToArray())
        {
            if (group.Select(r => r.Answer).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            {
                foreach (var row in group)
                {
                    rows.Remove(row);
                    refused.Add(new(row.Line, $"the same question on the same image stands in line {Words.List([.. group.Where(r => r != row).Select(r => $"{r.Line}")])} with another answer; find out which is right, and take the other away"));
                }
                continue;
            }
            foreach (var row in group.Skip(1))
            {
                rows.Remove(row);
                notes.Add($"Line {row.Line}: the same as line {group.First().Line}, and taken once.");
            }
        }
        refused.Sort((a, b) => a.Line.CompareTo(b.Line));
    }
}

/// <param name="Image">Path of the image that was found; empty until it was.</param>
internal sealed record PromptRow(int Line, string FileName, string Prompt, string Answer, string Assessment, string Category, string Image = "")
{
    public ChosenScorer Chosen { get; } = ScorerChooser.Of(Prompt, Answer);
}
