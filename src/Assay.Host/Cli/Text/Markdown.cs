using System.Text;
using Assay.Units;

namespace Assay.Host.Cli.Text;

/// <summary>A document in GitHub's Markdown.</summary>
public static class Markdown
{
    public static string Write(Document document)
    {
        var output = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (output.Length > 0) output.Append('\n');
            block.Match(
                heading => output.Append('#', heading.Level).Append(' ').Append(Escape(heading.Text)).Append('\n'),
                paragraph => output.Append(Toned(paragraph.Phrase)).Append('\n'),
                bullets => Items(output, bullets.Items, ""),
                table => Table(output, table),
                verbatim => Fenced(output, verbatim.Text));
        }
        return output.ToString();
    }

    /// <summary>The fence is longer than any in the text, so that the text cannot end it.</summary>
    private static StringBuilder Fenced(StringBuilder output, string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        var fence = new string('`', Math.Max(3, longest + 1));
        return output.Append(fence).Append("text\n").Append(text).Append('\n').Append(fence).Append('\n');
    }

    private static StringBuilder Items(StringBuilder output, IReadOnlyList<BulletItem> items, string indent)
    {
        foreach (var item in items)
        {
            output.Append(indent).Append("- ").Append(Toned(item.Phrase));
            if (item.Url is not null) output.Append(" <").Append(Visible.Of(item.Url).Replace(">", "%3E", StringComparison.Ordinal)).Append('>');
            output.Append('\n');
            if (item.Under is not null) Items(output, item.Under, indent + "  ");
        }
        return output;
    }

    private static StringBuilder Table(StringBuilder output, Block.Table table)
    {
        void Line(IEnumerable<string> cells) => output.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        string[] more = table.HasDetails ? [Escape(table.DetailHeading)] : [];
        Line([.. table.Columns.Select(c => Escape(c.Heading)), .. more]);
        Line([.. table.Columns.Select(c => c.Number ? "---:" : "---"), .. table.HasDetails ? ["---"] : Array.Empty<string>()]);
        foreach (var row in table.Rows)
            Line([.. row.Cells.Select(Toned), .. table.HasDetails ? [Escape(row.Detail ?? "")] : Array.Empty<string>()]);
        return output;
    }

    private static string Toned(Phrase phrase) => phrase.Tone is Tone.Strong && phrase.Text.Length > 0 ? $"**{Escape(phrase.Text)}**" : Escape(phrase.Text);

    /// <summary>What GitHub would read as markup, or as the end of a cell.</summary>
    private static string Escape(string text)
    {
        text = Visible.Of(text);
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '<') escaped.Append("&lt;");
            else
            {
                if ("\\`*[]|~".Contains(letter, StringComparison.Ordinal) || letter == '_' && !InsideWord(text, i) || i == 0 && "#>+-".Contains(letter, StringComparison.Ordinal)) escaped.Append('\\');
                escaped.Append(letter);
            }
        }
        return escaped.ToString();
    }

    private static bool InsideWord(string text, int i) => i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
}
