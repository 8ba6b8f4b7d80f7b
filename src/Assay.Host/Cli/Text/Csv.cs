using System.Globalization;
using System.Text;
using Assay.Units;

namespace Assay.Host.Cli.Text;

/// <summary>Comma-separated values as RFC 4180 has them: fields that hold commas, quotes or line ends are quoted, lines end with CR LF.</summary>
public static class Csv
{
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">A field for each column; null is an empty one.</param>
    /// <param name="own">The first columns that are the caller's own words, which come back as they were given.</param>
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows, int own = 0)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        Write(output, header, rows, own);
        return output.ToString();
    }

    /// <summary>The same, row by row as they come.</summary>
    public static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows, int own = 0)
    {
        Line(output, header);
        foreach (var row in rows)
        {
            if (row.Count != header.Count) throw new ArgumentException($"A row of {row.Count} fields stands under a header of {header.Count}: give each column a field.", nameof(rows));
            Line(output, [.. row.Select((field, i) => field is null || i < own ? field : Harmless(field))]);
        }
    }

    private static void Line(TextWriter output, IReadOnlyList<string?> fields)
    {
        output.Write(string.Join(',', fields.Select(f => Field(f ?? ""))));
        output.Write("\r\n");
    }

    /// <summary>
    /// A spreadsheet takes a field that begins with =, +, - or @ for a formula, and runs it: an apostrophe in front makes it text. A number stays
    /// a number. Control characters are replaced, but for line ends.
    /// </summary>
    private static string Harmless(string text)
    {
        if (text.Length == 0) return text;
        if (!Visible.Is(text)) text = string.Join('\n', text.Split('\n').Select(Visible.Of));
        return "=+-@".Contains(text[0], StringComparison.Ordinal) && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
    }

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
