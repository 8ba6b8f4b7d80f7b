using System.Text;
using System.Text.Unicode;

namespace Assay.Adapters.Importers.BenchmarkRows;

/// <summary>Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, doubled quotes and line breaks.</summary>
internal static class CsvText
{
    /// <summary>The records, each with the line it begins on; blank lines are passed over.</summary>
    /// <exception cref="ImportException">Not UTF-8, or a quoted field does not end.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Records(string name, byte[] bytes)
    {
        if (bytes.Length == 0) throw new ImportException($"{name}: the file is empty (0 bytes); fetch it again.");
        if (!Utf8.IsValid(bytes)) throw new ImportException($"{name}: the file is not UTF-8 throughout; fetch it again, or save it as UTF-8.");
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var field = new StringBuilder();
        var fields = new List<string>();
        var (line, begins, quoted) = (1, 1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (i == text.Length && quoted) throw new ImportException($"{name}:{begins}: a quoted field does not end; the file is cut off, or a quote is not doubled. Fetch it again.");
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && field.Length == 0) quoted = true;
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                if (fields is not [""]) yield return (begins, [.. fields]);
                fields.Clear();
                begins = line;
            }
            else if (c != '\r') field.Append(c);
        }
    }
}
