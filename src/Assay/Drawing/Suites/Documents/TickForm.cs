namespace Assay.Drawing.Suites.Documents;

/// <summary>A form with boxes to tick and fields that were filled in.</summary>
internal sealed class TickForm : ItemKind
{
    private static readonly string[] Options = ["Parking", "Breakfast", "Late checkout", "Extra bed", "Sea view", "Bicycle", "Newspaper", "Laundry", "Pets", "Transfer"];

    public override string Id => "form";

    public override string Tests => "Which boxes of a form are ticked, and what a field says; harder with more boxes, boxes that were blacked out and marks beside them.";

    public override Item Draw(Commission wanted)
    {
        var dice = wanted.Dice;
        var options = dice.Some(Options, wanted.By(5, 8, 10));
        string[] ticked = [.. dice.Some(options, dice.Between(2, options.Length / 2)).Order(StringComparer.Ordinal)];
        var blacked = wanted.Difficulty is Difficulty.Easy ? null : Array.Find(options, o => !ticked.Contains(o));
        var (room, guest) = (dice.Between(101, 589), dice.Pick(MadeUp.People));
        var rows = (options.Length + 1) / 2;
        var picture = Paper.Sheet(wanted, 620, 360 + rows * 46, s =>
        {
            s.Text(70, 86, "Guest registration", 22, "#34506b", 0.17);
            Field(s, 70, 126, 270, "Name", guest);
            Field(s, 380, 126, 170, "Room", $"{room}");
            s.Text(70, 244, blacked is null ? "Please tick what you would like:" : "Please tick. A blacked-out box counts as not ticked.", 13, Palette.Ink);
            for (var i = 0; i < options.Length; i++)
            {
                var (x, y) = (74 + i % 2 * 260, 270 + i / 2 * 46.0);
                s.Box(x, y, 22, 22, new(options[i] == blacked ? "#23262b" : "#ffffff", "#444a50", 2)).Text(x + 36, y + 17, options[i], 14, Palette.Ink);
                if (ticked.Contains(options[i])) Tick(s, dice, x, y);
                else if (wanted.Difficulty is Difficulty.Hard && i % 3 == 0) s.Line(x - 14, y + 5, x - 9, y + 18, Ink.Pencil("#2b3f9c", 2));
            }
        });
        return new(picture,
            Ask.Members(dice, "ticked", "Which options of the form are ticked?", "the ticked options as printed", ticked),
            dice.Coin() ? Ask.Number(dice, "room", "Which room number is written on the form?", room) : Ask.Word(dice, "name", "Who filled in this form?", "the full name", guest));
    }

    private static void Field(Sketch sketch, double x, double y, double wide, string label, string value) =>
        sketch.Text(x, y, label, 11, "#5b6168").Box(x, y + 12, wide, 44, new("#fffefb", "#8b9198", 1.5)).Text(x + 12, y + 42, value, 16, "#2b3f9c", 0.14);

    private static void Tick(Sketch sketch, Dice dice, double x, double y)
    {
        if (dice.Coin()) sketch.Path($"M{x + 3} {y + 10}L{x + 10} {y + 19}L{x + 27} {y - 6}", Ink.Pencil("#2b3f9c", 3.5));
        else sketch.Line(x + 2, y + 2, x + 20, y + 20, Ink.Pencil("#2b3f9c", 3.5)).Line(x + 20, y + 1, x + 2, y + 21, Ink.Pencil("#2b3f9c", 3.5));
    }
}
