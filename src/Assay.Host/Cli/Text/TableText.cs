using System.Text;

namespace Assay.Host.Cli.Text;

/// <summary>A table in plain text: columns side by side where they fit, else each row as a small list.</summary>
internal sealed class TableText(StringBuilder output, int width, Paint paint)
{
    public void Write(Block.Table table)
    {
        if (ColumnWidths.Share(table, width) is { } widths) SideBySide(table, widths);
        else Stacked(table);
    }

    private void SideBySide(Block.Table table, int[] widths)
    {
        Line([.. table.Columns.Select(c => new Phrase(c.Heading, Tone.Strong))], table.Columns, widths);
        output.Append(paint.Of(Tone.Quiet, string.Join("  ", widths.Select(w => new string('─', w))))).Append('\n');
        foreach (var row in table.Rows)
        {
            Line(row.Cells, table.Columns, widths);
            if (row.Detail is not null) Indented(row.Detail, "  ", Tone.Quiet);
        }
    }

    private void Line(IReadOnlyList<Phrase> cells, IReadOnlyList<Column> columns, int[] widths)
    {
        var wrapped = cells.Select((c, i) => LineBreaks.Wrap(c.Text, widths[i])).ToArray();
        for (var line = 0; line < wrapped.Max(w => w.Count); line++)
        {
            var last = Array.FindLastIndex(wrapped, w => line < w.Count && w[line].Length > 0);
            for (var i = 0; i <= last; i++)
            {
                var text = line < wrapped[i].Count ? wrapped[i][line] : "";
                var blanks = new string(' ', Math.Max(0, widths[i] - text.Length));
                var painted = paint.Of(cells[i].Tone, text);
                output.Append(columns[i].Number ? blanks + painted : i == last ? painted : painted + blanks);
                if (i < last) output.Append(' ', ColumnWidths.Gap);
            }
            output.Append('\n');
        }
    }

    private void Stacked(Block.Table table)
    {
        foreach (var row in table.Rows)
        {
            Indented(row.Cells[0].Text, "", Tone.Strong);
            for (var i = 1; i < row.Cells.Count; i++)
                if (row.Cells[i].Text.Length > 0) Indented($"{table.Columns[i].Heading}: {row.Cells[i].Text}", "  ", row.Cells[i].Tone);
            if (row.Detail is not null) Indented(row.Detail, "  ", Tone.Quiet);
        }
    }

    private void Indented(string text, string indent, Tone tone)
    {
        var first = true;
        foreach (var line in LineBreaks.Wrap(text, width - indent.Length - 2))
        {
            output.Append(indent).Append(first ? "" : "  ").Append(paint.Of(tone, line)).Append('\n');
            first = false;
        }
    }
}
