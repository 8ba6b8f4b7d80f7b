using System.Text;
using Assay.Units;

namespace Assay.Host.Cli.Text;

/// <summary>A document for people at a terminal: no line wider than the width, addresses excepted.</summary>
public static class PlainText
{
    /// <summary>Longer lines of prose are hard to read, however wide the terminal is.</summary>
    private const int WidestProse = 100;

    public static string Write(Document document, int width, bool colours)
    {
        var output = new StringBuilder();
        var paint = new Paint(colours);
        var prose = Math.Min(width, WidestProse);
        Block? before = null;
        foreach (var block in document.Blocks)
        {
            // A minor heading keeps close to what it heads.
            if (before is not null && (before is not Block.Heading { Level: 3 } || block is Block.Heading)) output.Append('\n');
            before = block;
            block.Match(
                heading => Heading(output, paint, heading, prose),
                paragraph => Lines(output, paint, paragraph.Phrase, "", "", prose),
                bullets => Items(output, paint, bullets.Items, "", prose),
                table =>
                {
                    new TableText(output, width, paint).Write(table);
                    return output;
                },
                verbatim => output.Append(verbatim.Text).Append('\n'));
        }
        return output.ToString();
    }

    private static StringBuilder Heading(StringBuilder output, Paint paint, Block.Heading heading, int width)
    {
        var text = heading.Level == 3 && !heading.Text.EndsWith('?') ? heading.Text + ":" : heading.Text;
        var lines = LineBreaks.Wrap(text, width);
        foreach (var line in lines) output.Append(paint.Of(Tone.Strong, line)).Append('\n');
        if (heading.Level < 3) output.Append(paint.Of(Tone.Quiet, new string(heading.Level == 1 ? '═' : '─', lines.Max(l => l.Length)))).Append('\n');
        return output;
    }

    private static StringBuilder Items(StringBuilder output, Paint paint, IReadOnlyList<BulletItem> items, string indent, int width)
    {
        foreach (var item in items)
        {
            Lines(output, paint, item.Phrase, indent + "• ", indent + "  ", width);
            if (item.Url is not null) output.Append(indent).Append("  ").Append(paint.Of(Tone.Quiet, Visible.Of(item.Url))).Append('\n');
            if (item.Under is not null) Items(output, paint, item.Under, indent + "  ", width);
        }
        return output;
    }

    private static StringBuilder Lines(StringBuilder output, Paint paint, Phrase phrase, string first, string next, int width)
    {
        var indent = first;
        foreach (var line in LineBreaks.Wrap(phrase.Text, width - next.Length))
        {
            output.Append(indent).Append(paint.Of(phrase.Tone, line)).Append('\n');
            indent = next;
        }
        return output;
    }
}
