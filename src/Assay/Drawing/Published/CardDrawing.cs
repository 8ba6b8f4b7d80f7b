namespace Assay.Drawing.Published;

/// <summary>Draws a <see cref="Card"/> with pen strokes, so that it needs no font and is the same on every machine.</summary>
public static class CardDrawing
{
    private const string Ground = "#fdfdfc", Dark = "#1a1b1e", Quiet = "#5b5e66", Rule = "#dcdcd6", Brand = "#0b5394";
    private const double Edge = 64, Inner = Card.Width - 2 * Edge, FootLine = 588, TableEnd = 540;

    /// <summary>Of the pages: the models' colours by their place.</summary>
    private static readonly string[] Colours = ["#0072b2", "#c05a00", "#00805d", "#a8407c", "#2f7fa8", "#7d6b00"];

    /// <summary>Whether the pen has every letter, or another that stands for it: of other scripts it has none, for it draws by itself and looks into no font.</summary>
    public static bool CanWrite(string text) => PenText.Writable(text).All(Sketch.CanWrite);

    public static string Svg(Card card)
    {
        var sketch = new Sketch(Card.Width, Card.Height, Ground);
        sketch.Box(0, 0, Card.Width, 10, new(Brand));
        sketch.Text(Edge, 66, "Assay", 22, Brand, 0.18).Text(Card.Width - Edge, 66, "AI models compared on evidence", 15, Quiet, place: TextPlace.End);
        var below = Words(sketch, card);
        Table(sketch, card, below);
        sketch.Line(Edge, FootLine - 28, Card.Width - Edge, FootLine - 28, Ink.Pencil(Rule));
        sketch.Text(Edge, FootLine, PenText.Fit(PenText.Writable(card.Foot), Inner, 14), 14, Quiet);
        return sketch.Svg();
    }

    /// <returns>Where they end.</returns>
    private static double Words(Sketch sketch, Card card)
    {
        var tight = card.Rows.Count > 4;
        var (size, y) = (tight ? 28.0 : 34.0, tight ? 122.0 : 136.0);
        foreach (var line in PenText.Lines(card.Heading, Inner, size, 2))
        {
            sketch.Text(Edge, y, line, size, Dark, 0.17);
            y += size * 1.6;
        }
        if (card.Sentence is null) return y;
        foreach (var line in PenText.Lines(card.Sentence, Inner, 19, tight ? 2 : 3))
        {
            sketch.Text(Edge, y, line, 19, Dark);
            y += 33;
        }
        return y;
    }

    private static void Table(Sketch sketch, Card card, double below)
    {
        var rows = card.Rows.Take(Card.MostRows).ToArray();
        var columns = Math.Max(1, rows.Length == 0 ? 1 : rows.Max(r => r.Values.Count));
        // Values of one column may be words; those of several are figures.
        var (label, value) = columns == 1 ? (300.0, Inner - 300) : (Inner - columns * 270, 270.0);
        var head = card.Columns.Count == 0 ? 0 : 30;
        var tall = Math.Min(58, (TableEnd - below - head) / Math.Max(1, rows.Length));
        var size = Math.Clamp(tall * 0.42, 13, 22);
        // The table stands on the foot, wherever the words end.
        var y = TableEnd - tall * rows.Length;
        foreach (var (name, i) in card.Columns.Select((c, i) => (c, i))) sketch.Text(Edge + label + (i + 1) * value, y - 4, PenText.Writable(name), 14, Quiet, place: TextPlace.End);
        foreach (var row in rows)
        {
            sketch.Line(Edge, y + 6, Card.Width - Edge, y + 6, Ink.Pencil(Rule, 1.5));
            Row(sketch, row, y + 6 + (tall + size) / 2, size, label, value, columns);
            y += tall;
        }
    }

    private static void Row(Sketch sketch, CardRow row, double baseline, double size, double label, double value, int columns)
    {
        var indent = 0.0;
        if (row.Mark is { } place)
        {
            ModelShape.Draw(sketch, place, Edge + size * 0.5, baseline - size / 2, size * 0.5, new(Colours[place % Colours.Length]));
            indent = size * 1.6;
        }
        sketch.Text(Edge + indent, baseline, PenText.Fit(PenText.Writable(row.Label), label - indent - 20, size), size, row.Mark is null ? Quiet : Dark, row.Mark is null ? 0.13 : 0.16);
        foreach (var (text, i) in row.Values.Select((v, i) => (v, i)))
        {
            var written = PenText.Fit(PenText.Writable(text), value - 10, size);
            if (columns == 1) sketch.Text(Edge + label, baseline, written, size, Dark, 0.15);
            else sketch.Text(Edge + label + (i + 1) * value, baseline, written, size, text == "unknown" ? Quiet : Dark, 0.15, TextPlace.End);
        }
    }
}
