using System.Text;
using Shouldly;

namespace Assay.Tests.Cli;

/// <summary>Reads RFC 4180 strictly, apart from the writer that it checks.</summary>
internal static class CsvText
{
    public static List<List<string>> Parse(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (letter == '"') quoted = !quoted;
            else if (quoted || letter is not (',' or '\r')) field.Append(letter);
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter != '\r') continue;
                rows.Add(row);
                row = [];
                i++;
            }
        }
        quoted.ShouldBeFalse("a quote is left open");
        return rows;
    }
}
