namespace Assay.Drawing.Suites.Documents;

/// <summary>An invoice with a number, two dates and lines.</summary>
internal sealed class Invoice : ItemKind
{
    private static readonly string[] Works = ["Site survey", "Pump repair", "Spare seals", "Delivery", "Paint, grey", "Cable 50 m", "Night shift", "Inspection"];

    public override string Id => "invoice";

    public override string Tests => "Number, due date, net amount or a line of an invoice; harder with more lines, dates in words and figures that look alike.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var lines = dice.Some(Works, wanted.By(3, 4, 5)).Select(w => (Name: w, Count: dice.Between(1, 9), Each: dice.Between(400, 9500) / 100m)).ToArray();
        var (net, issued) = (lines.Sum(l => l.Count * l.Each), MadeUp.Date(dice));
        var (due, number) = (issued.AddDays(dice.Between(14, 45)), $"{dice.Pick((string[])["INV", "RE", "B"])}-{issued.Year}-{dice.Between(1000, 9899)}");
        var tax = Math.Round(net * 0.2m, 2, MidpointRounding.AwayFromZero);
        var words = wanted.Difficulty is not Difficulty.Easy;
        var picture = Paper.Sheet(wanted, 640, 420 + lines.Length * 36, s =>
        {
            s.Text(70, 84, dice.Pick(MadeUp.Firms), 22, "#27445f", 0.17).Text(566, 84, "INVOICE", 20, "#27445f", 0.17, TextPlace.End);
            s.Text(70, 124, $"No. {number}", 14, Palette.Ink).Text(70, 152, $"To: {dice.Pick(MadeUp.People)}, {dice.Pick(MadeUp.Towns)}", 14, Palette.Ink);
            s.Text(566, 124, $"Issued {(words ? MadeUp.Long(issued) : MadeUp.Iso(issued))}", 13, Palette.Ink, place: TextPlace.End).Text(566, 152, $"Due {(words ? MadeUp.Long(due) : MadeUp.Iso(due))}", 13, Palette.Ink, place: TextPlace.End);
            s.Box(64, 176, 508, 30, new("#27445f"));
            Row(s, 197, "#ffffff", "Description", "Qty", "Unit price", "Amount");
            var y = 236.0;
            foreach (var (name, count, each) in lines)
            {
                Row(s, y, Palette.Ink, name, $"{count}", MadeUp.Money(each), MadeUp.Money(count * each));
                s.Line(66, y + 12, 570, y + 12, new(Stroke: "#c9c6bd", Pen: 1));
                y += 36;
            }
            foreach (var (label, amount) in ((string, decimal)[])[("Net", net), ("VAT 20%", tax), ("Total", net + tax)])
            {
                s.Text(380, y + 14, label, 14, Palette.Ink, 0.16).Text(560, y + 14, MadeUp.Money(amount), 14, Palette.Ink, 0.16, TextPlace.End);
                y += 32;
            }
        });
        var asked = dice.Pick(lines);
        return new(picture,
            Ask.Word(dice, "due", "By which day is this invoice to be paid?", "the date in the form YYYY-MM-DD", MadeUp.Iso(due)),
            wanted.By(
                Ask.Word(dice, "number", "What is the number of the invoice?", "the number as printed, letters included", number),
                Ask.Amount(dice, "net", "What is the net amount, before tax?", net),
                Ask.Number(dice, "quantity", $"What quantity of \"{asked.Name}\" was invoiced?", asked.Count)));
    }

    private static void Row(Sketch sketch, double y, string colour, string name, string count, string each, string amount) =>
        sketch.Text(74, y, name, 13, colour).Text(330, y, count, 13, colour, place: TextPlace.End).Text(450, y, each, 13, colour, place: TextPlace.End).Text(560, y, amount, 13, colour, place: TextPlace.End);
}
