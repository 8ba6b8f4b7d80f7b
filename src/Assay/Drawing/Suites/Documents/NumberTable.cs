namespace Assay.Drawing.Suites.Documents;

/// <summary>A table of places and months.</summary>
internal sealed class NumberTable : ItemKind
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"], Titles = ["Visitors", "Parcels sent", "Units sold", "Loans of books"];

    public override string Id => "table";

    public override string Tests => "Reading a table: one cell, the largest of a column, or the sum of two cells; harder with more rows and columns and no lines.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var (rows, columns) = wanted.By((4, 3), (6, 5), (7, 6));
        var (places, title) = (dice.Some(MadeUp.Towns, rows), dice.Pick(Titles));
        var cells = Enumerable.Range(0, columns).Select(_ => dice.Some([.. Enumerable.Range(101, 899)], rows)).ToArray();
        var picture = Paper.Sheet(wanted, 260 + columns * 84, 190 + rows * 38, s =>
        {
            s.Text(66, 76, title, 18, "#4a2f52", 0.17);
            for (var column = 0; column < columns; column++) s.Text(270 + column * 76, 116, Months[column], 14, Palette.Ink, 0.17, TextPlace.End);
            for (var row = 0; row < rows; row++)
            {
                var y = 150 + row * 38.0;
                if (wanted.Difficulty is not Difficulty.Hard) s.Line(62, y - 26, 282 + (columns - 1) * 76, y - 26, new(Stroke: "#b9b4a8", Pen: 1.2));
                s.Text(66, y, places[row], 14, Palette.Ink);
                for (var column = 0; column < columns; column++) s.Text(270 + column * 76, y, $"{cells[column][row]}", 14, Palette.Ink, place: TextPlace.End);
            }
        });
        var (r, c) = (dice.Below(rows), dice.Below(columns));
        var (r2, c2) = ((r + 1 + dice.Below(rows - 1)) % rows, dice.Below(columns));
        var largest = places[Array.IndexOf(cells[c2], cells[c2].Max())];
        return new(picture,
            wanted.By(
                Ask.Number(dice, "cell", $"What does the table say for {places[r]} in {Months[c]}?", cells[c][r]),
                Ask.Number(dice, "cell", $"Read the table: the figure of {places[r]} for {Months[c]}?", cells[c][r]),
                Ask.Number(dice, "sum", $"Add the figure of {places[r]} in {Months[c]} to that of {places[r2]} in {Months[c2]}. What is the sum?", cells[c][r] + cells[c2][r2])),
            Ask.Word(dice, "largest", $"Which place has the largest figure in {Months[c2]}?", "its name", largest));
    }
}
