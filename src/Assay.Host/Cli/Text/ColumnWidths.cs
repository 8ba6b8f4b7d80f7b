namespace Assay.Host.Cli.Text;

/// <summary>Shares the width of a line among the columns of a table.</summary>
internal static class ColumnWidths
{
    public const int Gap = 2;

    /// <summary>A column of text narrower than this reads worse than the same text below its heading.</summary>
    private const int Narrowest = 11;

    /// <summary>The first column names the rows: up to here it grows before the others do.</summary>
    private const int Label = 20;

    /// <returns>Null where the columns do not fit side by side.</returns>
    public static int[]? Share(Block.Table table, int width)
    {
        var natural = table.Columns.Select((c, i) => table.Rows.Select(r => r.Cells[i].Text.Length).Append(c.Heading.Length).Max()).ToArray();
        var room = width - Gap * (natural.Length - 1);
        if (natural.Sum() <= room) return natural;

        var least = table.Columns.Select((c, i) => Math.Min(natural[i], c.Number ? natural[i] : Least(table, i))).ToArray();
        if (least.Sum() > room) return null;
        var rest = room - least.Sum();
        var first = Math.Clamp(Math.Min(natural[0], Label) - least[0], 0, rest);
        least[0] += first;
        return Grow(least, natural, rest - first);
    }

    private static int Least(Block.Table table, int column) =>
        Math.Max(Narrowest, Math.Min(18, table.Rows.Select(r => LineBreaks.WidestWord(r.Cells[column].Text)).Append(LineBreaks.WidestWord(table.Columns[column].Heading)).Max()));

    /// <summary>One place at a time to the column that is furthest from what it would like, so that long texts share the rest evenly.</summary>
    private static int[] Grow(int[] widths, int[] natural, int rest)
    {
        while (rest-- > 0)
        {
            var neediest = -1;
            for (var i = 0; i < widths.Length; i++)
                if (widths[i] < natural[i] && (neediest < 0 || Need(i) > Need(neediest))) neediest = i;
            if (neediest < 0) break;
            widths[neediest]++;
        }
        return widths;

        double Need(int i) => (double)natural[i] / widths[i];
    }
}
