namespace Assay.Tests.Importers.Mutations;

/// <summary>Damages one cell, one row or the heading of comma-separated values.</summary>
internal static class TableMutation
{
    /// <param name="rows">The heading first.</param>
    /// <param name="row">The row to change; 0 is the heading.</param>
    /// <param name="chance">Of the mutation.</param>
    /// <returns>What was done, and the column when it was one cell.</returns>
    public static (string Told, int Column) Of(List<List<string>> rows, int row, Chance chance)
    {
        var cells = rows[row];
        var column = chance.Below(cells.Count);
        switch (chance.Below(row == 0 ? 4 : 7))
        {
            case 0:
                var gone = cells[column];
                cells.RemoveAt(column);
                return ($"'{gone}' of row {row} taken out", -1);
            case 1:
                cells.Insert(column, cells[column]);
                return ($"'{cells[column]}' of row {row} doubled", -1);
            case 2:
                cells.Add("extra");
                return ($"a cell more in row {row}", -1);
            case 3:
                var (was, now) = (cells[column], Value(chance));
                cells[column] = now;
                return ($"'{was}' of row {row} is now '{(now.Length > 60 ? now[..60] + "…" : now)}'", column);
            default:
                var cell = cells[column];
                cells[column] = chance.Below(4) switch { 0 => Value(chance), 1 => cell + chance.Of(Hostile.Texts), 2 => "", _ => Number(chance) };
                return ($"'{cell}' of row {row} is now '{(cells[column].Length > 60 ? cells[column][..60] + "…" : cells[column])}'", column);
        }
    }

    private static string Value(Chance chance) => chance.Below(30) switch
    {
        0 => new('c', 1_000_000),
        1 => "35." + new string('6', 100_000),
        2 => "35.6" + new string('0', 100_000),
        3 => "two\nlines",
        4 => "\"quoted\"",
        _ => chance.Of(Hostile.Texts),
    };

    private static string Number(Chance chance) => chance.Of((string[])
    [
        "NaN", "Infinity", "-1", "0", "1", "50", "100.01", "1e308", "1e-400", "1e5", "79228162514264337593543950335", "0.00000000000000000000000000001", "9999999999", "-0.5", "1,5", "n=2147483647",
        "resolved=2147483647; unresolved=2147483647", "ci=±79228162514264337593543950335", "ci=[-1e30,1e30]", "ci=+99/-99; n=1000000000", "votes=" + new string('9', 50), "False", "0.5.5",
    ]);

    /// <summary>Most cells as they are; one in a hundred files with quotes that do not end.</summary>
    public static string Write(IEnumerable<List<string>> rows, bool broken) => string.Concat(rows.Select((r, i) => string.Join(',', r.Select(Cell)) + (broken && i == 2 ? "\"" : "") + "\n"));

    private static string Cell(string text) => text.AsSpan().ContainsAny('"', ',', '\n') || text.Contains('\r', StringComparison.Ordinal) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
