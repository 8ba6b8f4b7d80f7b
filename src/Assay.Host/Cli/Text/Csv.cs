using System.Text;

namespace Assay.Host.Cli.Text;

/// <summary>Comma-separated values as RFC 4180 has them: fields that hold commas, quotes or line ends are quoted, lines end with CR LF.</summary>
public static class Csv
{
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var output = new StringBuilder();
        Line(output, header);
        foreach (var row in rows)
        {
            if (row.Count != header.Count) throw new ArgumentException($"A row of {row.Count} fields stands under a header of {header.Count}: give each column a field.", nameof(rows));
            Line(output, row);
        }
        return output.ToString();
    }

    private static void Line(StringBuilder output, IReadOnlyList<string?> fields) => output.AppendJoin(',', fields.Select(f => Field(f ?? ""))).Append("\r\n");

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
