using System.Text;
using System.Text.Unicode;
using Assay.Units;

namespace Assay.Adapters.Importers.History;

/// <summary>One line of a list of changes.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Date">As printed: the time of the commit.</param>
/// <param name="Commit">Hash of the commit.</param>
/// <param name="Provider">Provider id.</param>
/// <param name="Model">Model id at the provider.</param>
/// <param name="Field">What has changed: <c>input</c>, <c>limit.context</c>.</param>
/// <param name="Old">Value before; empty: there was none.</param>
/// <param name="New">Value after; empty: there is none any more.</param>
internal sealed record ChangeRow(string Where, string Date, string Commit, string Provider, string Model, string Field, string Old, string New);

/// <summary>Reads the list: seven columns by name, commas, double quotes.</summary>
internal static class CsvFile
{
    private static readonly string[] Columns = ["date", "commit", "provider_id", "provider_model_id", "field", "old", "new"];

    /// <exception cref="ImportException">Not UTF-8, not such a list, or a line that does not fit in it.</exception>
    public static IEnumerable<ChangeRow> Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0) throw new ImportException($"{name}: the file is empty (0 bytes); fetch it again.");
        if (!Utf8.IsValid(bytes)) throw new ImportException($"{name}: the file is not UTF-8 throughout; fetch it again, or save it as UTF-8.");
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff').Split('\n');
        var header = Cells(lines[0].TrimEnd('\r'));
        if (header is not null && header.Where(Columns.Contains).Count() != header.Where(Columns.Contains).Distinct(StringComparer.Ordinal).Count())
            throw new ImportException($"{name}:1: a column stands twice in the heading '{Visible.Line(lines[0], 200)}'; each of {string.Join(',', Columns)} has to be there once.");
        var places = Columns.Select(c => header?.IndexOf(c) ?? -1).ToArray();
        if (places.Contains(-1)) throw new ImportException($"{name}:1: not a list of changes; the first line must name the columns {string.Join(',', Columns)}.");
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].TrimEnd('\r') is not { Length: > 0 } line) continue;
            if (Cells(line) is not { } cells || cells.Count != header!.Count) throw new ImportException($"{name}:{i + 1}: the line does not have {header!.Count} values; fetch the file again.");
            string At(int column) => cells[places[column]].Trim();
            yield return new($"{name}:{i + 1}", At(0), At(1), At(2), At(3), At(4), At(5), At(6));
        }
    }

    /// <summary>Null where a quote is not closed.</summary>
    private static List<string>? Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(7), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (c == '"') quoted = !quoted;
            else if (c != ',' || quoted) cell.Append(c);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
        }
        cells.Add(cell.ToString());
        return quoted ? null : cells;
    }
}
