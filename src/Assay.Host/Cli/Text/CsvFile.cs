using System.Text;

namespace Assay.Host.Cli.Text;

/// <summary>
/// Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, doubled quotes and line ends; lines end with LF or CR LF.
/// A byte-order mark is passed over. Blank lines are no rows.
/// </summary>
public static class CsvFile
{
    /// <summary>The fields of a row and the line of the file it begins on, from 1.</summary>
    public readonly record struct Row(int Line, IReadOnlyList<string> Fields);

    /// <exception cref="FormatException">A quote that is not closed or stands inside a bare field; the message names the line.</exception>
    public static IEnumerable<Row> Read(TextReader reader)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, start) = (1, 1);
        var quoted = false;
        for (int next = reader.Read(), first = 1; next >= 0; next = reader.Read(), first = 0)
        {
            var c = (char)next;
            if (first == 1 && c == '\uFEFF') continue;
            if (quoted)
            {
                if (c == '\n') line++;
                if (c != '"') field.Append(c);
                else if (reader.Peek() == '"') field.Append((char)reader.Read());
                else if (reader.Peek() is -1 or ',' or '\r' or '\n') quoted = false;
                else throw new FormatException($"line {line}: a quoted field goes on after its closing quote; write a quote inside a field twice.");
            }
            else if (c == '"' && field.Length == 0) quoted = true;
            else if (c == '"') throw new FormatException($"line {line}: a quote inside a field that does not begin with one; quote the whole field.");
            else if (c == ',') End(fields, field);
            else if (c == '\n')
            {
                line++;
                if (fields.Count > 0 || field.Length > 0)
                {
                    End(fields, field);
                    yield return new(start, fields);
                    fields = [];
                }
                start = line;
            }
            else if (c != '\r' || reader.Peek() != '\n') field.Append(c);
        }
        if (quoted) throw new FormatException($"line {start}: a quote is opened and not closed before the end of the file.");
        if (fields.Count == 0 && field.Length == 0) yield break;
        End(fields, field);
        yield return new(start, fields);
    }

    private static void End(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
